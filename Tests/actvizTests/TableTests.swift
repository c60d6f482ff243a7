import Activations
import Formulas
import Foundation
import Testing

@testable import actviz

@Suite struct TableTests {
  @Test func columnsStandInTheOrderOfArgumentsAndThenOfQuantities() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "table", "form1:alpha=0.5", "gennorm", "--beta", "1,inf", "--show", "gate,f", "--samples",
        "3",
      ],
      in: folder.path)
    let lines = run.text.split(separator: "\n")
    #expect(
      lines[0] == "x,form1(alpha=0.5).gate,form1(alpha=0.5).f,gennorm(beta=1).gate,"
        + "gennorm(beta=1).f,gennorm(beta=inf).gate,gennorm(beta=inf).f")
    #expect(lines.count == 4)
    #expect(lines[2] == "0,0.5,0,0.5,0,0.5,0")
  }

  @Test func aLabelWithACommaIsQuoted() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "gennorm:alpha=1,beta=2", "--show", "f", "--samples", "2"], in: folder.path)
    #expect(run.text.hasPrefix("x,\"gennorm(alpha=1,beta=2).f\"\n-5,"))
  }

  @Test func aFunctionNamedTwiceCountsOnceButOneWithItsDefaultsWrittenOutIsAnother() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "gelu", "silu", "swish", "gelu", "gelu:sigma=1", "--show", "f", "--samples", "2"],
      in: folder.path)
    let header = run.text.split(separator: "\n").first.map(String.init)
    #expect(header == "x,gelu.f,silu.f,swish.f,gelu(sigma=1).f")
  }

  @Test func numbersReadBackToTheSameDouble() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "gelu", "--show", "f", "--x-range", "-40:9"], in: folder.path)
    let function = try Function(parsing: "gelu")
    let grid = Grid(-40...9, count: 1001)
    let xs = grid.points(0..<1001)
    let expected = function.activation.columns([.f], at: xs)[0]
    let rows = run.text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.map { Double($0[0]) } == xs)
    #expect(rows.map { Double($0[1]) } == expected)
  }

  @Test func pointsComeFromAFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("\u{FEFF}0x1p-1\r\n# a comment\r\n\r\n inf \r\nnan", to: "points.txt")
    let run = try Binary.run(["table", "relu", "--at", "points.txt"], in: folder.path)
    #expect(run.text == "x,relu.f,relu.df\n0.5,0.5,1\ninf,inf,1\nnan,nan,nan\n")
    let json = try Binary.run(
      ["table", "relu", "--at", "points.txt", "--format", "ndjson"], in: folder.path)
    #expect(json.text.hasSuffix("{\"x\":\"nan\",\"relu.f\":\"nan\",\"relu.df\":\"nan\"}\n"))
  }

  @Test func theExtensionChoosesTheFormat() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "relu", "--samples", "2", "-o", "a.json"], in: folder.path)
    #expect(run.status == 0 && run.output.isEmpty)
    let rows = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder.path("a.json"))))
    #expect((rows as? [[String: Double]])?.last == ["x": 5, "relu.f": 5, "relu.df": 1])
  }

  @Test func aLongTableComesInTheRightOrder() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["table", "relu", "--show", "f", "--samples", "10001", "--x-range", "0:10000"],
      in: folder.path)
    let rows = run.text.split(separator: "\n").dropFirst()
    #expect(Array(rows) == (0...10000).map { "\($0),\($0)" }.map { Substring($0) })
  }
}
