import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

private func inspect(_ name: String) throws -> Inspection {
  Inspection(try Function(parsing: name))
}

private func isClose(_ value: Double?, _ expected: Double, _ tolerance: Double = 6e-10) -> Bool {
  value.map { $0 == expected || abs($0 - expected) <= tolerance * abs(expected) } ?? false
}

@Suite struct InspectionTests {
  /// Name; argmin, min f, argmax f′, max f′, f″(0), E f, E f², Var f: 30-digit arithmetic, rounded.
  static let references: [(String, [Double])] = [
    (
      "gelu",
      [
        -0.751791524694, -0.16997120748, 1.41421356237, 1.12890414519, 0.7978845608,
        0.2820947918, 0.4252214826, 0.3456440110,
      ]
    ),
    (
      "gelu_tanh",
      [
        -0.752461422071, -0.170040750571, 1.418504009, 1.12899306866, 0.7978845608,
        0.2820385881, 0.4251937110, 0.3456479459,
      ]
    ),
    (
      "gelu_sigmoid",
      [
        -0.751154255441, -0.163610189636, 1.409728132, 1.09983932013, 0.851,
        0.2823305528, 0.4219528069, 0.3422422658,
      ]
    ),
    (
      "silu",
      [
        -1.27846454276, -0.278464542761, 2.399357281, 1.09983932013, 0.5, 0.2066209641,
        0.3557755198, 0.3130832970,
      ]
    ),
    (
      "mish",
      [
        -1.19243121452, -0.308843413017, 1.490571179, 1.08849816125, 0.64, 0.2404038884,
        0.4523421924, 0.3945481628,
      ]
    ),
    (
      "serf",
      [
        -1.19305996893, -0.34843745876, 1.09604604, 1.08612544415, 0.6979060555,
        0.2493078857, 0.5014231212, 0.4392686993,
      ]
    ),
    (
      "tanhexp",
      [
        -1.07886005846, -0.353285777848, 0.6965639604, 1.06197530872, 0.8399486832,
        0.2621317250, 0.5290937036, 0.4603806623,
      ]
    ),
    (
      "golu",
      [
        -0.56714329041, -0.0972601312276, 2.238645835, 1.11339727528, 0.7357588823,
        0.2588561228, 0.3196343531, 0.2526278607,
      ]
    ),
    (
      "logish",
      [
        -1.37245413703, -0.252768816789, 2.316758515, 0.746311180413, 0.3333333333,
        0.1398394847, 0.1944641062, 0.1749090247,
      ]
    ),
    (
      "smish",
      [
        -1.39451930192, -0.24999366366, 2.215421454, 0.636884222881, 0.2840236686,
        0.1200570227, 0.1583546579, 0.1439409693,
      ]
    ),
  ]

  @Test(arguments: references.indices)
  func referenceValuesComeOutToNineDigits(index: Int) throws {
    let (name, expected) = Self.references[index]
    let sheet = try inspect(name)
    let found = [
      sheet.minimum?.x, sheet.minimum?.value, sheet.slopeMaximum?.x, sheet.slopeMaximum?.value,
      sheet.atZero.second, sheet.gaussian.mean, sheet.gaussian.secondMoment,
      sheet.gaussian.variance,
    ]
    for (value, reference) in zip(found, expected) {
      #expect(isClose(value, reference), "\(name): \(value ?? .nan) is not \(reference)")
    }
  }

  @Test(arguments: [
    ("relu", 0.0, 0.0, 0.0), ("gelu", 0.16997120748, -0.751791524694, 0.248525761733963),
    ("softplus", 0.6931471805599453, 0, 0.775260247645781),
    ("squareplus", 1, 0, 1.6329931618554521),
    ("hardswish", 0.375, -1.5, 0.6708203932499369),
    ("gelu_tanh", 0.170040750571, -0.752461422071, 0.248669944460767),
    ("form5:gamma=0.1", 0.1 / .pi, -.infinity, .infinity),
    ("leaky_relu", .infinity, -.infinity, .infinity), ("tanh", .infinity, .infinity, .infinity),
  ])
  func distancesToReluAreThoseOfTheWholeLine(
    name: String, supremum: Double, x: Double, l2: Double
  ) throws {
    let distance = try inspect(name).distanceToRelu
    #expect(isClose(distance.supremum, supremum, 1e-10))
    #expect(isClose(distance.x, x, 1e-10))
    #expect(isClose(distance.l2, l2, 1e-10))
  }

  @Test func exponentialTailsOfUnequalGatesIntegrateToo() throws {
    let mish = try inspect("mish")
    #expect(isClose(mish.distanceToRelu.l2, 0.459295744342076, 1e-12))
    #expect(isClose(mish.gaussian.slopeSecondMoment, 0.47908375837397, 1e-12))
    #expect(isClose(try inspect("gelu").gaussian.flatShare, 0.180468492555351, 1e-13))
  }

  /// Rounding errors are no reason to halve intervals for ever.
  @Test(
    .timeLimit(.minutes(3)),
    arguments: [
      "softplus:beta=1e-9", "gelu:sigma=1e300", "squareplus:b=1e300", "elu:alpha=1e308",
      "gennorm:beta=1e6", "gennorm:beta=0.001", "swish:alpha=1e10", "form1:alpha=1e-300",
    ])
  func extremeParametersEndSoon(name: String) throws {
    #expect(try inspect(name).minimum != nil)
  }

  /// σ_w² and σ_b² of the edge of chaos at unit variance.
  @Test(arguments: [
    ("relu", 2, 0), ("gelu", 2.1937, 0.0672), ("silu", 2.6352, 0.0625), ("mish", 2.0873, 0.0558),
    ("tanh", 2.1533, 0.1510),
  ])
  func theEdgeOfChaosIsThePublishedOne(name: String, weight: Double, bias: Double) throws {
    let gaussian = try inspect(name).gaussian
    let edge = try #require(gaussian.edgeOfChaos)
    #expect(abs(edge.weight - weight) < 5.1e-5)
    #expect(abs(edge.bias - bias) < 5.1e-5)
    let gain = try #require(gaussian.gain)
    #expect(isClose(gaussian.chi, gain * gain / edge.weight))
  }

  @Test func reluIsHalfOfEverything() throws {
    let sheet = try inspect("relu")
    let left = SignInterval(low: -.infinity, high: 0, sign: 0)
    let minimum = Extremum(x: 0, value: 0, isAttained: true, plateau: left)
    #expect(sheet.minimum == minimum)
    #expect(sheet.maximum == Extremum(x: .infinity, value: .infinity, isAttained: false))
    #expect(sheet.slopeMaximum?.value == 1)
    #expect(sheet.shape.monotone == [left, SignInterval(low: 0, high: .infinity, sign: 1)])
    #expect(sheet.shape.convex == [SignInterval(low: -.infinity, high: .infinity, sign: 1)])
    #expect(sheet.shape.zeros == [left])
    #expect(sheet.left == End(limit: 0, slope: 0, offset: 0))
    #expect(sheet.right == End(limit: .infinity, slope: 1, offset: 0))
    #expect(sheet.kinks == [Kink(at: 0, order: 1)])
    #expect(sheet.smoothness == 0)
    #expect(sheet.symmetry.isGateSymmetric)
    #expect(isClose(sheet.gaussian.gain, 1.4142135623730951, 1e-14))
    #expect(sheet.gaussian.flatShare == 0.5)
    #expect(sheet.typeLimits.allSatisfy { $0.overflow == nil && $0.flush == nil })
  }

  @Test func aJumpHasNoLipschitzBound() throws {
    let sheet = try inspect("heaviside")
    #expect(sheet.smoothness == -1)
    #expect(sheet.lipschitz?.value == .infinity)
    #expect(sheet.gaussian.slopeSecondMoment == .infinity)
    #expect(sheet.gaussian.secondMoment == 0.5)
    #expect(sheet.shape.monotone.map(\.sign) == [0, 0])
    #expect((sheet.minimum?.value, sheet.maximum?.value) == (0, 1))
  }

  @Test(arguments: [
    ("sigmoid", 0.0, 1.0), ("tanh", -1, 1), ("form5:gamma=0.1", -0.1 / .pi, .infinity),
    ("softplus", 0, .infinity), ("elu", -1, .infinity), ("logsigmoid", -.infinity, 0),
  ])
  func boundsThatAreOnlyApproachedAreMarked(name: String, low: Double, high: Double) throws {
    let sheet = try inspect(name)
    let (minimum, maximum) = (try #require(sheet.minimum), try #require(sheet.maximum))
    #expect(isClose(minimum.value, low, 1e-15) && isClose(maximum.value, high, 1e-15))
    #expect(!minimum.isAttained && !maximum.isAttained)
  }

  static let asymptotes: [(String, [Double])] = [
    ("form5:gamma=0.1", [0, -0.1 / .pi, 1, -0.1 / .pi]), ("tanhshrink", [1, 1, 1, -1]),
    ("leaky_relu", [0.01, 0, 1, 0]), ("hardswish", [0, 0, 1, 0]),
    ("arctan", [0, -.pi / 2, 0, .pi / 2]), ("squareplus", [0, 0, 1, 0]),
    ("form2:alpha=1e-4", [0, 0, 1, 0]), ("selu", [0, -1.7580993408473766, 1.0507009873554805, 0]),
  ]

  @Test(arguments: asymptotes.indices)
  func asymptotesHaveSlopeAndOffset(index: Int) throws {
    let (name, expected) = Self.asymptotes[index]
    let sheet = try inspect(name)
    let found = [sheet.left.slope, sheet.left.offset, sheet.right.slope, sheet.right.offset]
    for (value, number) in zip(found, expected) {
      #expect(isClose(value, number, 1e-13), "\(name): \(value ?? .nan) is not \(number)")
    }
  }

  @Test func cornersBoundConvexStretches() throws {
    let sheet = try inspect("hardswish")
    #expect(sheet.shape.convex.map(\.sign) == [0, 1, 0])
    #expect(sheet.shape.convex.map(\.high) == [-3, 3, .infinity])
    #expect(sheet.shape.inflections.isEmpty)
    #expect(try inspect("leaky_relu").shape.convex.map(\.sign) == [1])
    let inflections = try inspect("gelu").shape.inflections
    #expect(inflections == [-1.4142135623730951, 1.4142135623730951])
    #expect(try inspect("elu:alpha=2").lipschitz?.value == 2)
  }

  @Test func aTailThatCancelsFlushesWhereItsFunctionDoes() throws {
    let textbook = try inspect("0.5*x*(1+erf(x/sqrt(2)))").typeLimits
    #expect(textbook == (try inspect("gelu").typeLimits))
    #expect(textbook.first { $0.type == .bf16 && $0.side < 0 }?.flush == 13.5625)
  }

  @Test func floatTypesFlushWhereValuesDo() throws {
    let sheet = try inspect("gelu")
    let left = try #require(sheet.typeLimits.first { $0.type == .f16 && $0.side < 0 })
    // Half the smallest f16 number is 2^-25.
    let flush = try #require(left.flush)
    let values = sheet.function.activation.columns([.f], at: [-flush, -flush + 0x1p-8])[0]
    #expect(abs(values[0]) < 0x1p-25 && abs(values[1]) > 0x1p-25)
    #expect(left.overflow == nil)
    let leaky = try inspect("leaky_relu").typeLimits.first { $0.type == .f16 && $0.side < 0 }
    // 0.01 as a double lies above 1/100, so that 50 units times it lie above the half of one.
    #expect(leaky?.flushNearZero == 49 * 0x1p-24)
    let steep = try inspect("leaky_relu:negative_slope=1000").typeLimits
    #expect(steep.first { $0.type == .f16 && $0.side < 0 }?.overflow == 65.5625)
  }

  @Test func theNearestFunctionsAreFound() throws {
    let gelu = try inspect("gelu").nearest
    #expect(gelu[0].function.label == "form4" && gelu[0].isEqual)
    #expect(gelu[1].function.label == "gelu_tanh" && isClose(gelu[1].distance, 4.732e-4, 1e-4))
    #expect(try !inspect("silu").nearest.contains { $0.function.label == "swish" })
    #expect(try inspect("jax:gelu").nearest[0].isEqual)
  }

  @Test func everyFunctionOfTheCatalogueHasASheet() throws {
    for family in Catalogue.all {
      let sheet = Inspection(family.atDefaults)
      #expect(sheet.minimum != nil && sheet.slopeMaximum != nil, "\(family.name)")
      #expect(
        sheet.gaussian.secondMoment?.isNaN == false && !sheet.distanceToRelu.l2.isNaN,
        "\(family.name)")
      #expect(!sheet.nearest.isEmpty, "\(family.name)")
    }
  }

  @Test func aFormulaOfTwoKinksKeepsBoth() throws {
    let sheet = Inspection(try Function(parsing: "x*clip((x+3)/6,0,1)"))
    #expect(sheet.kinks == [Kink(at: -3, order: 1), Kink(at: 3, order: 1)])
  }

  @Test func aSlopeWithHolesHasNoInfiniteMinimum() throws {
    let sheet = Inspection(try Function(parsing: "gamma(x)"))
    #expect(sheet.slopeMinimum.map { $0.value < 0 } == true)
  }
}
