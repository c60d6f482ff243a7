import Testing

@testable import Activations
@testable import Formulas

private func message(_ text: String) -> String {
  do {
    _ = try FunctionReference(parsing: text)
    return "no error"
  } catch {
    return "\(error)"
  }
}

@Suite struct FunctionReferenceTests {
  @Test func caseAndHyphensAreIgnored() throws {
    let reference = try FunctionReference(parsing: "GELU-Tanh")
    #expect(reference.family.name == "gelu_tanh")
    #expect(reference.name == "gelu_tanh")
  }

  @Test func anAliasKeepsItsNameInLabels() throws {
    let function = try Function(parsing: "silu:beta=2")
    #expect(function.family.name == "swish")
    #expect(function.label == "silu(beta=2)")
    #expect(function.legend == "silu (β = 2)")
  }

  @Test func labelsCarryWhatWasGivenInTheEntrysOrder() throws {
    let function = try Function(parsing: "gennorm:beta=inf,alpha=0x1p-1")
    #expect(function.label == "gennorm(alpha=0.5,beta=inf)")
    #expect(function.legend == "gennorm (α = 0.5, β = ∞)")
  }

  @Test func sweepsCombineAndDoNotTouchWhatIsFixed() throws {
    let sweeps: [String: [Double]] = ["alpha": [1, 2], "beta": [3, 4], "gamma": [9]]
    let free = try FunctionReference(parsing: "gennorm").functions(sweeping: sweeps)
    #expect(
      free.map(\.label) == [
        "gennorm(alpha=1,beta=3)", "gennorm(alpha=1,beta=4)", "gennorm(alpha=2,beta=3)",
        "gennorm(alpha=2,beta=4)",
      ])
    let fixed = try FunctionReference(parsing: "gennorm:beta=8").functions(sweeping: sweeps)
    #expect(fixed.map(\.label) == ["gennorm(alpha=1,beta=8)", "gennorm(alpha=2,beta=8)"])
  }

  @Test func aMisspeltNameIsAnsweredWithTheNearest() {
    #expect(message("gleu") == "There is no function 'gleu'; did you mean 'gelu'?")
    #expect(message("hardswsh") == "There is no function 'hardswsh'; did you mean 'hardswish'?")
    #expect(message("xyzzyplugh") == "There is no function 'xyzzyplugh'.")
    #expect(message("").hasPrefix("There is no function ''"))
  }

  @Test func badParametersAreNamed() {
    #expect(message("form1:gamma=1") == "form1 has no parameter 'gamma'; it has alpha.")
    #expect(message("form1:alhpa=1") == "form1 has no parameter 'alhpa'; did you mean 'alpha'?")
    #expect(message("relu:alpha=1") == "relu has no parameter 'alpha'; it takes none.")
    #expect(
      message("form1:alpha") == "'alpha' in the parameters of form1 is not of the form name=value.")
    #expect(
      message("form1:") == "'' in the parameters of form1 is not of the form name=value.")
    #expect(message("form1:alpha=abc") == "alpha must be a number, not 'abc'.")
    #expect(message("form1:alpha=1,alpha=2") == "form1 is given alpha twice.")
  }

  @Test(arguments: ["0", "-1", "nan", "inf", "-inf", "1e999", "-0"])
  func valuesOutsideTheDomainAreRefused(value: String) {
    #expect(
      message("form1:alpha=\(value)").hasPrefix(
        "alpha of form1 must be a finite number above 0, not "))
  }
}
