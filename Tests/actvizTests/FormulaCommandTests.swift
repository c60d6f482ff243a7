import FigureSpecification
import Foundation
import Testing

@testable import actviz

/// Formulas on the command line.
@Suite struct FormulaCommandTests {
  @Test func aFormulaIsSweptLikeAnyFunction() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "table", "x*a + b", "relu", "--param", "a=1,2", "--param", "b=3", "--show", "f", "--at",
        "-",
      ],
      in: folder.path, input: "2\n")
    #expect(run.text == "x,\"x*a + b(a=1,b=3).f\",\"x*a + b(a=2,b=3).f\",relu.f\n2,5,7,2\n")
  }

  @Test func alphaServesFormulasToo() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "alpha*x^2", "form1", "--alpha", "2", "--show", "f", "--samples", "2"],
      in: folder.path)
    #expect(run.text.hasPrefix("x,alpha*x^2(alpha=2).f,form1(alpha=2).f\n-5,50,"))
  }

  @Test func aGateHasGateAndDensity() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "gate: sigmoid(x)", "--show", "gate,density,f,df,d2f", "--at", "-"],
      in: folder.path, input: "0\n")
    #expect(run.text.hasSuffix("\n0,0.5,0.25,0,0.5,0.5\n"))
    let refused = try Binary.run(["table", "x+sigmoid(x)", "--show", "gate"], in: folder.path)
    #expect(refused.status == 64 && refused.error.contains("has no gate"))
  }

  @Test("A formula that shows x as a factor has the rest as its gate, in tables and in code")
  func factors() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "table", "x*tanh(softplus(a*x))", "--param", "a=0", "--show", "gate,density,sign", "--at",
        "-",
      ],
      in: folder.path, input: "0\n")
    #expect(run.text.hasSuffix("\n0,0.6,0,0.2\n"))
    let proved = try Binary.run(
      ["table", "0.5*x*(1+erf(x/sqrt(2)))", "--show", "gate,density", "--exact", "--at", "-"],
      in: folder.path, input: "-30\n")
    #expect(proved.text.hasSuffix("\n-30,4.906713927148187e-198,1.4736461348785476e-196\n"))
    let code = try Binary.run(
      ["export", "x/(1+exp(-x))", "--to", "c", "--show", "gate"], in: folder.path)
    #expect(code.status == 0 && code.text.contains("double f_gate(double x)"))
  }

  @Test func figuresHaveSafeNames() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["plot", "x*tanh(softplus(a*x))/(1/1)", "gelu", "--param", "a=0.5,1"], in: folder.path)
    #expect(run.text == "x-tanh-softplus-a-x-1-1-gelu.png\n")
    let marks = try Binary.run(["plot", "π²"], in: folder.path)
    #expect(marks.text == "formula.png\n")
    let long = try Binary.run(
      ["plot", Array(repeating: "x", count: 200).joined(separator: "+")], in: folder.path)
    #expect(long.status == 0 && long.text.count <= 65)
  }

  @Test func compareTakesFormulasOnBothSides() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "compare", "gate: sigmoid(k*x)", "--reference", "x*k/(1+exp(-k*x))/k", "--param", "k=2",
        "--measures", "csv", "-o", "a.svg",
      ], in: folder.path)
    #expect(run.status == 0)
    let row = run.text.split(separator: "\n")[1].split(separator: ",")
    #expect(row[0] == "gate: sigmoid(k*x)(k=2)" && row[11] == "true")
    #expect((Double(row[7]) ?? 1) < 1e-14)
  }

  @Test func errorsShowTheFormulaAndACaret() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["plot", "x*sigmid(2*x)"], in: folder.path)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(
      run.error == """
        x*sigmid(2*x)
          ^
        Error: There is no function 'sigmid'; did you mean 'sigmoid'?

        """)
  }

  @Test func whatIsNearlyADefinitionOrAFormulaIsToldSo() throws {
    let folder = try TemporaryFolder()
    let variable = try Binary.run(["plot", "f(t) = t*2"], in: folder.path)
    #expect(variable.error == "f(t) = t*2\n  ^\nError: Expected 'x', not 't'.\n")
    let bare = try Binary.run(["plot", "mine = x^2"], in: folder.path)
    #expect(bare.error.contains("'='; a definition begins with 'NAME(x) =', and numbers"))
    let sine = try Binary.run(["plot", "sin"], in: folder.path)
    #expect(
      sine.error
        == "Error: There is no function 'sin' in the catalogue; as a formula it is 'sin(x)'.\n")
  }

  @Test func definitionsAreReadFromFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}bell(x; a=1) = exp(-a*x^2) # a bell\n", to: "a.txt")
    try folder.write("mine(x; k=1) = x*(1 - bell(x; a=k))\n", to: "b.txt")
    let run = try Binary.run(
      [
        "table", "mine:k=0", "Bell", "1 + bell(x)", "--define", "a.txt", "--define", "b.txt",
        "--show", "f", "--at", "-",
      ], in: folder.path, input: "0\n")
    #expect(run.text == "x,mine(k=0).f,bell.f,1 + bell(x).f\n0,0,1,2\n")
    let near = try Binary.run(["table", "mien", "--define", "b.txt"], in: folder.path)
    #expect(near.status == 65 && near.error.contains("Line 1 of 'b.txt', column 23: There is no"))
    let misspelt = try Binary.run(["table", "blel", "--define", "a.txt"], in: folder.path)
    #expect(misspelt.error == "Error: There is no function 'blel'; did you mean 'bell'?\n")
    let missing = try Binary.run(["table", "gelu", "--define", "none"], in: folder.path)
    #expect(missing.status == 66)
    #expect(missing.error == "Error: Cannot read 'none': No such file or directory.\n")
  }

  @Test func standardInputIsReadOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("functions: f\ndefine: '-'\n", to: "a.yaml")
    for arguments in [
      ["table", "f", "--define", "-", "--define", "-"],
      ["table", "f", "--define", "-", "--at", "-"],
      ["check", "f", "-", "--define", "-"], ["render", "-"],
    ] {
      let input = arguments[0] == "render" ? "functions: f\ndefine: '-'\n" : "f(x) = x\n"
      let run = try Binary.run(arguments, in: folder.path, input: input)
      #expect(run.status == 64, "\(arguments)")
      #expect(
        run.error.hasSuffix("Standard input can be read once only, but '-' is given twice.\n"),
        "\(run.error)")
    }
    let once = try Binary.run(
      ["render", "a.yaml", "-o", "a.svg"], in: folder.path, input: "f(x) = x\n")
    #expect(once.status == 0, "\(once.error)")
  }

  @Test func aDefinitionMayBeAnArgument() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "table", "bump(x; a=1) = a*x^2", "1 + bump(x; a=3)", "--param", "a=1,2", "--show", "f",
        "--at", "-",
      ], in: folder.path, input: "1\n")
    #expect(run.text == "x,bump(a=1).f,bump(a=2).f,1 + bump(x; a=3).f\n1,1,2,4\n")
  }

  @Test func theReferenceSeesDefinitionsAmongTheArguments() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "compare", "bump(x; a=1) = exp(-a*x^2)", "2*bump(x)", "--reference", "bump", "--param",
        "a=2", "--measures", "csv", "-o", "a.svg",
      ], in: folder.path)
    let rows = run.text.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(rows.count == 3 && rows[1][0] == "bump(a=2)" && rows[2][0] == "2*bump(x)")
    // 2·e^−x² − e^−2x², which is 1 at 0 and less elsewhere.
    #expect(rows.last?[6] == "1")
    let unknown = try Binary.run(["compare", "gelu", "--reference", "bump"], in: folder.path)
    #expect(unknown.status == 64)
  }

  @Test func checkInspectAndFitTakeParametersAndDefinitions() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine(x; k=1) = x*sigmoid(k*x)\n", to: "d.txt")
    try folder.write("1,2\n3,6\n", to: "v.csv")
    let check = try Binary.run(["check", "a*x", "v.csv", "--param", "a=2"], in: folder.path)
    #expect(check.status == 0 && check.text.contains("worst error      0 ulp"))
    let sheet = try Binary.run(
      ["inspect", "mine", "--define", "d.txt", "--param", "k=1.702"], in: folder.path)
    #expect(sheet.text.hasPrefix("mine(k=1.702)\n") && sheet.text.contains("equal to gelu_sigmoid"))
    let fit = try Binary.run(
      [
        "fit", "mine(x + b; k=k)", "--define", "d.txt", "--to", "swish", "--over", "k=0.5:2",
        "--param", "b=0",
      ], in: folder.path)
    let found = fit.text.split(separator: "\n").first?.split(separator: " ").last.flatMap {
      Double($0)
    }
    #expect(found.map { abs($0 - 1) < 1e-6 } == true, "\(fit.text)")
    let target = try Binary.run(
      ["fit", "swish", "--to", "x*sigmoid(c*x)", "--over", "beta=0.5:5", "--param", "c=2"],
      in: folder.path)
    #expect(target.text.split(separator: "\n").first?.hasSuffix("  2") == true, "\(target.text)")
  }

  @Test func aQuietFitDoesNotWarn() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "fit", "gate: tanh(k*x)", "--to", "gelu", "--quantity", "gate", "--over", "k=0.5:2",
    ]
    let warned = try Binary.run(arguments, in: folder.path)
    #expect(warned.status == 0 && warned.error.hasPrefix("Warning: gate: tanh(k*x)"))
    let quiet = try Binary.run(arguments + ["-q"], in: folder.path)
    #expect(quiet.status == 0 && quiet.error.isEmpty && !quiet.text.isEmpty)
  }

  /// Arguments, and a part of the sentence that ends the run with status 64.
  static let wrongElsewhere: [([String], String)] = [
    (["inspect", "a*x"], "'a' has no value"),
    (["inspect", "gelu", "--param", "a=1"], "--param a is a parameter of none of the functions"),
    (["inspect", "gelu", "--x-range", "1:0"], "--x-range must rise"),
    (
      ["check", "a*x", "v.csv", "--param", "a=1,2"],
      "The function is one function; give a one value, not 2."
    ),
    (
      ["fit", "a*x", "--to", "gelu", "--over", "a=0:1", "--param", "a=1"],
      "'a' is varied by --over and set by --param; give one of them."
    ),
    (
      ["fit", "a*x+b", "--to", "gelu", "--over", "a=0:1", "--param", "b=1,2"],
      "--param sets one value beside --over, not a list of 2."
    ),
    (["fit", "a*x+b", "--to", "gelu", "--over", "a=0:1"], "'b' has no value"),
  ]

  @Test(arguments: wrongElsewhere)
  func listsAreForCurves(_ arguments: [String], _ part: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(arguments, in: folder.path)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.error.contains(part), "\(run.error)")
  }

  /// Arguments, and a part of the sentence that ends the run with status 64.
  static let wrong: [([String], String)] = [
    (["x*a"], "'a' has no value; give it one with --param a=1"),
    (["x*a", "--param", "b=1"], "--param b is a parameter of none of the functions: x*a has a."),
    (["x*a", "--param", "a"], "--param must be of the form NAME=LIST, not 'a'."),
    (["x*a", "--param", "a=1,z"], "--param a must be a number or a list of them, not 'z'."),
    (["x*a", "--param", "a=1", "--param", "a=2"], "a is given twice."),
    (["x*a", "--param", "a=inf"], "a of x*a must be a finite number, not inf."),
    (["gelu(x; sigma=s)", "--param", "s=1,-1"], "sigma of gelu must be a finite number above 0"),
    (["gleu"], "There is no function 'gleu'; did you mean 'gelu'?"),
  ]

  @Test(arguments: wrong)
  func whatIsMissingIsSaid(_ arguments: [String], _ part: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["table"] + arguments, in: folder.path)
    #expect(run.status == 64 && run.output.isEmpty)
    #expect(run.error.contains(part), "\(run.error)")
  }
}
