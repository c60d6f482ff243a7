import Activations
import Formulas
import Testing

@testable import Exact

/// What vector registers are certain of is what is proved.
struct VectorKernelProofTests {
  static let functions = [
    "gelu", "silu", "mish", "tanh", "softplus", "gelu:sigma=3", "swish:beta=0.37", "mish:alpha=2.9",
    "softplus:beta=0.1", "form1", "form1:alpha=0.4", "form2", "form2:alpha=3", "form3",
    "form3:alpha=0.3", "form5", "form5:gamma=2.5",
  ]

  @Test("Results without a doubt are correctly rounded, in every type", arguments: functions)
  func certain(name: String) throws {
    let function = try Function(parsing: name)
    let kernel = try #require(function.vectorKernel)
    let quantities = [Quantity.f, .df, .d2f]
    var generator = SplitMix(seed: 3)
    for type in FloatType.allCases {
      let xs = (0..<60).map { _ in type.rounded(Self.point(&generator)) }
      var exact = ProvedColumns(function)
      let truths = exact.columns(quantities, at: xs, as: type)
      let found = kernel.columns(quantities, at: xs, as: type)
      #expect(exact.undecided == 0)
      for column in quantities.indices {
        let doubts = Set(found.doubts[column])
        #expect(doubts.count < 30)
        for row in xs.indices where !doubts.contains(row) {
          #expect(
            found.values[column][row] == truths[column][row],
            "\(name).\(quantities[column]) \(type) at \(xs[row])")
        }
      }
    }
  }

  @Test(
    "tanh in doubles is correctly rounded, beside the places between which its table changes too")
  func hyperbolicTangent() throws {
    let function = try Function(parsing: "tanh")
    let kernel = try #require(function.vectorKernel)
    var generator = SplitMix(seed: 9)
    let seams = (0..<120).flatMap { step in
      let place = (Double(step) + 0.5) * 0x1.62e42fefa39efp-6
      return [-place.nextDown, place, place.nextUp]
    }
    // From 20 on it is 1; a row's neighbours have no say in it.
    let ends = [
      19.0, 19.0625, 20.nextDown, 20, 20.nextUp, 700, 1e300, 0x1p-900, 1e-290,
      .leastNonzeroMagnitude,
    ]
    let xs = seams + ends + (0..<400).map { _ in Self.point(&generator) }
    var exact = ProvedColumns(function)
    let truths = exact.columns([.f], at: xs, as: .f64)[0]
    let found = kernel.columns([.f], at: xs)
    #expect(found.doubts[0].count < 20)
    for row in Set(xs.indices).subtracting(found.doubts[0]) {
      #expect(found.values[0][row] == truths[row], "at \(xs[row])")
      #expect(kernel.columns([.f], at: [xs[row]]).values[0][0] == truths[row], "at \(xs[row])")
    }
  }

  @Test("Beside 0 and far from it, in every binade, f is correctly rounded", arguments: functions)
  func ends(name: String) throws {
    let function = try Function(parsing: name)
    let kernel = try #require(function.vectorKernel)
    var generator = SplitMix(seed: 5)
    for type in [FloatType.f32, .f16, .bf16] {
      let wide = (type.ulp(of: 0).exponent...type.greatestFiniteMagnitude.exponent).flatMap {
        exponent in
        [FloatingPointSign.plus, .minus].map {
          Double(sign: $0, exponent: exponent, significand: 1 + generator.unit())
        }
      }
      // Neighbours that are of the type, all or some of them, and others.
      let some = wide.indices.map { $0 % 3 == 0 ? wide[$0] : type.rounded(wide[$0]) }
      for xs in [wide.map(type.rounded), some, wide] {
        var exact = ProvedColumns(function)
        let truths = exact.columns([.f], at: xs, as: type)[0]
        let found = kernel.columns([.f], at: xs, as: type)
        let doubts = Set(found.doubts[0])
        #expect(doubts.count < xs.count / 3)
        for row in xs.indices where !doubts.contains(row) {
          #expect(found.values[0][row] == truths[row], "\(name) in \(type) at \(xs[row])")
        }
      }
    }
  }

  @Test("Half of x, a tie beside 0, is left upwards", arguments: functions)
  func ties(name: String) throws {
    let function = try Function(parsing: name)
    let kernel = try #require(function.vectorKernel)
    for type in [FloatType.f32, .bf16] {
      let xs = (1..<12).flatMap { [Double($0), -Double($0)] }.map { $0 * type.ulp(of: 0) }
      var exact = ProvedColumns(function)
      let truths = exact.columns([.f], at: xs, as: type)[0]
      let found = kernel.columns([.f], at: xs, as: type)
      #expect(found.doubts == [[]])
      #expect(found.values[0] == truths)
    }
  }

  @Test("A column of doubles is correctly rounded, or what it is one by one", arguments: functions)
  func doubles(name: String) throws {
    let function = try Function(parsing: name)
    var generator = SplitMix(seed: 4)
    let xs =
      (0..<100).map { _ in Self.point(&generator) } + [
        -.infinity, .infinity, 0, .leastNonzeroMagnitude,
      ]
    for (order, quantity) in [Quantity.f, .df, .d2f].enumerated() {
      var exact = ProvedColumns(function)
      let truths = exact.columns([quantity], at: xs, as: .f64)[0]
      let values = function.activation.columns([quantity], at: xs)[0]
      for (x, (value, truth)) in zip(xs, zip(values, truths)) where value != truth {
        let jet = function.activation.jet(at: x, order: order)
        let single = [function.activation.value(at: x), jet.first, jet.second][order]
        #expect(value == single, "\(name).\(quantity) at \(x)")
      }
    }
  }

  /// Half of the points even over −20…20, half log-uniform of either sign.
  private static func point(_ random: inout SplitMix) -> Double {
    if random.next() % 2 == 0 { return 40 * random.unit() - 20 }
    return Double(
      sign: random.next() % 2 == 0 ? .plus : .minus, exponent: Int(random.next() % 40) - 30,
      significand: 1 + random.unit())
  }
}
