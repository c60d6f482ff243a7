import Activations
import Exact
import Formulas
import Foundation
import Testing

/// Values of gelu over bfloat16 from −20 to 20, right but for what is planted in them.
private struct Fixture {
  var xs: [Double]
  var ys: [Double]

  init(_ function: String = "gelu", type: FloatType = .bf16) throws {
    let all = try #require(FloatType.bf16.allFiniteValues)
    xs = all.filter { abs($0) <= 20 && abs($0) >= 0x1p-20 }
    var truths = ProvedColumns(try Function(parsing: function), .roundings)
    ys = truths.columns([.f], at: xs, as: type)[0]
  }

  mutating func plant(at x: Double, _ change: (Double) -> Double) throws {
    let index = try #require(xs.firstIndex(of: x))
    ys[index] = change(ys[index])
  }

  var csv: String {
    "x,y\n" + zip(xs, ys).map { "\($0),\($1)\n" }.joined()
  }
}

/// What `check` says of a text, as JSON, and how it ends.
private func check(
  _ arguments: [String], _ text: String
) throws -> (json: [String: Any], status: Int32) {
  let folder = try TemporaryFolder()
  try folder.write(text, to: "values.csv")
  let run = try Binary.run(
    ["check"] + arguments + ["values.csv", "--format", "json"], in: folder.path)
  #expect(run.error.isEmpty, "\(run.error)")
  let object = try JSONSerialization.jsonObject(with: run.output)
  return (try #require(object as? [String: Any]), run.status)
}

private func number(_ value: Any?, _ key: String) -> Double? {
  let member = (value as? [String: Any])?[key]
  return (member as? NSNumber)?.doubleValue ?? (member as? String).flatMap(Double.init)
}

@Suite struct CheckTests {
  @Test func rightValuesHaveNoError() throws {
    let fixture = try Fixture()
    let (json, status) = try check(["gelu", "--dtype", "bf16", "--max-ulp", "0"], fixture.csv)
    #expect(status == 0)
    #expect(json["rows"] as? Int == fixture.xs.count)
    #expect(number(json["worst"], "ulp") == 0)
    #expect(json["p99"] as? Int == 0)
    #expect(json["within"] as? Bool == true)
    #expect((json["ranges"] as? [Any])?.isEmpty == true)
    #expect(json["likely_function"] is NSNull)
    let histogram = try #require(json["histogram"] as? [Any])
    #expect(histogram.count == 1)
    #expect(number(histogram[0], "count") == Double(fixture.xs.count))
  }

  @Test func everyPlantedDefectIsFound() throws {
    var fixture = try Fixture()
    var flushed = 0
    let smallest = try #require(zip(fixture.xs, fixture.ys).first { $1 != 0 }?.0)
    for (index, x) in fixture.xs.enumerated() where x < -10 && fixture.ys[index] != 0 {
      fixture.ys[index] = 0
      flushed += 1
    }
    try fixture.plant(at: 1) { _ in .nan }
    try fixture.plant(at: 4) { $0 + 2 * FloatType.bf16.ulp(of: $0) }
    try fixture.plant(at: 8) { _ in .infinity }
    let (json, status) = try check(["gelu", "--dtype", "bf16", "--max-ulp", "0.5"], fixture.csv)
    #expect(status == 1)
    #expect(flushed > 50)
    #expect(json["flushed"] as? Int == flushed)
    #expect(json["nan"] as? Int == 1)
    #expect(json["infinite"] as? Int == 1)
    #expect(number(json["worst"], "ulp") == .infinity)
    #expect(number(json["worst"], "x") == 1)
    #expect(json["likely_function"] is NSNull)
    let ranges = try #require(json["ranges"] as? [[String: Any]])
    #expect(ranges.map { number($0, "from") } == [smallest, 1, 4, 8])
    #expect(ranges.map { number($0, "to") } == [-10.0625, 1, 4, 8])
    #expect(ranges.map { number($0, "bad") } == [Double(flushed), 1, 1, 1])
    #expect(ranges.map { number($0, "rows") } == [Double(flushed), 1, 1, 1])
    #expect(number(ranges[2], "worst") == 2)
    let histogram = try #require(json["histogram"] as? [[String: Any]])
    #expect(number(histogram.last, "from") == .infinity)
    #expect(number(histogram.last, "count") == 2)
    #expect(histogram.first { number($0, "to") == 2 }.map { number($0, "count") } == 1)
    #expect(histogram.reduce(0) { $0 + (number($1, "count") ?? 0) } == Double(fixture.xs.count))
  }

  @Test func oneUlpAtOnePointIsFound() throws {
    var fixture = try Fixture()
    try fixture.plant(at: -0.5) { $0 - FloatType.bf16.ulp(of: $0) }
    let beyond = try check(["gelu", "--dtype", "bf16", "--max-ulp", "0.5"], fixture.csv)
    #expect(beyond.status == 1)
    #expect(number(beyond.json["worst"], "ulp") == 1)
    #expect(number(beyond.json["worst"], "x") == -0.5)
    #expect(number(beyond.json["worst"], "truth") == -0.154296875)
    #expect(beyond.json["within"] as? Bool == false)
    #expect((beyond.json["ranges"] as? [[String: Any]])?.count == 1)
    let within = try check(["gelu", "--dtype", "bf16", "--max-ulp", "1"], fixture.csv)
    #expect(within.status == 0)
    #expect((within.json["ranges"] as? [[String: Any]])?.isEmpty == true)
  }

  @Test(arguments: [
    ("gelu_tanh", "gelu", "gelu_tanh"), ("gelu", "gelu_tanh", "gelu"),
    ("gelu_sigmoid", "jax:gelu", "gelu_sigmoid"), ("hardsigmoid", "sigmoid", "hardsigmoid"),
    ("keras:leaky_relu", "leaky_relu", "keras:leaky_relu"), ("mish", "swish", "mish"),
    ("keras2:hard_sigmoid", "keras:hard_sigmoid", "hardsigmoid_keras2"),
  ])
  func aWrongVariantIsNamed(made: String, asked: String, named: String) throws {
    let (json, status) = try check([asked, "--dtype", "bf16"], try Fixture(made).csv)
    #expect(status == 0)
    let likely = try #require(json["likely_function"] as? [String: Any])
    #expect(likely["name"] as? String == named)
    #expect(number(likely, "worst") == 0)
    #expect((json["verdict"] as? String)?.contains("The values are those of \(named)") == true)
  }

  @Test func aDerivativeIsCheckedToo() throws {
    let xs = [-2.0, -0.5, 0, 1, 3]
    var proved = ProvedColumns(try Function(parsing: "mish"))
    let ys = proved.columns([.d2f], at: xs, as: .f64)[0]
    let text = "x,mish.f,mish.d2f\n" + zip(xs, ys).map { "\($0),7,\($1)\n" }.joined()
    let (json, _) = try check(["mish", "--quantity", "d2f"], text)
    #expect(json["quantity"] as? String == "d2f")
    #expect(number(json["worst"], "ulp") == 0)
  }

  @Test func xThatTheTypeDoesNotHoldAreCounted() throws {
    let (json, _) = try check(["relu", "--dtype", "bf16"], "0.1,0.10009765625\n1,1\n")
    #expect(json["x_not_in_dtype"] as? Int == 1)
    #expect(number(json["worst"], "ulp") == 0)
  }

  @Test func shortDecimalsOfSinglesAreRoundedOnDemand() throws {
    // What Python prints of singles: x is not the decimal, and far down the tail that matters.
    let xs = stride(from: Float(-12), to: -8, by: 0.1).map { $0 }
    var gelu = ProvedColumns(try Function(parsing: "gelu"), .roundings)
    let ys = gelu.columns([.f], at: xs.map(Double.init), as: .f32)[0]
    let text = zip(xs, ys).map { "\($0),\(Float($1))\n" }.joined()
    let asGiven = try check(["gelu", "--dtype", "f32"], text).json
    #expect(try #require(number(asGiven["worst"], "ulp")) > 10)
    #expect(try #require(number(asGiven, "x_not_in_dtype")) > 30)
    let rounded = try check(["gelu", "--dtype", "f32", "--round"], text).json
    #expect(number(rounded["worst"], "ulp") == 0)
    #expect(number(rounded, "x_not_in_dtype") == 0)
  }

  @Test func theTextSaysWhatTheJsonSays() throws {
    let folder = try TemporaryFolder()
    let text = "x,y\n-1,-0.25\n0,0\n1,nan\n"
    let run = try Binary.run(["check", "gelu", "-"], in: folder.path, input: text)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("standard input against gelu.f in f64: 3 rows\n"))
    #expect(
      run.text.contains("worst error      infinite at x = 1, where y = nan and should be 0.84"))
    #expect(run.text.contains("NaN              1\n"))
    #expect(run.text.hasSuffix("The worst error is infinite.\n"))
  }

  @Test func quietLeavesTheExitStatus() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["check", "relu", "-", "-q", "--max-ulp", "1"], in: folder.path, input: "1 2\n")
    #expect(run.status == 1)
    #expect(run.output.isEmpty && run.error.isEmpty)
  }

  @Test(arguments: ["svg", "png", "pdf"])
  func thePictureIsSmallHoweverManyRows(format: String) throws {
    let folder = try TemporaryFolder()
    let rows = (0..<40_000).map { "\(Double($0) / 1000 - 20),\(Double($0 % 7))\n" }.joined()
    try folder.write(rows + "0.5,nan\n", to: "values.csv")
    let run = try Binary.run(
      ["check", "gelu", "values.csv", "-o", "errors.\(format)", "--max-ulp", "4"], in: folder.path)
    #expect(run.status == 1)
    #expect(run.error == "errors.\(format)\n")
    let size = try FileManager.default.attributesOfItem(atPath: folder.path("errors.\(format)"))
    #expect((size[.size] as? Int ?? .max) < 300_000)
    if format == "svg" {
      let text = try folder.text(of: "errors.svg")
      #expect(text.contains("limit: 4 ulp"))
      #expect(text.contains("infinite: NaN"))
    }
  }

  @Test func severalFilesAreReportedAndDrawnTogether() throws {
    let folder = try TemporaryFolder()
    try folder.write("x,y\n-1,0\n1,1\n", to: "good.csv")
    try folder.write("x,y\n-1,0\n1,2\n", to: "bad.csv")
    let run = try Binary.run(
      [
        "check", "relu", "good.csv", "bad.csv", "--max-ulp", "1", "--format", "json", "-o",
        "both.svg",
      ], in: folder.path)
    #expect(run.status == 1)
    let object = try JSONSerialization.jsonObject(with: run.output)
    let results = try #require(object as? [[String: Any]])
    #expect(results.map { $0["file"] as? String } == ["good.csv", "bad.csv"])
    #expect(results.map { $0["within"] as? Bool } == [true, false])
    let picture = try folder.text(of: "both.svg")
    #expect(picture.contains("good.csv in f64") && picture.contains("bad.csv in f64"))
  }
}
