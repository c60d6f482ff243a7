import Activations
import Testing

@testable import Formulas

/// Functions of any number of arguments, and their components.
@Suite struct VectorTests {
  private func activation(_ text: String) throws -> any Activation {
    try Function(parsing: text).activation
  }

  @Test func aVectorIsAFunctionForEachComponent() throws {
    let references = try FunctionReference.all(parsing: " softmax(x,  0, 1)")
    #expect(
      references.map(\.name) == [
        "softmax(x, 0, 1)[1]", "softmax(x, 0, 1)[2]", "softmax(x, 0, 1)[3]",
      ])
    let values = try references.map { try $0.functions()[0].activation.value(at: 0.5) }
    #expect((values.reduce(0, +) - 1).magnitude < 1e-15 && values[1] < values[0])
    let gates = try FunctionReference.all(parsing: "gate: softmax(x, 0)")
    #expect(gates.map(\.name) == ["gate: softmax(x, 0)[1]", "gate: softmax(x, 0)[2]"])
    #expect(try FunctionReference.all(parsing: "softmax(x, 0)[1]").count == 1)
    #expect(try FunctionReference.all(parsing: "relu").map(\.name) == ["relu"])
    #expect(try FunctionReference.all(parsing: "torch.softmax(x, 0)").count == 2)
    let hundred = (1...100).map { "x*\($0)" }.joined(separator: ", ")
    #expect(try FunctionReference.all(parsing: "log_softmax(\(hundred))").count == 100)
  }

  @Test func componentsArePartsOfFormulas() throws {
    let silu = try activation("silu").value(at: 3)
    #expect(try activation("x*softmax(x, 0)[1]").value(at: 3).isNear(silu))
    let difference = try activation("softmax(x, 0)[1] - sigmoid(x)")
    #expect(
      [-800.0, -3, 0, 40].map { difference.jet(at: $0) } == Array(repeating: Jet(0, 0, 0), count: 4)
    )
    #expect(try activation("softmax(x)[1]").jet(at: 7) == Jet(1, 0, 0))
    #expect(try activation("logsumexp(x)").jet(at: 7) == Jet(7, 1, 0))
    #expect(
      try activation("softmax(softmax(x, 0)[1], 0)_2").value(at: 0).isNear(
        1 / (1 + 0.5.exponential)))
    var definitions = Definitions()
    try definitions.define("cool(x; t=1) = softmax(x/t, 0)[1]")
    let cool = try Function(parsing: "cool:t=2", definitions: definitions)
    #expect(cool.activation.value(at: 4) == 1 / (1 + (-2.0).exponential))
    // Who has defined it already keeps it.
    try definitions.define("softmax(x) = 3*x")
    #expect(
      try Function(parsing: "softmax(x)", definitions: definitions).activation.value(at: 1) == 3)
    #expect(try Function(parsing: "softmax(x, y, 0)[1]").surface != nil)
    #expect(try Function(parsing: "logsumexp(x, y)").surface != nil)
  }

  @Test(
    arguments: [
      ("softmax(x, 1e4, 1e4)[1]", 1e4, 1.0 / 3), ("softmax(x, 0, 1)[1]", 800, 1),
      ("softmax(x, 0, 1)[1]", -800, 0), ("softmax(x, -x, 0)[2]", 1e308, 0),
      ("softmax(x, -inf, 0)[2]", 3, 0), ("softmax(-inf, x, -inf)[2]", 3, 1),
      ("softmax(inf, x, 0)[1]", 3, 1), ("softmax(inf, x, 0)[3]", 3, 0),
      ("softmin(inf, x, x)[3]", 3, 0.5), ("log_softmax(x, x, x, x)[1]", 1e308, -1.3862943611198906),
      ("log_softmax(x, 0, 1)[2]", 1e4, -1e4), ("log_softmax(x, 0, -inf)[1]", 1e4, 0),
      ("logsumexp(x, x, -inf)", -1e4, -1e4 + 0.6931471805599453),
      ("logsumexp(x, 1, -1e308)", 1e308, 1e308),
      ("logsumexp(-inf, -inf, -inf)", 1, -Double.infinity),
    ] as [(String, Double, Double)])
  func nothingOverflows(_ text: String, _ x: Double, _ value: Double) throws {
    let jet = try activation(text).jet(at: x)
    #expect(jet.value == value || (jet.value - value).magnitude <= value.ulp, "\(jet.value)")
    #expect(value.isInfinite || (jet.first.isFinite && jet.second.isFinite), "\(jet)")
  }

  @Test func aMaskTakesArgumentsOut() throws {
    let mask = "where(x < 0, -inf, x), where(x < 0, -inf, 1), 0"
    for (name, place) in [("softmax", 1), ("sparsemax", 1), ("entmax15", 2), ("softmax", 2)] {
      #expect(try activation("\(name)(\(mask))[\(place)]").jet(at: -3) == Jet(0, 0, 0))
      #expect(try activation("\(name)(\(mask))[3]").jet(at: -3) == Jet(1, 0, 0))
    }
  }

  @Test func sparseSharesAreExactAndBreakWhereTheirSupportDoes() throws {
    let sparse = try activation("sparsemax(x, 0, 0.5)[1]")
    #expect(sparse.kinks == [-0.25, 0.5, 1.5].map { Kink(at: $0, order: 1) })
    // At a kink the mean of the limits, 1/2 and 0, or 2/3 and 1/2.
    #expect(sparse.jet(at: 1.5) == Jet(1, 0.25, 0))
    #expect(sparse.jet(at: 0.5).first.isNear(7.0 / 12))
    #expect(sparse.jet(at: 0).value.isNear(1.0 / 6) && sparse.value(at: -0.3) == 0)
    #expect(try activation("sparsemax(x, 0)[2]").kinks.map(\.x) == [-1, 1])
    // Several operations break there, which round otherwise.
    #expect(try activation("sparsemax(x, 0, 1)[3]").kinks.map(\.x) == [0, 2])
    #expect(try activation("sparsemax(x, x, x)[2]").jet(at: 1e9).value.isNear(1.0 / 3))
    let square = try activation("entmax15(x, 0)[1]")
    #expect(square.kinks == [-2, 2].map { Kink(at: $0, order: 2) })
    #expect(square.jet(at: 2) == Jet(1, 0, -0.25))
    #expect(square.value(at: 0).isNear(0.5) && square.value(at: 1e308) == 1)
    let three = try activation("entmax15(x, 0, 0.5)[3]").kinks
    #expect(three.map(\.order) == [2, 2, 2] && three[2].x == 2.5, "\(three)")
    for text in ["sparsemax(x, 0, -inf)[3]", "entmax15(-inf, x, 0)[1]"] {
      #expect(try activation(text).jet(at: 3) == Jet(0, 0, 0))
    }
    #expect(try activation("entmax15(inf, x, 0)[1]").value(at: 3) == 1)
  }

  @Test func whatIsNotANumberStaysSo() throws {
    for text in ["softmax(x, 0, 1)[2]", "log_softmax(x, 0, 1)[2]", "logsumexp(x, 0, 1)"] {
      #expect(try activation(text).value(at: .nan).isNaN)
    }
    #expect(try activation("softmax(log(x), 0, 1)[2]").value(at: -1).isNaN)
    #expect(try activation("softmax(inf, inf, x)[1]").value(at: 1).isNaN)
    #expect(
      try activation("softmax(x, 0, 1)[3]").value(at: -.infinity) == 1 / (1 + (-1.0).exponential))
  }

  @Test(arguments: [
    (
      "softmax(x, 0) + 1",
      "softmax(x, 0) is a vector of 2 components; pick one of them: softmax(x, 0)[1]."
    ),
    (
      "relu(softmax(x, 0, 1))",
      "softmax(x, 0, 1) is a vector of 3 components; pick one of them: softmax(x, 0, 1)[1]."
    ),
    ("softmax(x, 0, 1)[4]", "softmax of 3 has 3 components, [1] to [3]; there is no [4]."),
    ("softmax(x, 0)[0]", "softmax of 2 has 2 components, [1] to [2]; there is no [0]."),
    ("softmax(x, 0)[1.5]", "softmax of 2 has 2 components, [1] to [2]; there is no [1.5]."),
    ("softmax(x, 0)[k]", "softmax of 2 has 2 components, [1] to [2]; there is no [k]."),
    ("softmax(x)_2", "softmax of 1 has one component, [1]; there is no _2."),
    ("softmax()", "softmax takes one argument or more: softmax(x, 0)."),
    ("logsumexp()", "logsumexp takes one argument or more: logsumexp(x, 0)."),
    ("softmax'(x, 0)", "No prime can stand behind softmax: it takes several arguments."),
    ("softmax(x, 0; t=2)", "softmax has no parameters."),
    ("softmax_1(x, 0)", "There is no function 'softmax_1'; did you mean 'softmax'?"),
  ])
  func whatIsWrongIsSaid(_ text: String, _ sentence: String) {
    #expect { try FunctionReference.all(parsing: text) } throws: { "\($0)" == sentence }
  }

  @Test func aVectorIsNoFunctionByItself() {
    #expect { try Function(parsing: "softmax(x, 0)") } throws: {
      "\($0)" == "softmax(x, 0) is a vector of 2 components; pick one of them: softmax(x, 0)[1]."
    }
    #expect { try Function(parsing: "softmax") } throws: {
      "\($0)" == "softmax takes any number of arguments: softmax(x, 0, 1) is a curve for each."
    }
    var definitions = Definitions()
    #expect(throws: FormulaError.self) { try definitions.define("both(x) = softmax(x, 0)") }
  }

  @Test func aHundredArgumentsStaySmallWhenDifferentiated() throws {
    let hundred = (1...100).map { "x*\($0)/50" }.joined(separator: ", ")
    var parser = try Parser("softmax(\(hundred))[7]")
    let expression = try parser.formula()
    var builder = ProgramBuilder()
    var register = try builder.emit(expression, parameters: [:])
    let plain = builder.program(of: register).instructions.count
    register = try builder.slope(of: register)
    let slope = builder.program(of: register).instructions.count
    #expect(plain < 400 && slope < 1500, "\(plain), \(slope)")
  }

  @Test func componentsAreWrittenAsTheyAreTyped() throws {
    var parser = try Parser("log_softmax(x/2, 0)[2]")
    let expression = try parser.formula()
    #expect(expression.written(as: PlainTerm.self, symbols: [:])?.text == "log_softmax(x/2, 0)[2]")
    #expect(
      ExpressionTeX(expression)?.flat == "\\log\\operatorname{softmax}(x/2,0)_{2}")
  }
}

extension Double {
  fileprivate var exponential: Double { Libm.exp(self) }

  /// Whether it is another number but for an ulp.
  fileprivate func isNear(_ other: Double) -> Bool { (self - other).magnitude <= other.ulp }
}
