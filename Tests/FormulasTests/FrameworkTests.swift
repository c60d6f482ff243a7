import Testing

@testable import Activations
@testable import Formulas

private func value(_ text: String, at x: Double) throws -> Double {
  try Function(parsing: text).activation.value(at: x)
}

private func message(_ text: String) -> String {
  do {
    _ = try FunctionReference(parsing: text)
    return "no error"
  } catch {
    return "\(error)"
  }
}

@Suite struct FrameworkTests {
  @Test func everyNameLeadsToAFunctionWithParametersThatItHas() throws {
    for framework in Framework.all {
      for variant in framework.variants {
        let family = try #require(variant.family, "\(framework.name):\(variant.function)")
        #expect(family.name == variant.function, "aliases have no place in the map")
        #expect(variant.settings(of: family).count == variant.parameters.count)
        for name in variant.names {
          let function = try Function(parsing: "\(framework.name):\(name)")
          #expect(function.family.name == family.name)
          #expect(function.label == "\(framework.name):\(name)")
        }
      }
    }
  }

  @Test func namesAreUniqueCanonicalAndNoFunctions() {
    #expect(Set(Framework.all.map(\.name)).count == Framework.all.count)
    for framework in Framework.all {
      let names = framework.variants.flatMap(\.names)
      #expect(Set(names).count == names.count, "\(framework.name)")
      #expect(names.allSatisfy { $0 == Catalogue.canonical($0) }, "\(framework.name)")
      #expect(Catalogue.family(named: framework.name) == nil)
    }
  }

  @Test func defaultsAreThoseOfTheFramework() throws {
    #expect(try value("torch:gelu", at: 2.7) == value("gelu", at: 2.7))
    #expect(try value("keras:gelu", at: 2.7) == value("gelu", at: 2.7))
    #expect(try value("jax:gelu", at: 2.7) == value("gelu_tanh", at: 2.7))
    #expect(try value("flax:gelu", at: 2.7) == value("gelu_tanh", at: 2.7))
    #expect(try value("transformers:gelu_new", at: 2.7) == value("gelu_tanh", at: 2.7))
    #expect(try value("timm:quick_gelu", at: 2.7) == value("gelu_sigmoid", at: 2.7))
    #expect(try value("torch:leaky_relu", at: -1) == -0.01)
    #expect(try value("jax:leaky_relu", at: -1) == -0.01)
    #expect(try value("keras:leaky_relu", at: -1) == -0.2)
    #expect(try value("keras:LeakyReLU", at: -1) == -0.3)
    #expect(try value("keras2:LeakyReLU", at: -1) == -0.3)
    #expect(try value("tf:leaky_relu", at: -1) == -0.2)
    #expect(try value("torch:PReLU", at: -1) == -0.25)
    #expect(try value("torch:hardsigmoid", at: 1.5) == 0.75)
    #expect(try value("keras:hard_sigmoid", at: 1.5) == 0.75)
    #expect(try value("keras2:hard_sigmoid", at: 1.5) == 0.8)
    #expect(try value("tf:hard_sigmoid", at: 1.5) == 0.8)
    #expect(try value("jax:squareplus", at: 0) == 1)
    #expect(try value("torch:SiLU", at: -1) == value("silu", at: -1))
  }

  @Test func parametersMayStillBeGiven() throws {
    let function = try Function(parsing: "keras:leaky_relu:negative_slope=0.3")
    #expect(function.label == "keras:leaky_relu(negative_slope=0.3)")
    #expect(function.activation.value(at: -1) == -0.3)
    let swept = try FunctionReference(parsing: "torch:elu").functions(sweeping: ["alpha": [1, 2]])
    #expect(swept.map(\.label) == ["torch:elu(alpha=1)", "torch:elu(alpha=2)"])
  }

  @Test func classNamesHyphensAndCaseAreUnderstood() throws {
    for name in ["torch:Hardswish", "TORCH:GELU", "torch:LeakyReLU", "jax:hard-swish"] {
      #expect(throws: Never.self) { try Function(parsing: name) }
    }
  }

  @Test func mistakesAreAnsweredWithinTheFramework() {
    #expect(message("torch:gleu") == "torch has no 'gleu'; did you mean 'torch:gelu'?")
    #expect(message("jax:form1") == "jax has no 'form1'.")
    #expect(message("trch:gelu") == "There is no framework 'trch'; did you mean 'torch'?")
    #expect(
      message("torch")
        == "There is no function 'torch'; it is a framework, whose functions are named like "
        + "'torch:relu'.")
    #expect(message("jax:gelu:alpha=1") == "gelu_tanh has no parameter 'alpha'; it takes none.")
  }

  @Test func unusualDefaultsAreListedOnce() {
    let labels = Framework.unusualVariants.map(\.label)
    #expect(
      labels == [
        "torch:prelu", "torch:rrelu", "torch:softplus", "keras:leaky_relu", "keras:leakyrelu",
      ])
  }
}
