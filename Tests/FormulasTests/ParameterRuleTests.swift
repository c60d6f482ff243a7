import Testing

@testable import Activations
@testable import Formulas

/// Parameters at the edges of what frameworks take.
@Suite struct ParameterRuleTests {
  /// A function, x, and f, f′ there.
  static let values: [(String, Double, Double, Double)] = [
    ("swish:beta=0", 3, 1.5, 0.5), ("swish:beta=0,alpha=2", -4, -1, 0.25),
    ("swish:beta=0", -.infinity, -.infinity, 0.5), ("swish:beta=0", .infinity, .infinity, 0.5),
    ("celu:alpha=-0.5", -2, -26.79907501657212, 54.598150033144236), ("celu:alpha=-0.5", 2, 2, 1),
    ("celu:alpha=-1e-300", -7.1e-298, -223399476.61616318, .infinity),
    ("celu:alpha=inf", -7, -7, 1), ("celu:alpha=inf", 7, 7, 1),
    ("elu:alpha=-2", -1, 1.2642411176571153, -0.7357588823428847), ("elu:alpha=0", -3, 0, 0),
    ("torch:softplus", 25, 25, 1), ("torch:softplus", 19, 19.0000000056027964, 0.9999999943972036),
    ("softplus:threshold=1,beta=2", 0.75, 0.75, 1),
    ("softplus", 25, 25.000000000013888, 0.9999999999861121),
    ("softplus:threshold=-1", -0.5, -0.5, 1), ("hardshrink:lambda=0", 0.25, 0.25, 1),
    ("softplus:threshold=0,beta=0.02", 0x1p-1060, 0x1p-1060, 1),
    ("softshrink:lambda=0", -0.25, -0.25, 1),
    ("acon_a:beta=0", 3, 1.5, 0.5), ("acon_c:beta=0,p1=2,p2=-1", 4, 2, 0.5),
  ]

  @Test("What frameworks take is taken", arguments: values)
  func value(_ name: String, _ x: Double, _ value: Double, _ slope: Double) throws {
    let jet = try Function(parsing: name).activation.jet(at: x)
    #expect(jet.value == value || abs(jet.value - value) <= 3 * value.ulp, "\(jet.value)")
    #expect(jet.first == slope || abs(jet.first - slope) <= 3 * slope.ulp, "\(jet.first)")
  }

  @Test("A threshold is a jump, with the mean of its limits")
  func threshold() throws {
    let cut = try Function(parsing: "torch:softplus").activation
    #expect(cut.kinks.map(\.x) == [20])
    #expect(cut.value(at: 20) == 20.000000001030577)
  }

  @Test("What means nothing is refused")
  func refused() {
    for name in [
      "celu:alpha=0", "celu:alpha=-inf", "swish:beta=-1", "swish:beta=inf", "elu:alpha=inf",
      "elu:alpha=nan",
    ] {
      #expect(throws: ReferenceError.self) { try Function(parsing: name) }
    }
  }
}
