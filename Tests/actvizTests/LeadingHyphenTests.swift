import FigureSpecification
import Foundation
import Testing

@testable import actviz

/// Words that begin with a hyphen: formulas, and misspelt options.
struct LeadingHyphenTests {
  /// Misspelt options with one hyphen, and what is said.
  @Test(arguments: [
    (
      ["table", "gelu", "-x-range=1:2"],
      "table has no option '-x-range=1:2'; did you mean '--x-range'? 'actviz table --help' shows all."
    ),
    (
      ["plot", "gelu", "-x-range", "1:2"],
      "plot has no option '-x-range'; did you mean '--x-range'? 'actviz plot --help' shows all."
    ),
    (
      ["plot", "gelu", "-y-sclae", "log"],
      "plot has no option '-y-sclae'; did you mean '--y-scale'? 'actviz plot --help' shows all."
    ),
    (
      ["table", "-gelu"],
      "table has no option '-gelu', and a function in a formula needs its argument: '-gelu(x)'."
    ),
    (
      ["inspect", "gelu", "-formt=json"],
      "inspect has no option '-formt=json'; did you mean '--format'? 'actviz inspect --help' shows all."
    ),
  ])
  func anOptionWithOneHyphenIsNoFormula(_ arguments: [String], _ sentence: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(arguments, in: folder.path)
    #expect(run.status == 64 && run.error == "Error: \(sentence)\n")
  }

  /// Formulas that begin with a hyphen, on every command that takes one.
  @Test(arguments: [
    "-x^2", "-2^2", "-.5", "-pi", "-a*2", "-x", "-x-a", "-gelu(x)", "−x", "–x", "-|x|", "-√2·x",
  ])
  func aLeadingMinusIsTakenEverywhere(_ formula: String) throws {
    let folder = try TemporaryFolder()
    let given = formula.contains("a*") || formula.hasSuffix("-a") ? ["--param", "a=2"] : []
    for arguments in [
      ["table", formula, "--samples", "2"], ["plot", formula, "-o", "a.svg"], ["inspect", formula],
      ["compare", formula, "--reference", formula, "-o", "b.svg"],
      ["compare", "gelu", formula, "-o", "c.svg"],
    ] {
      let run = try Binary.run(arguments + given, in: folder.path)
      #expect(run.status == 0, "\(arguments): \(run.error)")
    }
    let fit = ["fit", "k*x", "--to", formula, "--over", "k=-3:3"]
    #expect(try Binary.run(fit + given, in: folder.path).status == 0)
  }

  @Test func aFormulaMayBeginWithAHyphen() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "-q", "-x*sigmoid(x)", "-x", "--show", "f", "--at", "-"], in: folder.path,
      input: "0\n")
    #expect(run.text == "x,-x*sigmoid(x).f,-x.f\n0,-0,-0\n")
    let reference = try Binary.run(
      ["compare", "-x^2", "--reference", "-x*x", "-o", "a.svg", "--measures", "csv"],
      in: folder.path)
    #expect(reference.text.split(separator: "\n").last?.contains(",0,0,") == true)
    // A value is no function.
    for values in [["--x-range", "-5:5"], ["--alpha", "-1"], ["--title", "-x"]] {
      let settings = try Settings(["plot", "gelu"] + values)
      #expect(try settings.values(Keys.functions) == ["gelu"])
      #expect(settings.all.first?.value == values[1])
    }
    #expect(
      try Settings(["plot", "--", "-x", "--title"]).values(Keys.functions) == ["-x", "--title"])
  }
}
