import Activations
import Foundation
import Formulas
import Testing

@testable import Exact

/// The catalogue's kernels against their definitions, proved.
///
/// Every run takes the same points, with all parameters at their defaults. ACTVIZ_KERNEL_POINTS asks for so many fresh ones a
/// function, with parameters by chance, and prints each function's worst errors behind the seed; ACTVIZ_KERNEL_SEED takes one
/// seed again. Release builds prove 76,000 points in a minute.
struct KernelTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["ACTVIZ_KERNEL_POINTS"].flatMap { Int($0) }
  private static let seed =
    environment["ACTVIZ_KERNEL_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)

  private static let quantities = [Quantity.gate, .f, .df, .d2f]

  @Test("Kernels are within a few ulp of their definitions at fixed points")
  func fixedPoints() throws {
    for family in Catalogue.all {
      var dice = KernelDice(seed: 1)
      let points = (0..<60).map { _ in dice.point(of: family.atDefaults) }
      let worst = try Self.errors(of: family.atDefaults, at: points)
      for (quantity, error, limit) in zip3(Self.quantities, worst, Self.limits) {
        #expect(
          error.error <= limit,
          "\(family.name).\(quantity.rawValue) at \(error.x): \(error.error) ulp")
      }
    }
  }

  @Test("A long run looks at fresh points and parameters", .enabled(if: Self.count != nil))
  func freshPoints() throws {
    print("ACTVIZ_KERNEL_SEED=\(Self.seed)")
    for (place, family) in Catalogue.all.enumerated() {
      var dice = KernelDice(seed: Self.seed &+ UInt64(place) &* 1000)
      var worst = Self.quantities.map { _ in (error: 0.0, x: 0.0, label: "") }
      for round in 0..<max(1, (Self.count ?? 0) / 50) {
        let settings = dice.settings(of: family, isWide: round % 2 == 0)
        let function = family.function(named: family.name, given: settings)
        let points =
          (0..<40).map { _ in dice.point(of: function) }
          + (0..<10).map { _ in dice.zero(of: function) }
        for (index, error) in try Self.errors(of: function, at: points).enumerated()
        where error.error > worst[index].error {
          worst[index] = (error.error, error.x, function.label)
        }
      }
      for (quantity, error, limit) in zip3(Self.quantities, worst, Self.limits)
      where error.error > 0 {
        let mark = error.error > limit ? "BEYOND " : ""
        print(
          "\(mark)\(error.error) \(family.name).\(quantity.rawValue) \(error.label) at \(error.x)")
      }
    }
  }

  @Test("Beside their zeros H, f, f′ and f″ keep all digits, whatever cancels there")
  func zeros() throws {
    for family in Catalogue.all {
      var dice = KernelDice(seed: 2)
      let points = (0..<40).map { _ in dice.zero(of: family.atDefaults) }
      let worst = try Self.errors(of: family.atDefaults, at: points, isGuarded: false)
      for (quantity, error, limit) in zip3(Self.quantities, worst, Self.limits) {
        #expect(
          error.error <= limit,
          "\(family.name).\(quantity.rawValue) at \(error.x): \(error.error) ulp")
      }
    }
  }

  @Test(
    "Waves keep their digits however large the argument is, and where it overflows",
    arguments: [
      "sine:omega=0.3", "sine:omega=1e300", "sine:omega=30", "snake:a=0.04", "snake:a=1e40",
    ])
  func largeArguments(_ name: String) throws {
    let points = [1e6, 3e9, -1e20, 1e20, -7.7e33, 1e200, 2e274, -1.7e308, 1.7976931348623157e308]
    let worst = try Self.errors(of: try Function(parsing: name), at: points)
    for (error, limit) in zip(worst, Self.limits) {
      #expect(error.error <= limit, "\(name) at \(error.x): \(error.error) ulp")
    }
  }

  @Test(
    "Tails that underflow on the way, and overflow on it, are kept",
    arguments: [
      ("aglu:lambda=50", [-3010, -3600, -20000, -3.2e4]), ("aglu:lambda=1000", [-4e5, -1e4]),
      ("soft_exponential:alpha=27", [26.36, 26.4, 50]),
      ("soft_exponential:alpha=0.01", [71100, 70990]),
      ("smu:a=2", [1, -1, 3, 1e-9]), ("e_swish:beta=80", [-732.6, -734.05, 726.44, -745]),
      ("celu:alpha=0.0106", [-7.73, -7.8, -0x1p-1074]),
      ("celu:alpha=2e12", [-0x1p-1030, -3e-300, -1]),
      ("elu:alpha=97", [-727.8, -600, -745]), ("acon_b:p=-82,beta=18.8", [-0.465, -0.47]),
      ("isru:alpha=1e300", [1e-47, -1e-46, 1e-150]), ("isrlu:alpha=4", [-1.2e102, -0x1p-1029]),
      ("smu:a=-5.3e19,mu=1.1e-19", [2.3, 0x1p-1074]), ("smu1:a=0,mu=0.08", [-3e275, -1.7e308]),
      ("acon_c:p1=-0.67,p2=0", [715.6, 404, 3, -0x1p-1074]), ("e_swish:beta=2e35", [0x1p-1074]),
      ("acon_b:p=-8e52,beta=480", [9.5e-54]), ("sau:a=71,scale=0.055", [2.08, -2.08, 0x1p-1030]),
      ("sau:a=1", [-0x1p-1030, 1e-18, -3]), ("rrelu:lower=-2,upper=-5e-58", [0, -1]),
      ("isru:alpha=1.3e12", [0x1p-1074, -0x1p-1030]), ("sine:omega=49", [-0x1p-1074, 0x1p-1040]),
      ("form6:alpha=2363", [0.684, 0.1866]), ("form6:alpha=30400", [3.88, 3.69]),
      ("form6:alpha=2.4e-12", [-30.2]), ("mish:alpha=2.26e-51", [-2.43e53, 1.1e53]),
      ("form5:gamma=1.01", [-2.0328, -2.03, -3]),
      ("gennorm:beta=0.01", [0, 1, -1.45e227, 0x1p-1074, 1e300]),
      ("gennorm:alpha=0.001,beta=0.006", [0, -1e300, 1e305]), ("gennorm:beta=1e-60", [-2, 1e300]),
      ("gennorm:beta=0.0183", [5e112, -5e112]),
      ("gennorm:beta=1e6", [-1, 1, -0.9999999, -1.000001, 0.3]),
      ("gennorm:alpha=4e17,beta=5e37", [-4e17, -3.9999999999999994e17, 4e17]),
      ("gennorm:alpha=8.9e57,beta=7e18", [-8.8999999e57, 8.8999999e57]),
      ("swish:beta=0", [-3, 0, 1e300]), ("swish:alpha=3,beta=0", [-3, 5]),
      ("acon_b:beta=0", [-2, 7]),
      ("elu:alpha=-0.5", [-2, -1e-9, 0, 3, -800]), ("elu:alpha=0", [-2, 0, 2]),
      ("celu:alpha=-0.5", [-2, -1e-9, 0, 3, -30, -354]), ("celu:alpha=-7.02", [-2120.2, -5000]),
      ("celu:alpha=inf", [-2, 0, 2]), ("hardshrink:lambda=0", [-1, 0]),
      ("softplus:threshold=20", [25, 20, 19.999999999999996, 20.000000000000004, -3]),
      ("softplus:beta=0.1,threshold=20", [199, 200, 201]), ("torch:softplus", [25, 20, 1]),
      ("softplus:beta=0.024,threshold=0", [0x1p-1074, -0x1p-1074, 0, 1]),
      ("snake:a=0.0654471626598193", [35.99983707426835]),
      ("snake:a=1.000000001", [-29.059732016645853]), ("form3:alpha=3", [-1.0470, -1.0525]),
      ("tanhshrink", [0.00108, -0.0555, 0.328, 1.49, -1.51, -1.3368568421528328]),
      ("form2:alpha=0.5", [-0.109, 0.0426]), ("form2", [-3.9803579790195376, -1.9604836125539697]),
      ("form2:alpha=1.1235588500685056e46", [-3.152497661064722]),
      ("form2:alpha=0.3", [-13.557451816903443, -4.041416989251314]),
      ("form2:alpha=2", [-32.16840928373425]),
      ("form2:alpha=1.7", [-5.597117821042768, -4.7077339106417675]),
      ("squareplus", [-0.005679578853565941, -0.002346152441759351]),
      ("swish:beta=1.7", [-1.6512915147445604, -1.1699299228807396]),
      ("swish", [-0.11054095809318554, -1.9141205695684675, -31.87787643135608]),
      ("gelu_tanh", [-3.559542798344395, -1.8590235726616768]), ("form6", [-30.496498364351325]),
      ("sine:omega=0.4446788861150556", [-91.84313843518139]),
      ("sine:omega=1.001", [660.6446089716799]),
      ("aglu:kappa=10,lambda=2.270570632180317e+23", [5.058923352518]),
      ("rational:a2=1e60,b2=1e-60", [1.5, -1.5, 1e30, 1e-30]),
      ("rational:a0=1e-60,a1=1e60,a5=0,b1=1e60,b2=0,b3=0,b4=0", [1, -2, 3e-60, 1.8e307]),
      ("rational", [1.7976931348623157e308, -1.7976931348623157e308]),
      ("hardsigmoid_keras2", [-2.5, -2.4999999999999996, -2.499627293698026, 2.5, 1e300]),
    ])
  func tails(_ name: String, _ points: [Double]) throws {
    let worst = try Self.errors(of: try Function(parsing: name), at: points)
    for (error, limit) in zip(worst, Self.limits) {
      #expect(error.error <= limit, "\(name) at \(error.x): \(error.error) ulp")
    }
  }

  @Test(
    "The gate of a density that is flat to any digit is proved", arguments: [1e-6, 1e-15, 1e-60])
  func flatDensity(_ beta: Double) throws {
    let function = try Function(parsing: "gennorm:alpha=7,beta=\(beta)")
    var exact = try #require(ExactFunction(function))
    for x in [-26.0, -1e-5, 3, 1e300] {
      #expect(exact.gates(at: x, upTo: 0) == [.known(0.5)])
      #expect(exact.values(at: x, upTo: 1) == [.known(x / 2), .known(0.5)])
    }
  }

  /// What is allowed for H, f, f′ and f″.
  private static let limits = [2.0, 2, 4, 8]

  /// The largest errors of each quantity, by the guarded measure of derivatives: a slope that is a small difference of H and
  /// x·H′ is measured in a sixteenth of their ulp.
  private static func errors(
    of function: Function, at points: [Double], isGuarded: Bool = true
  ) throws -> [(error: Double, x: Double)] {
    var exact = try #require(ExactFunction(function), "\(function.label) is not stated")
    let isGated = function.has(.gate)
    let asked = isGated ? quantities : Array(quantities.dropFirst())
    let columns = function.proved.activation.columns(asked, at: points)
    var worst = quantities.map { _ in (error: 0.0, x: 0.0) }
    for (row, x) in points.enumerated() {
      let values = exact.values(at: x, upTo: 2)
      let gates = isGated ? exact.gates(at: x, upTo: 2) : []
      let truths = (isGated ? [gates[0]] : []) + values
      let guards = isGated && isGuarded ? summands(x, gates.map(\.value)) : [0, 0, 0, 0]
      for (column, truth) in truths.enumerated() where truth.isKnown {
        let index = isGated ? column : column + 1
        let error = ulps(columns[column][row], truth.value, guards[column])
        if !(error <= worst[index].error) { worst[index] = (error, x) }
      }
    }
    return worst
  }

  /// The larger summands of f′ = H + x·H′ and f″ = 2H′ + x·H″.
  private static func summands(_ x: Double, _ gates: [Double]) -> [Double] {
    [
      0, 0, max(gates[0].magnitude, (x * gates[1]).magnitude),
      max((2 * gates[1]).magnitude, (x * gates[2]).magnitude),
    ].map { $0.isFinite ? $0 : 0 }
  }

  private static func ulps(_ value: Double, _ truth: Double, _ summand: Double) -> Double {
    if value == truth || (value.isNaN && truth.isNaN) { return 0 }
    guard value.isFinite, truth.isFinite else { return .infinity }
    return (value - truth).magnitude / max(truth.magnitude, summand / 16).ulp
  }
}

private func zip3<A, B, C>(_ a: [A], _ b: [B], _ c: [C]) -> [(A, B, C)] {
  zip(zip(a, b), c).map { ($0.0, $0.1, $1) }
}
