import Activations
import Testing

@testable import Formulas

@Suite struct FunctionEqualityTests {
  private func function(_ text: String, _ definitions: String? = nil) throws -> Function {
    var known = Definitions()
    if let definitions { try known.define(definitions) }
    return try Function(parsing: text, definitions: known)
  }

  @Test func aNameDoesNotTellFunctionsApart() throws {
    #expect(try function("silu") == function("swish"))
    #expect(try function("swish:beta=1") == function("swish"))
    #expect(try function("torch:leaky_relu") == function("leaky_relu"))
    #expect(try !function("silu").isTwin(of: function("swish")), "lists show both names")
  }

  @Test func parametersTellThemApart() throws {
    #expect(try function("form1:alpha=2") != function("form1"))
    #expect(try function("jax:gelu") != function("torch:gelu"))
    #expect(try function("keras:leaky_relu") != function("torch:leaky_relu"))
  }

  @Test func aDefinitionTellsFormulasOfOneTextApart() throws {
    #expect(try function("2*g(x)", "g(x) = x^2") == function("2*g(x)", "g(x) = x ^ 2"))
    #expect(try function("2*g(x)", "g(x) = x^2") != function("2*g(x)", "g(x) = x^3"))
    #expect(try function("2*g(x)", "g(x) = x") != function("2*g(x)", "g(x) = gelu(x)"))
    #expect(try function("gate: sigmoid(x)") != function("sigmoid(x)"))
    #expect(try function("swish(x; beta=2)") != function("swish(x; beta=3)"))
  }

  @Test func theConstructionAndTheTitleTellThemApart() throws {
    let byProduct = try function("gelu")
    #expect(try Function(parsing: "gelu", by: .integral) != byProduct)
    var titled = byProduct
    titled.title = "exact"
    #expect(titled != byProduct)
    #expect(titled.isTwin(of: byProduct))
  }
}
