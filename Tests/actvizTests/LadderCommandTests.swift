import Foundation
import Testing

@testable import actviz

/// Densities, slopes and integrals of gates on the command line.
@Suite struct LadderCommandTests {
  /// Arguments of `table`, and the line on standard error behind the function's name.
  static let news: [(String, String)] = [
    (
      "density: exp(-x^2)",
      "is normalized by the factor 1/Z = 0.5641895835, with Z = 1.772453851 its integral."
    ),
    (
      "density: x*exp(-x^2)", "integrates to 0 and is shown as it is, not normalized."
    ),
    (
      "density: exp(-x^2)*(1-x^2)",
      "is negative in places, down to -0.153 at x = -1.41, and "
        + "integrates to -0.256 there; its gate does not rise throughout."
    ),
    (
      "density: exp(x)", "does not integrate towards ∞; outside -10…10 it counts as 0."
    ),
    (
      "density: 1/(1+abs(x))", "does not integrate towards -∞; outside -10…10 it counts as 0."
    ),
    (
      "density: 1/x^2", "does not integrate around x = 0; what is shown there means little."
    ),
    (
      "density: sqrt(x)*exp(-x)",
      "is not a finite number near x = 0 and perhaps elsewhere; "
        + "there it counts as 0."
    ),
    (
      "slope: sin(x^2)", "waves too often to be integrated accurately, first at |x| = "
    ),
    (
      "gate: tanh(x)",
      "has a gate that does not go from 0 to 1: its limits are -1 at -∞ and 1 at "
        + "∞; 'sign: …' takes it for the sign of x."
    ),
    (
      "sign: sigmoid(x)",
      "is no sign that goes from -1 to 1: its limits are 0 at -∞ and 1 at ∞."
    ),
    (
      "gate: sin(x)",
      "has a gate that does not go from 0 to 1: its limits are none at -∞ and "
        + "none at ∞."
    ),
  ]

  @Test(arguments: news)
  func whatWasFoundIsSaidInOneSentence(_ formula: String, _ sentence: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["table", formula, "--samples", "2"], in: folder.path)
    #expect(run.status == 0 && !run.text.contains("nan"))
    let lead = sentence.hasPrefix("is normalized") ? "" : "Warning: "
    let lines = run.error.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("\(lead)\(formula) \(sentence)") }, "\(run.error)")
    let quiet = try Binary.run(["table", formula, "--samples", "2", "-q"], in: folder.path)
    #expect(quiet.error.isEmpty)
  }

  @Test func aDensityIsSweptAndUsesDefinitions() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      "echo 'bell(x; b=2) = exp(-abs(x)^b)' > d.txt; $actviz table 'density: bell(x; b=b)' "
        + "--param b=1,2 --define d.txt --show gate --at - -q <<< 0", in: folder.path)
    #expect(
      run.text == "x,density: bell(x; b=b)(b=1).gate,density: bell(x; b=b)(b=2).gate\n0,0.5,0.5\n")
  }

  @Test func byIntegralIsToldApartAndKeepsItsGate() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "swish:beta=1", "--by", "integral", "--show", "f,df,gate,density", "--at", "-"],
      in: folder.path, input: "0\n")
    #expect(run.text.hasPrefix("x,swish by integral(beta=1).f,"))
    let row = run.text.split(separator: "\n")[1].split(separator: ",").compactMap { Double($0) }
    #expect(abs(row[1] - 0.6931471805599453) < 1e-15 && row[2...] == [0.5, 0.5, 0.25])
    let plot = try Binary.run(["plot", "swish", "--by", "integral"], in: folder.path)
    #expect(plot.text == "swish-by-integral.png\n")
  }

  @Test func compareTakesTheReferenceAsItIs() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "compare", "gate: sigmoid(x)", "--by", "integral", "--reference", "softplus", "--measures",
        "csv", "-o", "a.svg",
      ], in: folder.path)
    #expect(run.status == 0 && run.error == "a.svg\n")
    // What rounding alone may have made has no digits: its cell is empty.
    let row = run.text.split(separator: "\n")[1].split(
      separator: ",", omittingEmptySubsequences: false)
    #expect((Double(row[7]) ?? 1) < 1e-13)
    #expect(row[11] == "true")
  }

  @Test func withoutAGateThereIsNothingToIntegrate() throws {
    let folder = try TemporaryFolder()
    for arguments in [["table", "tanh"], ["inspect", "tanh"], ["plot", "x+sigmoid(x)"]] {
      let run = try Binary.run(arguments + ["--by", "integral"], in: folder.path)
      #expect(run.status == 64)
      #expect(
        run.error == "Error: \(arguments[1]) has no gate to integrate: it is not of the form "
          + "x·H(x).\n")
    }
    let wrong = try Binary.run(["table", "gelu", "--by", "parts"], in: folder.path)
    #expect(wrong.status == 64 && wrong.error.contains("integral"))
    let slope = try Binary.run(["table", "slope: x", "--show", "gate"], in: folder.path)
    #expect(slope.status == 64 && slope.error.contains("has no gate"))
  }

  @Test func theSheetHoldsFactorAndWarnings() throws {
    let folder = try TemporaryFolder()
    let text = try Binary.run(["inspect", "density: exp(-x^2/2)"], in: folder.path)
    #expect(text.text.contains("  normalized by     1/Z = 0.3989422804, Z = 2.506628275\n"))
    #expect(text.text.contains("equal to gelu\n") && text.error.isEmpty)
    let json = try Binary.run(
      ["inspect", "density: x*exp(-x^2)", "--format", "json"], in: folder.path)
    let object = try #require(
      JSONSerialization.jsonObject(with: json.output) as? [String: Any])
    let warnings = try #require(object["warnings"] as? [String])
    #expect(warnings.count == 2 && object["normalization"] is NSNull)
    #expect(json.error == warnings.map { "Warning: \($0)\n" }.joined())
    let integral = try Binary.run(["inspect", "swish", "--by", "integral"], in: folder.path)
    #expect(integral.text.contains("equal to softplus\n"))
    #expect(integral.text.contains("H(x) + H(-x) = 1  yes"))
  }

  @Test func aDensityIsFitted() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "fit", "density: exp(-(x/s)^2/2)", "--to", "gelu", "--over", "s=0.5:2", "--format", "json",
      ],
      in: folder.path)
    let object = try #require(JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let found = (object["parameters"] as? [String: Double])?["s"] ?? 0
    #expect(abs(found - 1) < 1e-6, "\(run.text)\(run.error)")
  }
}
