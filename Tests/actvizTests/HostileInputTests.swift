import Foundation
import Testing

@testable import actviz

@Suite("Input that means ill, or is far too large")
struct HostileInputTests {
  @Test(
    "A domain of any size is drawn at once",
    arguments: [
      "0:5e-324", "-5e-324:0", "-5e-324:5e-324", "0:1e-310", "0:1e-308", "1e-300:1e-299",
      "1:1.0000000000000002", "1e308:1.7976931348623157e308", "-1.7e308:1.7e308",
      "-1e-310:1e308",
    ])
  func domains(_ range: String) throws {
    let folder = try TemporaryFolder()
    for command in [
      "plot gelu threshold", "compare gelu --reference threshold", "inspect gelu",
      "plot gelu --facet quantity --free-x --y-scale symlog",
      "compare exponential --y-scale symlog",
    ] {
      let run = try Binary.shell(
        "ulimit -t 10; $actviz \(command) --x-range=\(range) -o a.svg", in: folder.path)
      #expect(run.status == 0, "\(command): \(run.error)")
    }
  }

  @Test("Errors in ulp are drawn beside many kinks")
  func kinks() throws {
    let folder = try TemporaryFolder()
    let formula = (0..<60).map { "abs(x-\($0)/10)" }.joined(separator: "+")
    let run = try Binary.shell(
      "ulimit -t 20; $actviz compare '\(formula)' --dtype f16 -o a.svg", in: folder.path)
    #expect(run.status == 0, "\(run.error)")
  }

  @Test("What others wrote reaches the terminal as visible characters")
  func escapes() throws {
    let folder = try TemporaryFolder()
    try folder.write("functions: gelu\n\"ti\\etle\\u202E\": x\n", to: "a.yaml")
    try folder.write("functions: \"ge\\e[31mlu\"\n", to: "b.yaml")
    try folder.write("\u{1B}[31m(x) = x +\n", to: "d.txt")
    try folder.write("x,y\n\u{1B}[31m,\u{202E}\n", to: "e\u{1B}.csv")
    for arguments in [
      ["render", "a.yaml"], ["render", "b.yaml"], ["plot", "gelu", "--define", "d.txt"],
      ["check", "gelu", "e\u{1B}.csv"], ["plot", "gelu", "--mark", "\u{1B}[31m\n\u{2066}"],
      ["plot", "gelu", "--\u{1B}[31m"], ["\u{1B}[31m"], ["plot", "gelu", "-o", "no\u{7}/a.svg"],
    ] {
      let run = try Binary.run(arguments, in: folder.path)
      #expect(run.status >= 64)
      for character in ["\u{1B}", "\u{7}", "\u{202E}", "\u{2066}"] {
        #expect(!run.error.contains(character), "\(arguments)")
      }
      #expect(run.error.components(separatedBy: "\n").filter { $0.hasPrefix("Error: ") }.count == 1)
    }
  }

  @Test("A title may hold what XML may not")
  func xml() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["plot", "gelu", "--title", "a\u{FFFE}\u{1}\u{FFFF}b", "--svg-text", "-o", "a.svg"],
      in: folder.path)
    #expect(run.status == 0)
    let forbidden: Set<Unicode.Scalar> = ["\u{1}", "\u{FFFE}", "\u{FFFF}"]
    #expect(forbidden.isDisjoint(with: try folder.text(of: "a.svg").unicodeScalars))
    let again = try Binary.run(["rerun", "a.svg", "-o", "b.svg"], in: folder.path)
    #expect(again.status == 0, "\(again.error)")
  }

  @Test("An argument that is not UTF-8 is refused, and nothing is made")
  func arguments() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell("$actviz table gelu -o $'\\xff.csv'", in: folder.path)
    #expect(run.status == 64)
    #expect(run.error.hasPrefix("Error: Argument 4, "))
    #expect(try folder.names() == [])
  }

  @Test(
    "Of a picture no more is read than the figure, and of that a mebibyte",
    arguments: [
      ("\\x89PNG\\r\\n\\x1a\\n\\x40\\x00\\x00\\x00iTXtactviz\\0", "more than 1048576 bytes"),
      ("\\x89PNG\\r\\n\\x1a\\n\\x40\\x00\\x00\\x00iTXtother\\0", "carries no figure"),
      ("<svg><metadata id=\"actviz\">", "more than 1048576 bytes"),
      ("<svg><metadata id=\"a\"/><metadata class=\"actviz\">", "more than 1048576 bytes"),
      ("%PDF-1.4 /Keywords (", "more than 1048576 bytes"),
      ("%PDF-1.4 /Keywords <", "carries no figure"), ("", "carries no figure"),
    ])
  func pictures(_ start: String, _ sentence: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      """
      printf %b '\(start)' > a; truncate -s 64M a; ulimit -v 1000000; ulimit -t 10
      $actviz rerun a -o b.svg; $actviz rerun /dev/zero -o b.svg
      """, in: folder.path)
    #expect(run.status == 65)
    #expect(run.error.contains(sentence), "\(run.error)")
    #expect(try folder.names() == ["a"])
  }

  @Test("Who draws what is too long to be drawn again is told so")
  func longFigure() throws {
    let folder = try TemporaryFolder()
    let comment = "# " + String(repeating: "é", count: 524_200)
    try folder.write("f(x) = x \(comment)\n", to: "d.txt")
    for (title, isTooLong) in [("", false), (String(repeating: "a", count: 1000), true)] {
      let run = try Binary.run(
        ["plot", "f", "--define", "d.txt", "--title", title, "-o", "a.svg"], in: folder.path)
      #expect(run.status == 0)
      #expect(run.error.contains("than 1048576 bytes") == isTooLong, "\(run.error)")
      let again = try Binary.run(["rerun", "a.svg", "-o", "b.svg"], in: folder.path)
      #expect(again.status == (isTooLong ? 65 : 0), "\(again.error)")
    }
  }

  @Test("Tens of thousands of definitions or columns take no time")
  func many() throws {
    let folder = try TemporaryFolder()
    let definitions = (0..<20_000).map { "f\($0)(x) = x\n" }.joined()
    try folder.write(definitions, to: "d.txt")
    let columns = (0..<60_000).map { _ in "1" }.joined(separator: ",")
    try folder.write("\(columns)\n\(columns)\n", to: "c.csv")
    for line in ["table f19999 --define d.txt --samples 2", "check relu c.csv --x 1 --y 2"] {
      let run = try Binary.shell("ulimit -t 10; $actviz \(line)", in: folder.path)
      #expect(run.status == 0, "\(run.error)")
    }
  }
}
