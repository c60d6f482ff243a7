import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

private func measures(_ name: String, against reference: String = "relu") throws -> Measures {
  Measures(
    of: try Function(parsing: name),
    against: try Function(parsing: reference),
    over: -5...5)
}

private func isClose(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-9) -> Bool {
  abs(value - expected) <= tolerance * max(1, abs(expected))
}

@Suite struct MeasuresTests {
  /// Name, argmin, minimum, where the slope is largest, that slope: 30-digit arithmetic, rounded.
  @Test(arguments: [
    ("gelu", -0.751791524694, -0.16997120748, 1.41421356237, 1.12890414519),
    ("gelu_tanh", -0.752461422071, -0.170040750571, 1.418504009, 1.12899306866),
    ("gelu_sigmoid", -0.751154255441, -0.163610189636, 1.409728132, 1.09983932013),
    ("silu", -1.27846454276, -0.278464542761, 2.399357281, 1.09983932013),
    ("mish", -1.19243121452, -0.308843413017, 1.490571179, 1.08849816125),
    ("serf", -1.19305996893, -0.34843745876, 1.09604604, 1.08612544415),
    ("tanhexp", -1.07886005846, -0.353285777848, 0.6965639604, 1.06197530872),
    ("golu", -0.56714329041, -0.0972601312276, 2.238645835, 1.11339727528),
    ("logish", -1.37245413703, -0.252768816789, 2.316758515, 0.746311180413),
    ("smish", -1.39451930192, -0.24999366366, 2.215421454, 0.636884222881),
    ("hardswish", -1.5, -0.375, 3, 1.5),
  ])
  func extremaAgreeWithPublishedOnes(
    name: String, argmin: Double, minimum: Double, steepest: Double, slope: Double
  ) throws {
    let measures = try measures(name)
    #expect(isClose(measures.minimum.x, argmin))
    #expect(isClose(measures.minimum.value, minimum))
    #expect(isClose(measures.slopeBound.x, steepest))
    #expect(isClose(measures.slopeBound.value, slope))
  }

  @Test(arguments: [
    ("gelu", 0.7978845608), ("gelu_tanh", 0.7978845608), ("gelu_sigmoid", 0.851), ("silu", 0.5),
    ("mish", 0.64), ("serf", 0.6979060555), ("tanhexp", 0.8399486832), ("golu", 0.7357588823),
    ("logish", 0.3333333333), ("smish", 0.2840236686),
  ])
  func curvaturesAtZeroAgreeWithPublishedOnes(name: String, curvature: Double) throws {
    let jet = try Function(parsing: name).activation.jet(at: 0)
    #expect(isClose(jet.second, curvature))
  }

  @Test(arguments: [
    ("gelu", 0.16997), ("silu", 0.27846), ("mish", 0.30884), ("softplus", 0.69315),
    ("form1", 0.09702), ("form2", 0.15014), ("form3:alpha=3", 0.06823),
  ])
  func distancesToReluAgreeWithPublishedOnes(name: String, distance: Double) throws {
    #expect(isClose(try measures(name).supremumDistance.value, distance, 5e-6))
  }

  @Test func distancesBetweenTheGelusAgreeWithPublishedOnes() throws {
    let tanh = try measures("gelu_tanh", against: "gelu").supremumDistance
    #expect(isClose(tanh.value, 4.732e-4, 1e-7))
    #expect(isClose(tanh.x, -2.699, 1e-3))
    let sigmoid = try measures("gelu_sigmoid", against: "gelu").supremumDistance
    #expect(isClose(sigmoid.value, 2.033e-2, 1e-5))
    #expect(isClose(sigmoid.x, -2.270, 1e-3))
  }

  @Test func theIntegralIsExactWhereItIsKnown() throws {
    // ∫ slope² x² over −5…0, and twice ∫ ((3 − x)/6)² over 0…3.
    let leaky = try measures("leaky_relu:negative-slope=0.1")
    #expect(isClose(leaky.squaredDistance, 0.01 * 125 / 3, 1e-12))
    let step = try measures("heaviside", against: "hardsigmoid")
    #expect(isClose(step.squaredDistance, 0.5, 1e-12))
    #expect(step.supremumDistance.value == 0.5)
  }

  @Test func whatOnlyGatesHaveIsNilForOthers() throws {
    #expect(try measures("tanh").gateAtZero == nil)
    #expect(try measures("tanh").isSymmetric == nil)
    #expect(try measures("mish").gateAtZero == 0.6)
    #expect(try measures("form6:alpha=2").gateAtZero == 0.25)
    #expect(try measures("gelu").isSymmetric == true)
  }

  @Test func equalFunctionsHaveNoDistance() throws {
    let same = try measures("relu")
    #expect(same.supremumDistance.value == 0)
    #expect(same.squaredDistance == 0)
    #expect(same.minimum == Extremum(x: -5, value: 0))
    #expect(same.minimum.value.sign == .plus)
    #expect(same.slopeBound == Extremum(x: 0, value: 1))
  }

  @Test(arguments: [1e9, 1e38, 1e300])
  func aWideDomainHidesNothing(reach: Double) throws {
    func wide(_ function: String, _ reference: String) throws -> Measures {
      Measures(
        of: try Function(parsing: function), against: try Function(parsing: reference),
        over: -reach...reach)
    }
    let gelu = try wide("gelu", "relu")
    #expect(isClose(gelu.minimum.x, -0.7517915246935645, 1e-15))
    #expect(isClose(gelu.supremumDistance.value, 0.16997120747990363, 1e-15))
    #expect(isClose(gelu.slopeBound.value, 1.128904145185155, 1e-15))
    #expect(isClose(gelu.squaredDistance, 0.0617650542454467, 1e-12))
    let swish = try wide("swish", "relu")
    #expect(isClose(swish.supremumDistance.value, 0.27846454276107379, 1e-15))
    let tanh = try wide("gelu_tanh", "gelu")
    #expect(isClose(tanh.supremumDistance.value, 0.000473235520687285, 1e-12))
    let far = try wide("gelu(x - 1000)", "relu(x - 1000)")
    #expect(isClose(far.supremumDistance.value, 0.16997120747990363, 1e-12))
  }

  @Test func aQuotientOfZerosIsNoPole() throws {
    let wave = try measures("sin(pi*x)/(x-1)", against: "0*x")
    #expect(isClose(wave.minimum.x, 1, 1e-6) && isClose(wave.minimum.value, -.pi, 1e-6))
    #expect(isClose(wave.supremumDistance.value, .pi, 1e-6))
    #expect(isClose(wave.slopeBound.value, 4.304941983417542))
  }

  @Test func whatHasNoBoundSaysWhere() throws {
    let pole = try measures("1/x")
    #expect(pole.valueAtZero.isNaN)
    #expect(pole.minimum == Extremum(x: 0, value: -.infinity, isAttained: false))
    #expect(pole.supremumDistance.x == 0 && pole.supremumDistance.value == .infinity)
    #expect(pole.slopeBound.x == 0 && pole.slopeBound.value == .infinity)
    #expect(pole.squaredDistance == .infinity)
    let root = try measures("abs(x)^-0.25", against: "0*x")
    #expect(isClose(root.squaredDistance, 4 * 5.0.squareRoot(), 1e-9))
    let half = try measures("sqrt(x)", against: "x")
    #expect(half.minimum == Extremum(x: 0, value: 0))
    #expect(half.slopeBound.x == 0 && half.slopeBound.value == .infinity)
    // 25/2 − 4/5·5^(5/2) + 125/3, over the half on which there is a root.
    #expect(isClose(half.squaredDistance, 9.445307116670875))
    let branch = try measures("log(x)")
    #expect(branch.minimum.x == 0 && branch.minimum.value == -.infinity)
    let tower = try measures("exp(x)^300")
    #expect(tower.supremumDistance.value == .infinity)
  }
}
