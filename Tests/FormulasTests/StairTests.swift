import Testing

@testable import Activations
@testable import Formulas

/// floor, ceil, round and mod: values, sides, and where they jump.
@Suite struct StairTests {
  @Test("Between jumps they are what C and Python say, at jumps the mean of their limits")
  func values() throws {
    let values: [(String, Double, Double)] = [
      ("floor(x)", 1.7, 1), ("floor(x)", -1.2, -2), ("floor(x)", 2, 1.5), ("floor(x)", 0, -0.5),
      ("ceil(x)", 1.2, 2), ("ceil(x)", -1.7, -1), ("ceil(x)", 2, 2.5),
      ("round(x)", 1.4, 1), ("round(x)", -1.6, -2), ("round(x)", 2.5, 2.5), ("round(x)", 2, 2),
      ("round(x)", 0.49999999999999994, 0), ("round(x)", 0x1p52 + 1, 0x1p52 + 1),
      ("floor(x)", 1e300, 1e300),
      ("floor(x^2)", 0, 0), ("floor(-x^2)", 0, -1), ("⌊x⌋ + ⌈x⌉", 0.5, 1),
      // What does not change with x does not jump; halves go away from 0, as in C.
      ("floor(2) + 0*x", 0, 2), ("round(2.5) + 0*x", 0, 3), ("round(-2.5) + 0*x", 0, -3),
      ("mod(x, 3)", 7, 1), ("mod(x, 3)", -7, 2), ("mod(x, -3)", 7, -2), ("mod(x, -3)", -7, -1),
      ("mod(x, 3)", 6, 1.5), ("mod(x, 1)", 0, 0.5), ("mod(7, 3) + 0*x", 1, 1),
      ("mod(6, 3) + 0*x", 1, 0), ("mod(x^2, 1)", 0, 0), ("mod(7, x)", 2, 1), ("mod(5, x)", -3, -1),
      ("mod(x, 0.1)", 1e15 + 0.25, 0.09448884876874217),
    ]
    for (formula, x, value) in values {
      let found = try Function(parsing: formula).activation.value(at: x)
      #expect(abs(found - value) <= 2e-17, "\(formula) at \(x): \(found), not \(value)")
    }
    for formula in ["mod(x, 0)", "mod(7, x)", "mod(1/x, 2)"] {
      #expect(try Function(parsing: formula).activation.value(at: 0).isNaN, "\(formula)")
    }
    #expect(try Function(parsing: "floor(log(x))").activation.jet(at: -1).first.isNaN)
  }

  @Test("Slopes are those of what is left between jumps")
  func slopes() throws {
    #expect(try Function(parsing: "x*floor(x)").activation.jet(at: 2.5) == Jet(5, 2, 0))
    #expect(try Function(parsing: "mod(x^2, 3)").activation.jet(at: 2) == Jet(1, 4, 2))
    #expect(try Function(parsing: "mod(7, x)").activation.jet(at: 2) == Jet(1, -3, 0))
    #expect(try Function(parsing: "mod(x, 2)").activation.jet(at: 4) == Jet(1, 1, 0))
  }

  @Test("They jump where their argument passes whole numbers, however it goes")
  func kinks() throws {
    func kinks(_ formula: String, _ range: ClosedRange<Double>) throws -> [Double] {
      try Function(parsing: formula).activation.kinks.map(\.x).filter(range.contains)
    }
    #expect(try kinks("floor(x)", -2.5...2.5) == [-2, -1, 0, 1, 2])
    #expect(try kinks("ceil(2*x - 1)", -0.7...0.7) == [-0.5, 0, 0.5])
    #expect(try kinks("round(x/3)", -5...5) == [-4.5, -1.5, 1.5, 4.5])
    #expect(try kinks("mod(x, 2.5)", -3...3) == [-2.5, 0, 2.5])
    #expect(try kinks("mod(x + 100, 2.5)", -3...3) == [-2.5, 0, 2.5])
    #expect(try kinks("floor(x^2)", 0.5...2.1).count == 4)
    let squares = try kinks("floor(x^2)", 1.5...1.9)
    #expect(squares.map { $0 * $0 }.allSatisfy { abs($0 - $0.rounded()) < 1e-15 })
    // Continuous, with a corner at every whole number.
    #expect(try kinks("abs(mod(x, 2) - 1)", -1.5...1.5) == [-1, 0, 1])
    #expect(try kinks("max(x + 100, 97.5)", -3...3) == [-2.5])
    #expect(try kinks("floor(2.5) + x", -9...9).isEmpty)
  }

  @Test("Logarithms to other bases are exact at their powers")
  func logarithms() throws {
    let (two, ten) = (
      try Function(parsing: "log2(x)").activation, try Function(parsing: "log₁₀(x)").activation
    )
    for k in -300...300 {
      #expect(two.value(at: Double(sign: .plus, exponent: k, significand: 1)) == Double(k))
    }
    var power = 1.0
    for k in 0...22 {
      #expect(ten.value(at: power) == Double(k))
      power *= 10
    }
    #expect(two.value(at: -1).isNaN && two.jet(at: -1).first.isNaN && ten.jet(at: -2).second.isNaN)
    #expect(two.value(at: 0) == -.infinity && two.jet(at: 4).first == 0.36067376022224085)
    #expect(ten.jet(at: 5).second == -0.017371779276130074)
  }

  /// u, erfcx and its derivatives, by mpmath.
  static let scaled: [(Double, Double, Double, Double)] = [
    (-5, 144009798674.66104, -1440097986747.7388, 14688999464826.709),
    (-26, 7.657724931490568e293, -3.9820169643750954e295, 2.072180366461348e297),
    (-9.5, 3.134057697027116e39, -5.95470962435152e40, 1.1376629440208431e42),
    (-2.2, 252.70311049655115, -1113.0220653519207, 5402.703308541553),
    (-0.6, 2.2988541117340935, -3.8870041011764247, 9.262113144879896),
    (-0.3, 1.4537492328427655, -2.0006287068011717, 4.107875689766234),
    (0, 1.0, -1.1283791670955126, 2.0),
    (0.2, 0.8090195199015807, -0.8047713591348803, 1.2961304961492093),
    (0.49, 0.620853390273928, -0.5199428446270631, 0.7321627928133343),
    (0.51, 0.61059916978194, -0.5055680139179338, 0.7055189653675874),
    (0.74, 0.5106406035300294, -0.3726310738710691, 0.46978721773087656),
    (0.76, 0.5032808900184099, -0.3633922142675295, 0.454205614350175),
    (1.3, 0.3576426690860903, -0.19850822747167773, 0.19916394674581847),
    (2.5, 0.2108063640611436, -0.07434734678979467, 0.04987599417331381),
    (6, 0.09277656780053835, -0.015060353489052321, 0.004828893732448854),
    (27, 0.02088160799042094, -0.0007723356127817775, 5.7092890625896615e-05),
    (150, 0.003761180312247992, -2.50734211149949e-05, 3.3428999751401273e-07),
    (4000.0, 0.00014104739147920836, -3.526184566593694e-08, 1.7630921180069817e-11),
    (1000000000.0, 5.641895835477563e-10, -5.641895835477563e-19, 1.1283791670955126e-27),
    (45_000_000_000.0, 1.253754630106125e-11, -2.7861214002358337e-22, 1.2382761778825927e-32),
    (1.8e11, 3.1343865752653125e-12, -1.741325875147396e-23, 1.934806527941551e-34),
    (5e17, 1.1283791670955125e-18, -2.256758334191025e-36, 9.0270333367641e-54),
    (1e30, 5.641895835477563e-31, -5.641895835477563e-61, 1.1283791670955125e-90),
  ]

  @Test("erfcx keeps its digits and those of its slopes", arguments: scaled)
  func scaledErrorFunction(_ u: Double, _ value: Double, _ first: Double, _ second: Double) throws {
    let found = try Function(parsing: "erfcx(x)").activation.jet(at: u)
    #expect(abs(found.value - value) <= 4 * value.ulp, "\(found.value), not \(value)")
    #expect(abs(found.first - first) <= 8 * first.ulp, "\(found.first), not \(first)")
    #expect(abs(found.second - second) <= 16 * second.ulp, "\(found.second), not \(second)")
  }

  @Test("What is printed of them can be typed")
  func writing() throws {
    let cases = [
      ("floor(x/2)", "⌊x/2⌋"), ("ceil(alpha*x)", "⌈αx⌉"), ("log2(x)", "log₂(x)"),
      ("log10(1 + x)", "log₁₀(1 + x)"), ("round(x)*mod(x, 2)", "round(x)·mod(x, 2)"),
      ("2*floor(x)", "2·⌊x⌋"),
    ]
    for (text, written) in cases {
      let formula = try Formula(parsing: text)
      #expect(formula.plainText == written)
      let again = try Formula(parsing: written).activation(with: ["α": 2, "alpha": 2])
      #expect(try again.value(at: 3.7) == formula.activation(with: ["alpha": 2]).value(at: 3.7))
    }
  }
}
