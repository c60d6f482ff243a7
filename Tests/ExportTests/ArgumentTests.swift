import Activations
import Formulas
import Testing

@testable import Export

/// Parameters that are arguments of the code.
@Suite struct ArgumentTests {
  private func written(
    _ text: String, _ quantities: [Quantity] = [.f, .df], isGuarded: Bool = false
  ) throws
    -> WrittenFunction
  {
    try .withArguments(
      FunctionReference(parsing: text).functions()[0], .f32, quantities: quantities,
      for: Dialect(isGuarded: isGuarded))
  }

  private func text(_ function: String, _ language: Language) throws -> String {
    SourceFile(try written(function), in: language, named: "act", command: "test", version: "1")
      .text
  }

  @Test func whatIsNotGivenIsAnArgument() throws {
    #expect(try written("acon_a").arguments.map(\.name) == ["beta"])
    #expect(try written("acon_a:beta=2").arguments.isEmpty)
    #expect(try written("leaky_relu").arguments.map(\.value) == [Double(Float(0.01))])
  }

  @Test func codeHoldsForValuesAtWhichNobodyMeasured() throws {
    let code = try written("acon_a")
    let family = code.function.family
    let points: [Double] = [-30, -9.5, -2.25, -0.625, 1e-20, 0.75, 3.5, 40]
    for beta in [0.0625, 0.75, 2.5, 17] {
      let setting = Function.Setting(parameter: family.parameters[0], value: beta)
      let jets = family.function(named: "acon_a", given: [setting]).activation
      for part in code.parts {
        let values = part.code.values(of: part.result, at: points, [beta])
        for (x, value) in zip(points, values) {
          let jet = jets.jet(at: x)
          let expected = part.order == 0 ? jet.value : jet.first
          let ulps = FloatType.f32.ulps(of: value, from: expected).magnitude
          #expect(ulps <= 8, "\(beta) \(part.order) \(x): \(value), \(expected)")
        }
      }
    }
  }

  @Test func atAKinkStandsTheMeanOfBothSidesWhateverTheSlope() throws {
    let slope = try written("leaky_relu").parts[1]
    for value in [0.25, -0.5] {
      let values = slope.code.values(of: slope.result, at: [-1, 0, 1], [value])
      #expect(values == [value, (1 + value) / 2, 1])
    }
  }

  @Test(arguments: ["hardshrink", "softshrink"])
  func kinksMoveWithTheirArgument(_ name: String) throws {
    let written = try written(name)
    #expect(written.arguments.map(\.name) == ["lambda"])
    for (part, expected) in zip(written.parts, name == "hardshrink" ? [1, 0.5] : [0, 0.5]) {
      #expect(part.code.values(of: part.result, at: [2], [2]) == [expected])
    }
  }

  @Test func whereADefinitionIsAnotherOneItIsTakenAtItsValue() throws {
    let function = try FunctionReference(parsing: "soft_exponential").functions()[0]
    let programs = try CodePrograms(function, upTo: 1, arguments: ["alpha"]).programs
    #expect(programs[0].setting([0]).values(of: programs[0].instructions.count - 1, at: [3]) == [3])
  }

  @Test func whatHoldsForSomeValuesAloneSaysSo() throws {
    #expect(
      try written("swish", [.f]).note?.hasPrefix("The code holds for alpha = 1 alone") == true)
    let slopes = try written("rrelu")
    #expect(slopes.arguments.map(\.name) == ["lower", "upper"])
    let note = "The code holds for lower > 0, upper > 0 alone"
    #expect(slopes.note == note + ": no form is right for other values too.")
    #expect(try text("rrelu", .c).contains("// \(note)"))
    #expect(try written("tanh").note == nil)
  }

  @Test func languagesWriteArgumentsTheirWay() throws {
    #expect(try text("acon_a", .c).contains("\nfloat act_df(float x, float beta) {\n"))
    #expect(try text("acon_a", .c).contains("// Measured at the default beta = 1; at beta ="))
    #expect(try text("acon_a", .rust).contains("\npub fn act(x: f32, beta: f32) -> f32 {\n"))
    #expect(
      try text("acon_a", .swift).contains(
        "\npublic func act(_ x: Float, beta: Float = 1.0) -> Float {\n"))
    #expect(try text("acon_a", .numpy).contains("\ndef act(x, beta=1.0):\n"))
    #expect(try text("acon_a", .jax).contains("act = jax.custom_jvp(act, nondiff_argnums=(1,))"))
  }

  @Test func argumentsHaveNamesOfTheLanguage() throws {
    var definitions = Definitions()
    let name = try definitions.define("g(x; lambda=2, act=1) = lambda*act*x")
    let function = try FunctionReference(parsing: name, definitions: definitions).functions()[0]
    let written = try WrittenFunction.withArguments(
      function, .f64, quantities: [.f], for: Dialect(isGuarded: true))
    let text = SourceFile(written, in: .numpy, named: "act", command: "test", version: "1").text
    #expect(text.contains("\ndef act(x, lambda_=2.0, act_=1.0):\n"))
  }
}
