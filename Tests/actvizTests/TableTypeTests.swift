import Activations
import Foundation
import Testing

@testable import actviz

/// `--dtype`, `--all` and `--bits` of `actviz table`.
@Suite struct TableTypeTests {
  private func table(_ arguments: String, input: String = "") throws -> Binary.Run {
    let folder = try TemporaryFolder()
    return try Binary.run(
      ["table"] + arguments.split(separator: " ").map(String.init), in: folder.path, input: input)
  }

  @Test func xIsRoundedToTheTypeAndResultsAreRoundedOnce() throws {
    let run = try table("relu --show f --dtype f16 --at -", input: "0.1\n1e6\n-0\n1e-9\nnan\n")
    #expect(
      run.text == """
        x,relu.f
        0.0999755859375,0.0999755859375
        inf,inf
        -0,-0
        0,0
        nan,nan

        """)
    let single = try table("softplus --show f --dtype f32 --samples 3")
    #expect(single.text.hasSuffix("0,0.6931471824645996\n5,5.006715297698975\n"))
  }

  @Test("--dtype f64 asks for the double nearest to each value, however it is spelled")
  func doublesAreRoundedOnce() throws {
    let runs = try ["gelu --dtype f64", "gelu --dtype F64", "gelu --exact"].map {
      try table($0 + " --show f --samples 2 --x-range -1:0")
    }
    #expect(runs[0].text == "x,gelu.f\n-1,-0.15865525393145705\n0,0\n")
    #expect(runs[1].output == runs[0].output && runs[2].output == runs[0].output)
  }

  @Test(arguments: ["csv", "json", "markdown", "npy"])
  func bitsStandBehindEveryColumn(format: String) throws {
    let run = try table("gelu --dtype bf16 --bits --samples 3 --show f --format \(format)")
    let row =
      switch format {
      case "csv": "5,0x40a0,5,0x40a0\n"
      case "json": "{\"x\":5,\"x.bits\":\"0x40a0\",\"gelu.f\":5,\"gelu.f.bits\":\"0x40a0\"}\n]\n"
      case "markdown": "| 5 | 0x40a0 | 5 | 0x40a0 |\n"
      default: "\0\0\u{a0}@\u{a0}@\0\0\u{a0}@\u{a0}@"
      }
    #expect(
      run.output.suffix(row.unicodeScalars.count)
        == Data(row.unicodeScalars.map { UInt8($0.value) }))
  }

  @Test(arguments: [FloatType.f16, .bf16])
  func allTakesEveryFiniteValueInAscendingOrder(type: FloatType) throws {
    let run = try table("relu --show f --all --dtype \(type)")
    let xs = run.text.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(xs.map { Double($0) } == type.allFiniteValues)
    #expect(xs.filter { $0 == "-0" }.count == 1)
  }

  @Test func anXRangeRestrictsAll() throws {
    let run = try table("relu --show f --all --dtype bf16 --x-range 1:1.02")
    #expect(run.text == "x,relu.f\n1,1\n1.0078125,1.0078125\n1.015625,1.015625\n")
  }

  @Test func anArrayOfAFileOfNumbersCountsThem() throws {
    let run = try table("relu --format npy --at -", input: "1\n# two\n\n2\n3\n")
    #expect(String(decoding: run.output, as: UTF8.self).contains("'shape': (3,), }"))
    #expect(run.output.count == 128 + 3 * 24)
  }

  @Test func anArrayOfABadFileIsNotBegun() throws {
    let folder = try TemporaryFolder()
    let lines = String(repeating: "1\n", count: 1 << 20) + "one\n"
    let run = try Binary.run(
      ["table", "relu", "--at", "-", "-o", "a.npy"], in: folder.path, input: lines)
    #expect(run.status == 65)
    #expect(run.error.contains("Line 1048577 of standard input"))
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: ["f64", "f32", "f16", "bf16"]) func rawNumbersAreReadAgain(type: String) throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      """
      $actviz table gelu --show f --dtype \(type) --samples 999 --format raw -o a.raw &&
        $actviz check gelu a.raw --input-format raw --dtype \(type) --max-ulp 0 && wc -c < a.raw
      """, in: folder.path)
    let width = ["f64": 8, "f32": 4][type] ?? 2
    #expect(run.status == 0, "\(run.error)")
    #expect(run.text.hasSuffix("\(999 * 2 * width)\n"))
  }

  @Test func everySingleInARangeStandsThereOnce() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      "$actviz table relu --show f --dtype f32 --all --bits --x-range -1e-44:1e-44",
      in: folder.path)
    let bits = run.text.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(bits.count == 16 && bits.first == "0x80000007" && bits.last == "0x00000007")
    #expect(Set(bits).count == 16)
  }
}
