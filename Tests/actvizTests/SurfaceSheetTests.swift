import Foundation
import Testing

@testable import actviz

/// `actviz compare` and `actviz inspect` of functions of two variables.
@Suite struct SurfaceSheetTests {
  private func run(_ line: String) throws -> Binary.Run {
    let folder = try TemporaryFolder()
    return try Binary.shell("$actviz \(line)", in: folder.path)
  }

  @Test func compareHasARowForEveryFunctionAndQuantity() throws {
    let run = try run(
      "compare bilinear maxout --reference bilinear --show f,fy --no-figure --report csv --x-range -2:1 --y-range 0:3"
    )
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    let rows = run.text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      rows[0] == [
        "function", "quantity", "at_0", "argmin_x", "argmin_y", "min", "argmax_error_x",
        "argmax_error_y", "max_error", "mean_error", "rms_error", "squared_error", "digits",
        "argmax_slope_x", "argmax_slope_y", "max_slope",
      ])
    // x·y against itself: the gradient (y, x) is longest at (−2, 3).
    #expect(rows[1].prefix(6) == ["bilinear", "f", "0", "-2", "3", "-6"])
    #expect(rows[1][8...12] == ["0", "0", "0", "0", "15"])
    #expect(rows[1][13...14] == ["-2", "3"] && Double(rows[1][15]) == 13.0.squareRoot())
    #expect(rows[2].prefix(2) == ["bilinear", "fy"] && rows[2][13...15] == ["", "", ""])
    // max(x, y) − x·y is 9 at (−2, 3).
    #expect(rows[3][6...8] == ["-2", "3", "9"])
    #expect(rows.count == 5)
  }

  @Test func provedMeasuresAreCounted() throws {
    // The double nearest to what mpmath gives with 60 digits for 5·sup |x·σ(x) − relu(x)|, as the two values differ.
    let run = try run("compare swiglu --exact --no-figure --report json")
    #expect(run.status == 0, "\(run.error)")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    let supremum = try #require(rows[0]["max_error"] as? Double)
    #expect((supremum - 1.3923227138053689755).magnitude < 1e-14)
    #expect(rows[0]["mean_error"] is NSNull)
  }

  @Test func theSheetSaysWhatIsProved() throws {
    let run = try run("inspect maxout")
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    let text = run.text.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    for line in [
      "maxout", "Values, over -5 ≤ x, y ≤ 5", "domain everywhere",
      "minimum -5 at x = -5, y = -5, on the border", "along x never falls, everywhere",
      "f(y, x) = f(x, y) yes", "f(t·x, t·y), t > 0 t·f(x, y)", "E f_x² 0.5",
    ] {
      #expect(text.contains(line), "\(line) in \(run.text)")
    }
    #expect(text.contains { $0.hasPrefix("E f 0.56418") })
    // What is not so goes without saying.
    #expect(!run.text.contains("f(-x, y)"))
  }

  @Test func severalStandSideBySide() throws {
    let text = try run("inspect swiglu geglu").text
    #expect(text.contains("swiglu") && text.contains("geglu") && text.contains("E f_x²"))
    let markdown = try run("inspect swiglu --report markdown").text
    #expect(markdown.contains("### Symmetry\n"))
    let csv = try run("inspect swiglu geglu --report csv").text
    #expect(csv.hasPrefix("group,property,swiglu,geglu\n"))
  }

  @Test(arguments: [
    (
      "compare gelu swiglu",
      "gelu is a function of x alone, and swiglu one of x and y: they have no difference."
    ),
    (
      "compare swiglu --reference relu",
      "relu is a function of x alone, and swiglu one of x and y: they have no difference."
    ),
    (
      "compare swiglu --dtype bf16",
      "'actviz check' counts those of values of functions of x and y."
    ),
    ("compare swiglu --show fxx", "compare measures f, fx and fy of functions of x and y, not fxx"),
    ("compare swiglu --show df", "--show knows f, fx, fy, fxx, fxy, fyy, not 'df'"),
    (
      "inspect gelu swiglu",
      "gelu is a function of x alone, and swiglu one of x and y: they make two sheets."
    ),
    (
      "inspect gelu --y-range 0:1",
      "--y-range is the domain of y, and gelu is a function of x alone."
    ),
    ("inspect swiglu -o a.png", "The sheet of a function of x and y is not drawn"),
    (
      "fit swiglu --reference gelu --over beta=0:1",
      "swiglu is a function of x and y, and one of x is wanted here; give y a value: --param y=1."
    ),
    ("fit swish --reference swiglu --over beta=0:1", "give y a value: --param y=1."),
  ])
  func whatMeansNothingIsOneSentence(line: String, sentence: String) throws {
    let run = try run(line)
    #expect(run.status == 64 && run.error.contains(sentence), "\(run.error)")
    #expect(run.text.isEmpty && run.error.split(separator: "\n").count == 1)
  }
}
