import Testing

@testable import Activations
@testable import Formulas

/// Functions that the language has by itself, against values that were computed with 60 digits.
@Suite struct IntrinsicTests {
  /// a, x, and P(a, ·) with its derivatives at x.
  static let gamma: [(Double, Double, Jet)] = [
    (0.01, 1e-100, Jet(0.1005706528500385, 1.005706528500385e+97, -9.956494632153812e+196)),
    (0.01, 0.001, Jet(0.938570652526129, 9.37641832253114, -9292.03055762836)),
    (0.01, 0.5, Jet(0.9943732438060329, 0.012115566455227976, -0.03610438803657937)),
    (0.01, 3.0, Jet(0.9998670286434298, 0.00016874766863161084, -0.0002244343992800424)),
    (0.01, 40.0, Jet(1.0, 1.1082879256478334e-21, -1.1357180518076172e-21)),
    (0.5, 1e-10, Jet(1.1283791670579e-05, 56418.95834913373, -282094791802087.6)),
    (0.5, 0.3, Jet(0.5614219739190002, 0.763090578768186, -2.034908210048496)),
    (0.5, 1.4, Jet(0.9057356931587897, 0.11758414650508897, -0.15957848454262075)),
    (0.5, 1.6, Jet(0.9263617298796973, 0.09005211168038414, -0.11819339658050419)),
    (0.5, 9.0, Jet(0.9999779095030014, 2.3208841991124642e-05, -2.449822210174268e-05)),
    (0.5, 30.0, Jet(0.9999999999999906, 9.638955586993623e-15, -9.79960484677685e-15)),
    (1.0, 1e-05, Jet(9.999950000166666e-06, 0.9999900000499998, -0.9999900000499998)),
    (1.0, 1.0, Jet(0.6321205588285577, 0.36787944117144233, -0.36787944117144233)),
    (1.0, 2.5, Jet(0.9179150013761012, 0.0820849986238988, -0.0820849986238988)),
    (1.0, 20.0, Jet(0.9999999979388464, 2.061153622438558e-09, -2.061153622438558e-09)),
    (2.5, 0.01, Jet(2.987601531906594e-06, 0.0007447677378592913, 0.1109703929410344)),
    (2.5, 1.0, Jet(0.15085496391539036, 0.2767383316137298, 0.1383691658068649)),
    (2.5, 3.4, Jet(0.7640554623054786, 0.15739137785772336, -0.08795400527343364)),
    (2.5, 3.6, Jet(0.7938140802904441, 0.14039686702448487, -0.08189817243094952)),
    (2.5, 12.0, Jet(0.9997828870565473, 0.00019213296572807132, -0.0001681163450120624)),
    (9.5, 0.5, Jet(7.759390314817436e-10, 1.4043805113935787e-08, 2.247008818229726e-07)),
    (9.5, 9.0, Jet(0.4775617260137371, 0.13359739541859808, -0.007422077523255449)),
    (9.5, 10.4, Jet(0.6520435645217165, 0.11259206138663373, -0.02056970352255809)),
    (9.5, 11.0, Jet(0.7157437413310459, 0.0995372232251636, -0.02262209618753718)),
    (9.5, 30.0, Jet(0.9999961301736994, 2.818922955424337e-06, -2.0202281180541083e-06)),
    (10.0, 1.0, Jet(1.1142547833872067e-07, 1.0137771196302974e-06, 8.110216957042379e-06)),
    (10.0, 10.0, Jet(0.5420702855281478, 0.1251100357211333, -0.01251100357211333)),
    (10.0, 12.0, Jet(0.7576078383294876, 0.08736437990304943, -0.021841094975762358)),
    (10.0, 31.0, Jet(0.9999965235252526, 2.5082064055529493e-06, -1.7800174491020929e-06)),
    (50.0, 10.0, Jet(1.8547268838697993e-19, 7.463633628887421e-19, 2.910817115266094e-18)),
    (50.0, 45.0, Jet(0.24680203440017026, 0.047869249786209565, 0.0042550444254408504)),
    (50.0, 50.0, Jet(0.5188083154720433, 0.05632500632519082, -0.0011265001265038164)),
    (50.0, 52.0, Jet(0.6278502984261325, 0.05208898693071949, -0.0030051338613876627)),
    (50.0, 90.0, Jet(0.9999983505014983, 7.7139127629474e-07, -3.5141158142315936e-07)),
    (171.5, 60.0, Jet(7.395706680360935e-32, 1.380882393977176e-31, 2.5431250755746323e-31)),
    (171.5, 160.0, Jet(0.19133822838895448, 0.021796027870574636, 0.0014303643290064605)),
    (171.5, 171.0, Jet(0.49491197049023117, 0.030515313261303006, -8.922606216755264e-05)),
    (171.5, 200.0, Jet(0.9817506122664276, 0.003088554692693371, -0.0004555618171722722)),
    (5000.0, 4500.0, Jet(1.2697731705204422e-13, 1.4353686753918462e-14, 1.5916643756011806e-15)),
    (5000.0, 4990.0, Jet(0.4455940887896612, 0.005596783919665843, 1.0094399855108734e-05)),
    (5000.0, 5000.0, Jet(0.5018806340338173, 0.005641801804664022, -1.1283603609328044e-06)),
    (5000.0, 5100.0, Jet(0.9206711189223811, 0.002061713301741033, -4.083000852467535e-05)),
    (99999.0, 98500.0, Jet(9.531232781510253e-07, 1.509404067557193e-08, 2.295520094619975e-10)),
    (99999.0, 99990.0, Jet(0.48906740239357355, 0.0012611741556094681, 1.0090402285104255e-07)),
    (99999.0, 100100.0, Jet(0.625644009745716, 0.0011976693831369102, -1.2204023684312172e-06)),
    (200000.0, 198500.0, Jet(0.000387211402801169, 3.151187586689228e-06, 2.3796625654645607e-08)),
    (200000.0, 200000.0, Jet(0.5002973540276185, 0.0008920616863839388, -4.4603084319196936e-09)),
    (200000.0, 200600.0, Jet(0.9100473478970384, 0.00036225041834212553, -1.085306587356019e-06)),
    (
      100000000.0, 99970000.0,
      Jet(0.0013487164491615506, 4.429189399000218e-07, 1.329111261184431e-10)
    ),
    (
      100000000.0, 100000000.0,
      Jet(0.5000132980760141, 3.989422800689808e-05, -3.989422800689808e-13)
    ),
    (
      100000000.0, 100020000.0,
      Jet(0.9772444692251449, 5.399456490625295e-06, -1.0797293468206012e-09)
    ),
  ]

  @Test("gammaincp is the regularised lower incomplete gamma function", arguments: gamma)
  func lowerGamma(_ a: Double, _ x: Double, _ truth: Jet) throws {
    let found = try Function(parsing: "gammaincp(\(a), x)").activation.jet(at: x)
    #expect(abs(found.value - truth.value) <= 2e-15, "\(found.value) for \(truth.value)")
    if truth.value > 1e-15, a < 1e5 {
      #expect(abs(found.value - truth.value) <= 3e-14 * truth.value, "\(found.value)")
    }
    #expect(abs(found.first - truth.first) <= 2e-13 * truth.first, "\(found.first)")
    let slack = 2e-13 * abs(truth.second) + 1e-15 * truth.first
    #expect(abs(found.second - truth.second) <= slack, "\(found.second) for \(truth.second)")
  }

  /// u, Φ(u) and φ(u).
  static let normal: [(Double, Double, Double)] = [
    (-37.2, 3.412054343470239e-303, 1.2702001138305469e-301),
    (-20.3, 6.429244467698346e-92, 1.308288554681529e-90),
    (-8.1, 2.7479593923982286e-16, 2.2588094031543087e-15),
    (-2.5, 0.006209665325776135, 0.017528300493568537),
    (-0.9, 0.18406012534675947, 0.2660852498987548),
    (-0.7, 0.24196365222307303, 0.31225393336676127),
    (-0.3, 0.3820885778110474, 0.3813878154605241),
    (0.0, 0.5, 0.3989422804014327),
    (0.6, 0.7257468822499265, 0.3332246028917996),
    (0.8, 0.7881446014166034, 0.28969155276148273),
    (3.1, 0.9990323967867817, 0.0032668190561999195),
    (7.7, 0.9999999999999932, 5.3241483722529524e-14),
  ]

  @Test("Phi and phi are the normal distribution and its density, tails and all", arguments: normal)
  func normalDistribution(_ u: Double, _ distribution: Double, _ density: Double) throws {
    let found = try Function(parsing: "Phi(x)").activation.jet(at: u)
    #expect(abs(found.value - distribution) <= 1e-15 * distribution)
    #expect(abs(found.first - density) <= 1e-15 * density)
    #expect(abs(found.second + u * density) <= 1e-15 * abs(u) * density)
    let bell = try Function(parsing: "φ(x)").activation.jet(at: u)
    #expect(abs(bell.value - density) <= 1e-15 * density && bell.first == found.second)
    #expect(try Function(parsing: "Φ(x)").activation.value(at: u) == found.value)
  }

  @Test("The ends of what a function takes have their limits")
  func ends() throws {
    let values: [(String, Double, Double)] = [
      ("gammaincp(2, x)", 0, 0), ("gammaincp(2, x)", .infinity, 1), ("gammaincp(0, x)", 3, 1),
      ("gammaincp(2.5, x^2)", 0, 0), ("Phi(x)", -.infinity, 0), ("Phi(x)", .infinity, 1),
      ("phi(x)", .infinity, 0), ("Phi(x)", 1e300, 1), ("gammaincp(1e300, x)", 5, 0),
      ("gammaincp(3, x)", 1e308, 1), ("gammaincp(1e-300, x)", 5, 1), ("gammaincp(3, x)", 1e-300, 0),
    ]
    for (formula, x, value) in values {
      #expect(try Function(parsing: formula).activation.value(at: x) == value, "\(formula) at \(x)")
    }
    for text in ["gammaincp(2, x)", "gammaincp(-1, x*x)", "gammaincp(0.5, x)"] {
      #expect(try Function(parsing: text).activation.value(at: -1).isNaN)
    }
    // e^−x alone, and √x's slope at 0.
    #expect(try Function(parsing: "gammaincp(1, x)").activation.jet(at: 0) == Jet(0, 1, -1))
    #expect(try Function(parsing: "gammaincp(0.5, x)").activation.jet(at: 0).first == .infinity)
  }

  @Test("What the first argument may not depend on is said at its place")
  func refused() throws {
    for (text, column) in [("gammaincp(x, 2)", 11), ("1 + gammaincp(2*x, x)", 16)] {
      let error = #expect(throws: FormulaError.self) { try Function(parsing: text) }
      #expect(error?.column == column)
      #expect(error?.description.contains("gammaincp(a, x) cannot depend on x") == true)
    }
    let one = #expect(throws: FormulaError.self) { try Function(parsing: "atan2(x)*1") }
    #expect(one?.description == "atan2 takes 2 arguments, atan2(y, x), not 1.")
    #expect(throws: FormulaError.self) { try Function(parsing: "atan2(x, 1; a=1)") }
    var definitions = Definitions()
    #expect(throws: FormulaError.self) { try definitions.define("f(x; a=1) = gammaincp(a*x, 1)") }
    try definitions.define("g(x; a=1) = gammaincp(a, x^2)")
    #expect(throws: FormulaError.self) {
      try Function(parsing: "g(x; a=x)", definitions: definitions)
    }
  }

  /// y, x, the angle.
  static let angles: [(String, String, Double)] = [
    ("x", "1", 0), ("x+1", "1", .pi / 4), ("1+x", "x-1", 3 * .pi / 4), ("x-1", "x-1", -3 * .pi / 4),
    ("x-1", "1", -.pi / 4), ("1", "x", .pi / 2), ("x-1", "x", -.pi / 2),
    // On the cut the sides are π and −π; along it, the angle is π.
    ("x", "x-1", 0), ("-x", "-1", 0), ("x^2", "-1", .pi), ("-x^2", "-1", -.pi), ("0*x", "-1", .pi),
    ("0", "x-1", .pi), ("-x^2", "1", 0),
    // Through the origin, straight on and along a bend.
    ("x", "x", -.pi / 4), ("-x", "x", .pi / 4), ("x^2", "x", .pi / 2), ("-x^2", "x", -.pi / 2),
    ("x^2", "-x^2", 3 * .pi / 4), ("x", "x^2", 0), ("0", "0*x", 0),
  ]

  @Test(
    "atan2 is the angle of the point, its signs and its cut told by the sides", arguments: angles)
  func angle(_ y: String, _ x: String, _ angle: Double) throws {
    let activation = try Function(parsing: "atan2(\(y), \(x))").activation
    #expect(abs(activation.value(at: 0) - angle) <= 1e-15, "\(activation.value(at: 0))")
    #expect(activation.jet(at: 0).value == activation.value(at: 0))
  }

  @Test("The cut of atan2 is a kink where it is met, and the far points keep their digits")
  func cut() throws {
    let f = try Function(parsing: "atan2(x - 2, -x)").activation
    #expect(f.kinks == [Kink(at: 2, order: 0)])
    #expect(try Function(parsing: "atan2(x - 2, x)").activation.kinks.isEmpty)
    let far = try Function(parsing: "atan2(1e200*x, 2e200*x)").activation.jet(at: 1)
    #expect(far == Jet(Libm.atan(0.5), 0, 0))
    let tiny = try Function(parsing: "atan2(1e-100*x, 1e-100)").activation.jet(at: 1)
    #expect(abs(tiny.first - 0.5) < 1e-15 && abs(tiny.second + 0.5) < 1e-15)
  }
}
