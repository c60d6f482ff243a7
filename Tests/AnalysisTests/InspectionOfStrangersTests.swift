import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A function that the catalogue need not have; NaN at ±∞ where its formula gives it.
private struct Stranger: Activation {
  let formula: @Sendable (Double) -> Jet

  func jet(at x: Double) -> Jet { formula(x) }
}

private func inspect(
  _ definition: FunctionDefinition, _ formula: @escaping @Sendable (Double) -> Jet
) -> Inspection {
  Inspection(
    FunctionFamily("stranger", definition: definition, kernel: { _ in Stranger(formula: formula) })
      .atDefaults)
}

@Suite struct InspectionOfStrangersTests {
  @Test func aWaveHasManyZerosAndNoLimits() throws {
    let sheet = inspect("sin(x)") { Jet(sin($0), cos($0), -sin($0)) }
    #expect(sheet.left.limit.isNaN && sheet.right.slope == nil)
    #expect(sheet.minimum.map { abs($0.x + .pi / 2) < 1e-15 && $0.value == -1 } == true)
    #expect(sheet.slopeMaximum?.x == 0 && sheet.slopeMaximum?.value == 1)
    // Those of −40…40.
    #expect(sheet.shape.zeros.count == 25)
    #expect(try abs(#require(sheet.gaussian.secondMoment) - 0.4323323583816937) < 1e-13)
    #expect(sheet.distanceToRelu.supremum == .infinity)
  }

  @Test func aFormulaMayBeFlatOnOneSideOfASmoothSeam() throws {
    let sheet = Inspection(try Function(parsing: "x*(1-exp(-max(0,x)^2))"))
    #expect(sheet.minimum?.value == 0 && sheet.minimum?.isAttained == true)
    #expect(sheet.shape.zeros == [SignInterval(low: -.infinity, high: 0, sign: 0)])
    #expect(sheet.shape.monotone.map(\.sign) == [0, 1])
    // x³ is all that is left of the right piece.
    #expect(sheet.kinks == [Kink(at: 0, order: 3)])
    // Pieces that meet without a trace: a square.
    let square = Inspection(try Function(parsing: "abs(x)^2"))
    #expect(square.shape.zeros == [SignInterval(low: 0, high: 0, sign: 0)])
    #expect(square.shape.convex.map(\.sign) == [1])
  }

  @Test func aPowerHasNoAsymptoteAndOverflows() throws {
    let sheet = inspect("x^2") { Jet($0 * $0, 2 * $0, 2) }
    #expect(sheet.minimum == Extremum(x: 0, value: 0, isAttained: true))
    #expect(sheet.shape.zeros == [SignInterval(low: 0, high: 0, sign: 0)])
    #expect(sheet.right == End(limit: .infinity, slope: nil, offset: nil))
    #expect(sheet.lipschitz?.value == .infinity)
    #expect(sheet.symmetry.isEven)
    #expect(try abs(#require(sheet.gaussian.variance) - 2) < 1e-12)
    #expect(sheet.typeLimits.first { $0.type == .f16 && $0.side > 0 }?.overflow == 256)
    // (2^-12.5)² is half the smallest number of f16.
    let small = sheet.typeLimits.first { $0.type == .f16 && $0.side > 0 }?.flushNearZero
    #expect(small.map { $0 < 0x1p-12 && $0 > 0x1p-13 } == true)
  }

  @Test func anExponentialIsFlatOnTheLeftOnly() throws {
    let sheet = inspect("exp(x)") { Jet(exp($0), exp($0), exp($0)) }
    #expect(sheet.left == End(limit: 0, slope: 0, offset: 0))
    #expect(sheet.right.slope == nil)
    #expect(try abs(#require(sheet.gaussian.mean) - 1.6487212707001282) < 1e-12)
    let right = sheet.typeLimits.first { $0.type == .f16 && $0.side > 0 }
    // ln 65520 = 11.0901
    #expect(right?.overflow == 11.09375)
  }

  @Test func aLogarithmBesideALineIsNoOffset() {
    let sheet = inspect("x + log(x^2 + 1)") { x in
      let r = x * x + 1
      return Jet(x + log(r), 1 + 2 * x / r, 2 * (1 - x * x) / (r * r))
    }
    #expect(sheet.right == End(limit: .infinity, slope: nil, offset: nil))
    #expect(sheet.distanceToRelu.l2 == .infinity)
  }

  @Test func aShiftedHyperbolaHasOffsetsAtBothEnds() throws {
    // √((x − 3)² + 1): −x + 3 on the left, x − 3 on the right.
    let sheet = inspect("sqrt((x - 3)^2 + 1)") { x in
      let r = ((x - 3) * (x - 3) + 1).squareRoot()
      return Jet(r, (x - 3) / r, 1 / (r * r * r))
    }
    #expect((sheet.left.slope, sheet.right.slope) == (-1, 1))
    #expect(try abs(#require(sheet.left.offset) - 3) < 1e-12)
    #expect(try abs(#require(sheet.right.offset) + 3) < 1e-12)
    #expect(sheet.minimum == Extremum(x: 3, value: 1, isAttained: true))
  }

  /// 1 + erf leaves steps of 2⁻⁵³ in the left tail, and 0 beyond.
  @Test func theTextbookFormulaOfGeluIsRecognised() {
    let sheet = inspect("0.5*x*(1 + erf(x/sqrt(2)))") { x in
      let gate = 0.5 * (1 + erf(x / 2.0.squareRoot()))
      let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
      return Jet(x * gate, gate + x * density, density * (2 - x * x))
    }
    #expect(sheet.nearest.prefix(2).map(\.isEqual) == [true, true])
    #expect(sheet.symmetry.isGateSymmetric)
    #expect(sheet.shape.inflections.count == 2)
    #expect(sheet.shape.slopeZeros.count == 1, "\(sheet.shape.slopeZeros)")
    #expect(sheet.minimum.map { abs($0.x + 0.751791524693564) < 1e-12 } == true)
    #expect(abs(sheet.distanceToRelu.l2 - 0.248525761733963) < 1e-12)
    #expect(sheet.right == End(limit: .infinity, slope: 1, offset: 0))
  }

  @Test func nothingButNaNHasASheetToo() {
    let sheet = inspect("sqrt(-1 - x^2)") { _ in Jet(.nan, .nan, .nan) }
    #expect(sheet.minimum == nil && sheet.lipschitz == nil)
    #expect(sheet.gaussian.secondMoment?.isNaN == true)
  }

  @Test func polesAndEdgesAreFound() throws {
    let hyperbola = Inspection(try Function(parsing: "1/x"))
    #expect(hyperbola.poles == [Pole(x: 0, left: -.infinity, right: .infinity, order: 1)])
    #expect(hyperbola.minimum == Extremum(x: 0, value: -.infinity, isAttained: false, side: -1))
    #expect(hyperbola.shape.zeros.isEmpty && hyperbola.shape.inflections.isEmpty)
    #expect(hyperbola.lipschitz?.value == .infinity && hyperbola.atZero.value.isNaN)
    #expect(hyperbola.gaussian.mean?.isNaN == true && hyperbola.gaussian.secondMoment == .infinity)
    let root = Inspection(try Function(parsing: "sqrt(x)"))
    #expect(root.domain == [DomainPart(low: 0, high: .infinity, holdsLow: true, holdsHigh: false)])
    #expect(root.minimum == Extremum(x: 0, value: 0, isAttained: true))
    #expect(root.slopeMaximum == Extremum(x: 0, value: .infinity, isAttained: false, side: 1))
    #expect(root.shape.zeros == [SignInterval(low: 0, high: 0, sign: 0)])
    let tangent = Inspection(try Function(parsing: "tan(x)"))
    #expect(tangent.poles.count == 26 && tangent.shape.zeros.count == 25)
    #expect(tangent.shape.zeros.allSatisfy { abs($0.low.remainder(dividingBy: .pi)) < 1e-14 })
    let arc = Inspection(try Function(parsing: "asin(x)"))
    #expect(arc.domain == [DomainPart(low: -1, high: 1, holdsLow: true, holdsHigh: true)])
    #expect(arc.slopeMaximum?.value == .infinity && arc.slopeMinimum?.value == 1)
    #expect(Inspection(try Function(parsing: "exp(x)")).poles.isEmpty)
  }

  @Test func limitsAreProvedWherePowersOverflow() throws {
    let sheet = Inspection(try Function(parsing: "x/(1+abs(x)^3)^(1/3)"))
    #expect((sheet.left.limit, sheet.right.limit) == (-1, 1))
    #expect(sheet.minimum == Extremum(x: -.infinity, value: -1, isAttained: false))
    let quotient = Inspection(try Function(parsing: "x/(1-exp(-x))"))
    #expect(quotient.poles.isEmpty && quotient.kinks.isEmpty && quotient.atZero.value == 1)
    #expect(quotient.shape.monotone.count == 1 && quotient.shape.convex.count == 1)
    let shrink = Inspection(try Function(parsing: "hardshrink"))
    #expect(shrink.left.offset == 0 && shrink.right.offset == 0)
  }

  @Test func whatIsNotDecidedIsTold() throws {
    let wave = Inspection(try Function(parsing: "sin(1/x)"))
    #expect(wave.undecided.count == 1 && wave.undecided[0].low <= 0 && wave.undecided[0].high >= 0)
  }

  /// V′(1) of 30-digit arithmetic.
  @Test(arguments: [
    ("gelu", 1.0671916747), ("silu", 1.0993403444), ("mish", 1.0162595818), ("relu", 1),
  ])
  func theEdgeOfChaosMayBeUnstable(name: String, slope: Double) throws {
    let found = try #require(Inspection(try Function(parsing: name)).gaussian.varianceSlope)
    #expect(abs(found - slope) < 1e-9, "\(found)")
  }
}

@Suite struct ClassesTests {
  @Test(
    "A class is that of the exact series on both sides",
    arguments: [
      ("x/(1+abs(x)^3)^(1/3)", 4), ("abs(x)^2.5", 3), ("relu(x)^3", 3), ("x*abs(x)^3", 4),
      ("x*abs(x)", 2), ("abs(x)", 1), ("x*log(abs(x))", 1), ("cbrt(x)", 1), ("atan(1/x)", 0),
      ("abs(x^2-2)", 1), ("abs(x^2-2)^3", 3), ("where(x<0, 0, x^5)", 5), ("elu(1, x)*x", 2),
      ("where(x<0, 0, exp(-1/x))", nil), ("abs(x)^2", nil), ("abs(x)-abs(x)", nil),
      ("cosh(abs(x))", nil), ("gelu(x)", nil), ("sin(x)/x", nil), ("(x^2-1)/(x-1)", nil),
    ] as [(String, Int?)])
  func classes(formula: String, order: Int?) throws {
    let formula = formula == "elu(1, x)*x" ? "elu(x)*abs(x)" : formula
    let sheet = Inspection(try Function(parsing: formula))
    #expect(sheet.kinks.map(\.order).min() == order)
  }

  @Test func edgesHaveTheirOwnClass() throws {
    for (formula, orders) in [
      ("sqrt(x)", [1]), ("x^1.5", [2]), ("asin(x)", [1, 1]), ("sqrt(1-x^2)", [1, 1]),
      ("log(x)", []),
    ] as [(String, [Int])] {
      let sheet = Inspection(try Function(parsing: formula))
      #expect(sheet.steepEdges.map(\.order) == orders, "\(formula)")
      #expect(sheet.smoothness == nil, "\(formula)")
    }
  }

  @Test func polesHaveTheOrderOfTheirSeries() throws {
    for (formula, order) in [
      ("1/x", 1), ("1/x^2", 2), ("1/x^3", 3), ("1/sqrt(x)", 0.5), ("1/(x-1)^4", 4), ("log(x)", nil),
      ("exp(1/x)", nil),
    ] as [(String, Double?)] {
      let pole = try #require(Inspection(try Function(parsing: formula)).poles.first, "\(formula)")
      #expect(pole.order == order, "\(formula)")
    }
    let essential = Inspection(try Function(parsing: "exp(1/x)"))
    #expect(essential.poles[0].isEssential && essential.poles[0].left == 0)
    #expect(essential.holes == [0] && essential.shape.monotone.map(\.sign) == [-1, -1])
    #expect(essential.minimum == Extremum(x: 0, value: 0, isAttained: false, side: -1))
    #expect(essential.slopeMinimum?.value == -.infinity)
    #expect(Inspection(try Function(parsing: "log(abs(x))")).poles[0].isLogarithmic)
  }

  @Test func straightPiecesBelongToWhatTheyGoOnIn() throws {
    let sheet = Inspection(try Function(parsing: "clip(x/2,0,1)"))
    #expect(
      sheet.shape.convex == [
        SignInterval(low: -.infinity, high: 2, sign: 1),
        SignInterval(low: 0, high: .infinity, sign: -1),
      ])
  }

  @Test func whatTouchesZeroBetweenDoublesIsZero() throws {
    for formula in ["abs(x^2-2)", "(x^2-2)^2"] {
      let sheet = Inspection(try Function(parsing: formula))
      #expect(sheet.minimum?.value == 0 && sheet.shape.zeros.count == 2, "\(formula)")
    }
  }

  @Test(
    "What has no limit comes near all values between two bounds",
    arguments: [
      ("sin(x)", -1, 1), ("x*sin(x)", -.infinity, .infinity), ("tan(x)", -.infinity, .infinity),
      ("mod(x,1)", 0, 1), ("sin(x)+cos(2*x)", -2, 1.125), ("2+sin(x)/(1+exp(-x))", 1, 3),
    ] as [(String, Double, Double)])
  func oscillations(formula: String, low: Double, high: Double) throws {
    let end = Inspection(try Function(parsing: formula)).right
    #expect(end.limit.isNaN)
    let range = try #require(end.oscillation)
    #expect(abs(range.lowerBound - low) < 1e-9 || range.lowerBound == low)
    #expect(abs(range.upperBound - high) < 1e-9 || range.upperBound == high)
  }

  @Test func besideEndlessTurnsNothingIsToldOfSingleOnes() throws {
    let sheet = Inspection(try Function(parsing: "sin(1/x)"))
    let place = try #require(sheet.wildPlaces.first)
    #expect(place.x == 0 && place.left == -1...1 && place.right == -1...1)
    #expect(sheet.shape.zeros.allSatisfy { !place.stretch.contains($0.low) })
    #expect(sheet.left.limit == 0 && sheet.right.limit == 0)
  }

  @Test func noneIsProvedOrToldToBeOpen() throws {
    for formula in ["1/x", "exp(x)", "exp(-x^2)", "x^2+1", "softplus(x)", "1/(x^2-1)"] {
      let shape = Inspection(try Function(parsing: formula)).shape
      #expect(shape.zeros.isEmpty && shape.undecidedZeros[0].isEmpty, "\(formula)")
    }
    for formula in ["x^3", "gelu(x)", "tanh(x)", "(x^2-2)^2", "abs(x^2-2)"] {
      let shape = Inspection(try Function(parsing: formula)).shape
      #expect(!shape.zeros.isEmpty && shape.undecidedZeros[0].isEmpty, "\(formula)")
    }
    let wave = Inspection(try Function(parsing: "sin(x)"))
    #expect(!wave.shape.undecidedZeros[0].isEmpty && wave.undecidedBounds.maximum.isEmpty)
  }
}
