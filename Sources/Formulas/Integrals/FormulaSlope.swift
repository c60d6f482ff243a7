import Activations

/// An activation whose slope a formula s states: f(x) = ∫ s from 0 to x.
///
/// f(0) = 0, f′ = s and f″ = s′ are exact but for rounding; f is good to 1e-15 of ∫|s|. At ±∞ it is
/// its limit where it has one. Where s is NaN, so is f.
struct FormulaSlope: CompiledFormula {
  let program: Program
  let kinks: [Kink]
  let landmarks: [Double]
  private let integral: Antiderivative

  init(_ program: Program) {
    self.program = program
    let search = KinkSearch(program)
    let kinks = search.kinks { program.evaluate([$0])[0] }
    self.kinks = kinks.map { Kink(at: $0.x, order: $0.order + 1) }
    landmarks = Set(search.landmarks + search.turningPoints).sorted()
    integral = IntegralBuilder.antiderivative(
      cuts: kinks.map(\.x) + landmarks, of: program.values)
  }

  var diagnostics: [Diagnostic] { integral.diagnostics }

  func jet(at x: Double) -> Jet { jets(order: 1, at: [x])[0] }

  func value(at x: Double) -> Double {
    guard integral.report.notANumber == nil, x.isFinite else { return jet(at: x).value }
    return value(at: x, slope: 0)
  }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    guard quantities.order > 0 else { return quantities.map { column($0, at: xs) } }
    // The formula is f′ already.
    let jets = jets(order: quantities.order - 1, at: xs)
    return quantities.map { quantity in
      switch quantity {
      case .f: jets.map(\.value)
      case .df: jets.map(\.first)
      case .d2f: jets.map(\.second)
      case .gate, .density, .sign: column(quantity, at: xs)
      }
    }
  }

  private func column(_ quantity: Quantity, at xs: [Double]) -> [Double] {
    xs.map { quantity == .f ? value(at: $0) : .nan }
  }

  /// f and f′, and f″ where the order of the slope's derivatives is 1.
  private func jets(order: Int, at xs: [Double]) -> [Jet] {
    let slopes = program.columns(.upTo(order), at: xs, nil)
    return xs.indices.map { index in
      let slope = slopes[index]
      return Jet(value(at: xs[index], slope: slope.value), slope.value, slope.first)
    }
  }

  private func value(at x: Double, slope: Double) -> Double {
    guard !x.isNaN else { return x }
    guard !x.isInfinite else { return limit(at: x) }
    guard !slope.isNaN else { return slope }
    let report = integral.report
    if let place = x < 0 ? report.infinite.left : report.infinite.right,
      x.magnitude >= place.magnitude
    {
      return program.values([place])[0] * (x < 0 ? -.infinity : .infinity)
    }
    return integral.fromOrigin(x)
  }

  private func limit(at x: Double) -> Double {
    let report = integral.report
    let place = x < 0 ? report.infinite.left : report.infinite.right
    if let place { return value(at: place, slope: 0) }
    let isSettled = x < 0 ? report.isSettled.left : report.isSettled.right
    return isSettled ? integral.limit(at: x) : .nan
  }
}
