import Foundation
import Testing

@testable import actviz

/// Wrong requests end with their status, one sentence on standard error, and nothing written.
@Suite struct BadInputTests {
  /// The arguments, the exit status, and a part of the sentence.
  static let cases: [([String], Int32, String)] = [
    (["plot", "gleu"], 64, "There is no function 'gleu'; did you mean 'gelu'?"),
    (["plot", "form1:beta=1"], 64, "form1 has no parameter 'beta'; it has alpha."),
    (
      ["plot", "gelu", "--alpha", "1"], 64, "--alpha is a parameter of none of the functions: gelu"
    ),
    (["plot", "form1:alpha=0"], 64, "alpha of form1 must be a finite number above 0, not 0."),
    (
      ["plot", "form1", "--alpha", "-1"], 64,
      "alpha of form1 must be a finite number above 0, not -1"
    ),
    (
      ["plot", "form1", "--alpha", "nan"], 64,
      "alpha of form1 must be a finite number above 0, not nan"
    ),
    (["plot", "form1:alpha=abc"], 64, "alpha must be a number, not 'abc'."),
    (
      ["plot", "form1", "--alpha", "1,abc"], 64,
      "--alpha must be a number or a list of them, not 'abc'."
    ),
    (
      ["plot", "gennorm:beta=nan"], 64, "beta of gennorm must be a number above 0 or inf, not nan."
    ),
    (["plot", "gelu", "--x-range", "1:1"], 64, "--x-range must rise"),
    (["plot", "gelu", "--x-range", "5:-5"], 64, "--x-range must rise"),
    (["plot", "gelu", "--x-range", "-inf:5"], 64, "--x-range must be two finite numbers"),
    (["plot", "gelu", "--x-range", ""], 64, "--x-range must be two finite numbers"),
    (["plot", "gelu", "--samples", "0"], 64, "--samples must be a whole number from 2 to"),
    (["plot", "gelu", "--samples", "1"], 64, "--samples must be a whole number from 2 to"),
    (["table", "gelu", "--samples", "-5"], 64, "--samples must be a whole number from 2 to"),
    (["plot", "gelu", "--samples", "1000000000000"], 64, "from 2 to 1000000, not"),
    (["plot", "gelu", "--size", "0x0"], 64, "'0x0'"),
    (["plot", "gelu", "--size", "40000x10"], 64, "'40000x10'"),
    (["plot", "gelu", "--size", "1x1"], 64, "'1x1'"),
    (["plot", "gelu", "--size", "1mmx1mm"], 64, "sides of 25 to 5000 mm"),
    (["plot", "gelu", "--size", "10000000mmx10000000mm"], 64, "sides of 25 to 5000 mm"),
    (["plot", "gelu", "--size", "colum"], 64, "nor one of column, page, slide"),
    (["plot", "gelu", "--size", "5000x5000mm"], 64, "pixels, more than 20000 a side"),
    (["plot", "gelu", "--size", "page", "--dpi", "2400"], 64, "choose a smaller --size or --dpi"),
    (["plot", "gelu", "--dpi", "0"], 64, "--dpi must be a number from 24 to 2400, not '0'."),
    (["plot", "gelu", "--dpi", "1e9"], 64, "--dpi must be a number from 24 to 2400"),
    (["plot", "gelu", "--dpi", "high"], 64, "not 'high'."),
    (["plot", "gelu", "--theme", "drak"], 64, "did you mean 'dark'?"),
    (["plot", "gelu", "--theme", "both", "-o", "-", "--format", "svg"], 64, "writes two files"),
    (["plot", "gelu", "--theme", "both", "-o", "/dev/null"], 64, "writes two files"),
    (["inspect", "gelu", "--theme", "drak"], 64, "did you mean 'dark'?"),
    (["inspect", "gelu", "-o", "a.png", "--size", "page", "--dpi", "2400"], 64, "smaller --size"),
    (["plot", "gelu", "--x-scale", "log"], 64, "--x-scale symlog, which shows both signs"),
    (["plot", "gelu", "--x-scale", "log", "--x-range", "0:5"], 64, "such as 0.001:1000"),
    (["plot", "gelu", "--y-scale", "logarithmic"], 64, "--y-scale is linear, log, symlog"),
    (["plot", "gelu", "--y-scale", "symlog:0"], 64, "not 'symlog:0'."),
    (["compare", "gelu", "--x-scale", "symlog:-1"], 64, "--x-scale is linear, log, symlog"),
    (["plot", "gelu", "--x-scale", "symlog:nan"], 64, "C above 0"),
    (["plot", "gelu", "-o", "a.bmp"], 64, "'a.bmp' is none of png, svg, pdf, html"),
    (["plot", "gelu", "-o", "noextension"], 64, "is none of png, svg, pdf, html"),
    (["table", "gelu", "-o", "a.png"], 64, "'a.png' is none of csv, tsv"),
    (["plot", "gelu", "-o", "-"], 64, "needs --format"),
    (["plot", "gelu", "--format", "gif"], 64, "one of png, svg, pdf, html, text, not 'gif'"),
    (["plot", "gelu", "--show", "df,dff"], 64, "not 'dff'; did you mean 'df'?"),
    (["plot", "relu", "tanh", "--show", "gate"], 64, "tanh has no gate"),
    (["plot"], 64, "function"),
    (["plod", "gelu"], 64, "plod"),
    (["plot", "gelu", "--colour", "red"], 64, "--colour"),
    (
      ["plot", "gelu", "--facet", "alpha"], 64,
      "--facet makes panels of function, quantity, sigma, not of 'alpha'."
    ),
    (["plot", "relu", "--facet", "beta"], 64, "panels of function, quantity, not of 'beta'."),
    (
      [
        "plot", "form1", "--facet", "alpha", "--alpha",
        (1...201).map(String.init).joined(separator: ","),
      ], 64, "--facet alpha makes 402 panels; a figure holds at most 400."
    ),
    (["plot", "gelu", "--columns", "0"], 64, "--columns must be a whole number from 1 to 400"),
    (["plot", "gelu", "--columns", "two"], 64, "from 1 to 400, not 'two'."),
    (
      ["plot", "gelu", "--label", "left"], 64, "--label is one of legend, direct, none, not 'left'"
    ),
    (["plot", "gelu", "--mark", "minimun"], 64, "not 'minimun'; did you mean 'minimum'?"),
    (["plot", "gelu", "--mark", ""], 64, "--mark knows minimum, maximum, zero, inflection, kink"),
    (
      ["plot", "gelu", "relu", "--band", "gelu,mish"], 64,
      "--band names two of 1 gelu, 2 relu, not 'gelu,mish'."
    ),
    (["plot", "gelu", "relu", "--band", "1,3"], 64, "--band names two of"),
    (["plot", "gelu", "relu", "--band", "gelu"], 64, "--band names two of"),
    (["plot", "gelu", "relu", "--band", "1,gelu"], 64, "--band is between two curves"),
    (["plot", "gelu", "--y-range", "2:1"], 64, "--y-range must be two finite numbers LO:HI"),
    (
      ["plot", "gelu", "--y-range", "-1:1", "--y-scale", "log"], 64,
      "--y-range of a logarithmic axis lies above 0"
    ),
    (["plot", "gelu", "--y-range", "1"], 64, "--y-range must be two finite numbers LO:HI"),
    (["compare", "gelu", "--reference", "rel"], 64, "did you mean 'relu'?"),
    (["compare", "gelu", "--dtype", "float16"], 64, "one of f64, f32, f16, bf16, not 'float16'."),
    (
      ["compare", "gelu", "--dtype", "f16", "--x-range", "1e5:2e5"], 64,
      "No f16 value lies in --x-range 1e5:2e5"
    ),
    (
      ["compare", "gelu", "--dtype", "f32", "--x-range", "1e300:2e300"], 64,
      "No f32 value lies in --x-range 1e300:2e300"
    ),
    (["compare", "gelu", "-o", "-", "--format", "svg"], 64, "Standard output holds the measures"),
    (["table", "gelu", "--at", "x.txt", "--samples", "5"], 64, "--at gives the points"),
    (["table", "gelu", "--dtype", "f8"], 64, "--dtype is one of f64, f32, f16, bf16, not 'f8'."),
    (["table", "gelu", "--all"], 64, "--all takes every value of f32, f16 or bf16"),
    (["table", "gelu", "--all", "--dtype", "f64"], 64, "as f64 has too many"),
    (["table", "gelu", "--all", "--dtype", "f16", "--samples", "5"], 64, "--all gives the points"),
    (["table", "gelu", "--all", "--dtype", "f16", "--at", "x.txt"], 64, "--all gives the points"),
    (
      ["table", "gelu", "--all", "--dtype", "bf16", "--x-range", "1.001:1.002"], 64,
      "No bf16 value lies in --x-range 1.001:1.002"
    ),
    (["table", "gelu", "-o", "a.npz"], 64, "'a.npz' is none of csv, tsv"),
    (["table", "gelu", "--format", "npy", "--at", "missing.txt"], 66, "missing.txt"),
    (["fit", "swish", "--to", "gelu", "--over", "beta"], 64, "--over must be NAME=LO:HI"),
    (["fit", "swish", "--to", "gelu", "--over", "gamma=1:2"], 64, "has alpha, beta to vary"),
    (
      ["fit", "swish", "--to", "gelu", "--over", "beta=-1:2"], 64,
      "must be a finite number, 0 or above"
    ),
    (["fit", "tanh", "--to", "gelu", "--over", "beta=1:2"], 64, "tanh has none to vary"),
    (["fit", "swish", "--to", "tanh", "--over", "beta=1:2", "--quantity", "gate"], 64, "no gate"),
    (["fit", "swish", "--to", "gelu"], 64, "--over"),
    (["table", "gelu", "--at", "missing.txt"], 66, "missing.txt"),
    (["check", "gelu"], 64, "file"),
    (["check", "gleu", "a.csv"], 64, "did you mean 'gelu'?"),
    (["check", "torch:gleu", "a.csv"], 64, "did you mean 'torch:gelu'?"),
    (["check", "tanh", "a.csv", "--quantity", "gate"], 64, "tanh has no gate"),
    (["check", "gelu", "a.csv", "--quantity", "dff"], 64, "did you mean 'df'?"),
    (["check", "gelu", "a.csv", "--dtype", "bf61"], 64, "--dtype is one of f64, f32, f16, bf16"),
    (["check", "gelu", "a.csv", "--max-ulp", "-1"], 64, "--max-ulp must be a number of ulp"),
    (["check", "gelu", "a.csv", "--max-ulp", "one"], 64, "--max-ulp must be a number of ulp"),
    (["check", "gelu", "a.csv", "--report", "xml"], 64, "xml"),
    (["check", "gelu", "a.csv", "-o", "-"], 64, "Standard output holds the report"),
    (["check", "gelu", "a.csv", "-o", "a.gif"], 64, "none of png, svg, pdf, html"),
    (["check", "gelu", "missing.csv"], 66, "missing.csv"),
    (["check", "gelu", "."], 66, "directory"),
    (["check", "gelu", "-"], 65, "standard input is empty"),
    (["inspect"], 64, "function"),
    (["inspect", "gleu"], 64, "did you mean 'gelu'?"),
    (["inspect", "gelu", "mihs"], 64, "did you mean 'mish'?"),
    (["inspect", "gelu:beta=1"], 64, "gelu has no parameter 'beta'"),
    (["inspect", "form5:gamma=-1"], 64, "gamma of form5 must be"),
    (["inspect", "gelu", "--report", "xml"], 64, "xml"),
    (["inspect", "gelu", "-o", "-"], 64, "Standard output holds the sheet"),
    (["inspect", "gelu", "-o", "a.gif"], 64, "none of png, svg, pdf, html"),
    (["inspect", "gelu", "-o", "a.png", "--size", "1x1"], 64, "'1x1'"),
    (["inspect", "gelu", "-o", "missing/a.png"], 73, "missing"),
    (["list", "--framework", "torhc"], 64, "did you mean 'torch'?"),
    (["plot", "gelu", "-o", "missing/a.png"], 73, "missing"),
    (["plot", "gelu", "-o", "."], 73, "'.'"),
    (["table", "gelu", "-o", "missing/a.csv"], 73, "missing"),
  ]

  @Test(arguments: cases.indices)
  func isRefusedInOneSentence(index: Int) throws {
    let (arguments, status, sentence) = Self.cases[index]
    let folder = try TemporaryFolder()
    let run = try Binary.run(arguments, in: folder.path)
    #expect(run.status == status, "\(arguments): \(run.error)")
    #expect(run.error.contains(sentence), "\(run.error)")
    #expect(run.error.hasPrefix("Error: "))
    #expect(run.error.split(separator: "\n").count == 1, "\(run.error)")
    #expect(run.output.isEmpty)
    #expect(try folder.names().isEmpty)
  }

  @Test func aBadLineIsNumbered() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "gelu", "--at", "-"], in: folder.path, input: "1\n0x1p3\n1e\n")
    #expect(run.status == 65)
    #expect(run.error.contains("Line 3 of standard input"))
    #expect(run.output.isEmpty)
  }

  @Test func anEmptyFileOfNumbersIsRefused() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["table", "gelu", "--at", "-", "-o", "a.csv"], in: folder.path)
    #expect(run.status == 65)
    #expect(try folder.names().isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsReported() throws {
    let folder = try TemporaryFolder()
    for arguments in [
      ["table", "gelu", "-o", "/dev/full"], ["plot", "gelu", "-o", "/dev/full"],
      ["plot", "gelu", "--format", "pdf", "-o", "/dev/full"],
    ] {
      let run = try Binary.run(arguments, in: folder.path)
      #expect(run.status == 74, "\(arguments): \(run.error)")
      #expect(run.error.split(separator: "\n").count == 1)
    }
    let run = try Binary.shell("$actviz table gelu > /dev/full", in: folder.path)
    #expect(run.status == 74)
    let list = try Binary.shell("$actviz list > /dev/full", in: folder.path)
    #expect(list.status == 74)
  }

  @Test func aFileThatMayNotBeWrittenStaysAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/old.svg"
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let run = try Binary.run(["plot", "gelu", "-o", path], in: folder.path)
    #expect(run.status == 73)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
  }

  @Test func aReaderThatLeavesEndsTheRunQuietly() throws {
    let folder = try TemporaryFolder()
    let line = "$actviz table gelu --samples 1000000 | head -n 1; echo ${PIPESTATUS[0]}"
    let run = try Binary.shell(line, in: folder.path)
    #expect(run.text == "x,gelu.f,gelu.df\n0\n")
    #expect(run.error.isEmpty)
  }

  @Test func aClosedStandardOutputIsReported() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell("$actviz table gelu >&-", in: folder.path)
    #expect(run.status == 74)
    #expect(!run.error.isEmpty)
  }
}
