import Foundation
import Testing

@testable import actviz

/// `actviz check` of functions of two variables.
@Suite struct SurfaceCheckTests {
  private func check(_ line: String, files: [String: String] = [:]) throws -> Binary.Run {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: name) }
    return try Binary.shell("$actviz check \(line)", in: folder.path)
  }

  /// The values of a table are right to the last bit, whatever the format, and of every quantity.
  @Test(arguments: ["csv", "tsv", "ndjson", "npy"], ["f64", "f32", "bf16"])
  func theTablesOfTheCommandItselfHaveNoError(format: String, type: String) throws {
    let folder = try TemporaryFolder()
    let made = try Binary.shell(
      "$actviz table clamped_swiglu glu --show f,fx,fy --samples 9x11 --dtype \(type) -o t.\(format)",
      in: folder.path)
    #expect(made.status == 0, "\(made.error)")
    for quantity in ["f", "fx", "fy"] {
      // Of two functions' columns that of the one that is asked for is taken.
      let run = try Binary.shell(
        "$actviz check glu t.\(format) --show \(quantity) --dtype \(type) --max-ulp 0 --report json",
        in: folder.path)
      #expect(run.status == 0, "\(run.error)")
      #expect(
        run.text.contains(#""rows": 99,"#) && run.text.contains(#""quantity": "\#(quantity)""#))
    }
  }

  private func ends(_ ranges: [[String: Any]], _ key: String) -> [Double?] {
    ranges.map { $0[key] as? Double }
  }

  @Test func theWorstPlaceHasXAndY() throws {
    let rows = (0..<40).flatMap { i in
      (0..<40).map { j -> String in
        let (x, y) = (Double(i) / 4, Double(j) / 4)
        let isBad = (2...3).contains(x) && (5...6).contains(y)
        return "\(x),\(y),\(x * y * (isBad ? 1 + 0x1p-50 : 1))\n"
      }
    }
    let file = ["v.csv": "x,y,z\n" + rows.joined() + "1,3,nan\n"]
    let run = try check("bilinear v.csv --report json --max-ulp 1", files: file)
    #expect(run.status == 1 && run.error.isEmpty)
    let json = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let worst = try #require(json["worst"] as? [String: Any])
    #expect(worst["x"] as? Double == 1 && worst["y"] as? Double == 3)
    #expect(worst["ulp"] as? String == "inf" && worst["z"] as? String == "nan")
    #expect(worst["truth"] as? Double == 3)
    let ranges = try #require(json["ranges"] as? [[String: Any]])
    #expect(ends(ranges, "from") == [1, 2] && ends(ranges, "to") == [1, 3])
    #expect(ends(ranges, "from_y") == [3, 5] && ends(ranges, "to_y") == [3, 6])
    // Each corner of the stretch is bad: five times five rows.
    #expect(ends(ranges, "bad") == [1, 25] && ends(ranges, "rows") == [2, 25])
    let text = try check("bilinear v.csv", files: file).text
    #expect(text.contains("infinite at x = 1, y = 3, where z = nan and should be 3\n"))
    #expect(text.contains("from x  to x  from y  to y"))
    let table = try check("bilinear v.csv --report csv", files: file).text
    #expect(table.contains("worst_ulp,worst_x,worst_y,worst_z,worst_truth"))
    #expect(table.contains(",inf,1,3,nan,3,"))
  }

  @Test func aWrongVariantIsNamed() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      "$actviz table swiglu --dtype f32 --samples 21 | $actviz check geglu - --dtype f32",
      in: folder.path)
    #expect(run.text.hasSuffix("The values are those of swiglu (worst error 0 ulp).\n"))
    let slope = try Binary.shell(
      "$actviz table reglu --show fx --samples 21 | $actviz check glu - --show fx",
      in: folder.path)
    #expect(slope.text.contains("The values are those of reglu"))
  }

  @Test func coordinatesAreRoundedOnDemand() throws {
    let files = ["v.csv": "0.1 0.3 0.03\n"]
    let given = try check("bilinear v.csv --dtype bf16", files: files)
    #expect(given.text.contains("1 places are no values of bf16"))
    let rounded = try check("bilinear v.csv --dtype bf16 --round --max-ulp 1", files: files)
    #expect(rounded.status == 0 && !rounded.text.contains("no values"))
  }

  @Test func theTruthIsProved() throws {
    // The double nearest to what mpmath gives with 80 digits.
    let files = ["v.csv": "1e-5,3,4.999999999975001e-16\n"]
    let run = try check("'x*y - sin(x)*y' v.csv --exact --max-ulp 0", files: files)
    #expect(run.status == 0, "\(run.text)")
  }

  @Test func errorsAreDrawnOverBothVariables() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      """
      $actviz table swiglu --samples 60 > s.csv && $actviz check clamped_swiglu s.csv s.csv -o e.svg
      """, in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    let picture = try folder.text(of: "e.svg")
    #expect(picture.contains("<svg") && run.error == "e.svg\n")
  }

  @Test(arguments: [
    (
      "gelu", "x,y,z\n1,2,3\n",
      "'v.csv' has x, y and z in three columns, and gelu is a function of x alone"
    ),
    (
      "gelu", "1,2,3\n",
      "'v.csv' has x, y and z in three columns, and gelu is a function of x alone"
    ),
    (
      "gelu", "x,y,glu.fx\n1,2,3\n", "and gelu is a function of x alone; x and y are wanted in two."
    ),
    (
      "swiglu", "x,y\n1,2\n",
      "'v.csv' has two columns, and swiglu is a function of x and y; x, y and z"
    ),
    ("swiglu", "1 2\n", "'v.csv' has two columns, and swiglu is a function of x and y; x, y and z"),
    ("swiglu", "1\n", "'v.csv' has one column, and swiglu is a function of x and y; x, y and z"),
    (
      "swiglu", "{\"x\":1,\"y\":2}\n",
      "'v.csv' has two columns, and swiglu is a function of x and y"
    ),
    ("swiglu", "1,2,3\n1,2\n", "z is column 3, but there are only 2."),
    ("swiglu", "1,2,3\n1,b,2\n", "y = 'b' is no number"),
    ("swiglu", "x,y,z\n", "There is no row in 'v.csv'; give x, y and z."),
  ])
  func columnsThatDoNotFitAreOneSentence(function: String, text: String, sentence: String) throws {
    let run = try check("\(function) v.csv", files: ["v.csv": text])
    #expect(run.status == 65 && run.error.contains(sentence), "\(run.error)")
    #expect(run.text.isEmpty && run.error.split(separator: "\n").count == 1)
  }

  @Test func quantitiesAreThoseOfTheFunction() throws {
    let files = ["v.csv": "1,2,3\n"]
    let run = try check("swiglu v.csv --show df", files: files)
    #expect(run.status == 64 && run.error.contains("f, fx, fy, fxx, fxy, fyy, not 'df'"))
    let sliced = try check("swiglu v2.csv --param y=2", files: ["v2.csv": "0,0\n"])
    #expect(sliced.status == 0 && sliced.text.contains("0 ulp"))
  }
}
