import Foundation
import Testing

@testable import actviz

@Suite struct PlotTests {
  @Test func aFrameworksFunctionIsAFileWithoutColon() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["plot", "torch:gelu", "jax:gelu"], in: folder.path)
    #expect(run.text == "torch-gelu-jax-gelu.png\n")
    let svg = try Binary.run(
      ["plot", "torch:gelu", "jax:gelu", "--format", "svg", "-o", "-"], in: folder.path)
    #expect(svg.text.contains("torch:gelu and jax:gelu"))
  }

  @Test func aPictureIsNamedAfterItsFunctions() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["plot", "swish", "mish", "--alpha", "1"], in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.text == "swish-mish.png\n")
    #expect(run.error.isEmpty)
    #expect(try folder.names() == ["swish-mish.png"])
    let png = try Data(contentsOf: URL(fileURLWithPath: folder.path("swish-mish.png")))
    #expect(Array(png.prefix(8)) == [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    // Width and height stand in the header, most significant byte first.
    #expect(Array(png[16..<24]) == [0, 0, 0x06, 0x40, 0, 0, 0x03, 0xe8])
  }

  @Test func theExtensionChoosesTheFormatAndFormatOverridesIt() throws {
    let folder = try TemporaryFolder()
    for (arguments, start) in [
      (["-o", "a.svg"], "<?xml"), (["-o", "a.PDF"], "%PDF"),
      (["-o", "a.png", "--format", "svg"], "<?xml"),
    ] {
      let run = try Binary.run(["plot", "gelu"] + arguments, in: folder.path)
      #expect(run.text == arguments[1] + "\n", "\(run.error)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path(arguments[1])))
      #expect(String(decoding: bytes.prefix(5), as: UTF8.self).hasPrefix(start))
    }
    let run = try Binary.run(["plot", "gelu", "--format", "svg"], in: folder.path)
    #expect(run.text == "gelu.svg\n")
  }

  @Test func standardOutputHoldsThePictureAlone() throws {
    let folder = try TemporaryFolder()
    for target in ["-", "/dev/stdout"] {
      let run = try Binary.run(["plot", "gelu", "--format", "svg", "-o", target], in: folder.path)
      #expect(run.status == 0)
      #expect(run.text.hasPrefix("<?xml"))
      #expect(run.text.hasSuffix("</svg>\n"))
    }
  }

  @Test(arguments: ["png", "svg", "pdf"])
  func theSameCommandWritesTheSameBytes(format: String) throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      let run = try Binary.run(
        ["compare", "gelu", "mish", "-q", "-o", "\(name).\(format)"], in: folder.path)
      #expect(run.status == 0)
      #expect(run.output.isEmpty && run.error.isEmpty)
    }
    let bytes = try ["a", "b"].map {
      try Data(contentsOf: URL(fileURLWithPath: folder.path("\($0).\(format)")))
    }
    #expect(bytes[0] == bytes[1])
  }

  @Test func compareSeparatesMeasuresFromNews() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      ["compare", "gelu", "tanh", "--measures", "json"], in: folder.path)
    #expect(run.error == "compare-gelu-tanh.png\n")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(rows.map { $0["function"] as? String } == ["gelu", "tanh"])
    #expect(rows[0]["gate_0"] as? Double == 0.5)
    #expect(rows[1]["gate_0"] is NSNull)
    let distance = try #require(rows[0]["max_error"] as? Double)
    #expect(abs(distance - 0.16997120748) < 1e-11)
  }

  @Test(arguments: [
    ("gelu swish", "gelu and swish"), ("form1 --alpha 0.5,1", "form1 (α = 0.5, 1)"),
    ("form1 --alpha 1,2,3,4,5,6,7,8,9", "form1 (α = 1, 2, …, 9)"),
    (
      "gennorm:alpha=1 --beta 0.5,0.8,1,1.5,2,3,8",
      "gennorm (α = 1; β = 0.5, 0.8, 1, 1.5, 2, 3, 8)"
    ),
    ("gelu gelu", "gelu"),
  ])
  func titlesTellWhatIsShown(arguments: String, title: String) throws {
    let request = try PlotRequest(line: "plot \(arguments)")
    #expect(request.figureRequest().figure().plainTitle == title)
  }

  @Test func aComparisonHasAPanelOfErrorsBelowEveryQuantity() throws {
    let request = try PlotRequest(line: "compare gelu relu --show f,df")
    let figure = request.figureRequest().figure()
    #expect(figure.columns == 2)
    #expect(figure.panels.map(\.plainLabel) == ["f(x)", "f′(x)", "f(x) − relu", "f′(x) − relu′"])
    #expect(figure.panels.map { $0.curves.map(\.name) }[0] == ["gelu", "relu"])
    #expect(figure.panels.map { $0.curves.map(\.name) }[2] == ["gelu"])
  }

  @Test func aComparisonInATypeHasAPanelAndMeasuresInItsUlp() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "compare", "gelu_tanh", "gelu_sigmoid", "gelu", "--reference", "gelu", "--dtype", "bf16",
        "--x-range", "-3:3", "--measures", "json", "-o", "a.svg",
      ], in: folder.path)
    let rows = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [[String: Any]])
    #expect(rows.map { $0["max_ulp"] as? Double } == [16, 549, 0])
    #expect(rows.map { $0["argmax_ulp"] as? Double } == [-2.8125, -2.78125, -3])
    #expect(rows.map(\.count) == [14, 14, 14])
    let plain = try Binary.run(["compare", "gelu", "--measures", "csv"], in: folder.path)
    #expect(!plain.text.contains("ulp"))
  }

  @Test func theUlpPanelsStandBelowTheErrors() throws {
    let request = try PlotRequest(line: "compare gelu relu --show f,df --dtype f16")
    let panels = request.figureRequest().figure().panels
    #expect(
      panels.map(\.plainLabel) == [
        "f(x)", "f′(x)", "f(x) − relu", "f′(x) − relu′", "f(x) − relu, ulp of f16",
        "f′(x) − relu′, ulp of f16",
      ])
    #expect(panels[3].yScale == .linear && panels[4].yScale == .symlog(constant: 1))
    #expect(panels[4].curves.map(\.name) == ["gelu"])
    let points = panels[4].curves.flatMap { $0.segments.joined() }
    #expect((1000...2 * 1600 + 4).contains(points.count))
  }
}
