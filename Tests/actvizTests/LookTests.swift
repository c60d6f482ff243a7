import CairoBackend
import Figures
import Foundation
import Testing

@testable import actviz

/// Themes, sizes, densities and scales, as a user asks for them.
@Suite struct LookTests {
  private func run(_ line: String, in folder: TemporaryFolder) throws -> Binary.Run {
    let run = try Binary.run(line.split(separator: " ").map(String.init), in: folder.path)
    #expect(run.status == 0, "\(run.error)")
    return run
  }

  private func bytes(_ name: String, in folder: TemporaryFolder) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: folder.path(name))))
  }

  @Test func bothThemesAreAPairOfFiles() throws {
    let folder = try TemporaryFolder()
    #expect(try run("plot gelu --theme both", in: folder).text == "gelu-light.png\ngelu-dark.png\n")
    let inspect = try run("inspect gelu --theme both -o sheet.v2.svg", in: folder)
    #expect(inspect.error == "sheet.v2-light.svg\nsheet.v2-dark.svg\n")
    _ = try run("compare gelu --theme both -o a.svg -q", in: folder)
    #expect(
      try folder.names() == [
        "a-dark.svg", "a-light.svg", "gelu-dark.png", "gelu-light.png", "sheet.v2-dark.svg",
        "sheet.v2-light.svg",
      ])
    _ = try run("compare gelu -o plain.svg -q", in: folder)
    // But for the metadata, which tells the two commands apart.
    let pictures = try ["plain.svg", "a-light.svg"].map {
      try folder.text(of: $0).components(separatedBy: "metadata").last
    }
    #expect(pictures[0] == pictures[1])
    #expect(try folder.text(of: "a-dark.svg").contains("fill=\"#111111\""))
  }

  @Test(arguments: [
    ("a.svg", "a-dark.svg"), ("b/a.tar.svg", "b/a.tar-dark.svg"), ("b.c/a", "b.c/a-dark"),
    (".svg", ".svg-dark"), ("b/.a.svg", "b/.a-dark.svg"),
  ])
  func aThemeStandsBeforeTheExtension(path: String, expected: String) {
    var look = Look()
    look.choice = .both
    #expect(look.output(Output(path), for: .dark) == Output(expected))
    #expect(Look().output(Output(path), for: .light) == Output(path))
  }

  @Test func aPhysicalSizeIsThatOnPaper() throws {
    let folder = try TemporaryFolder()
    _ = try run("plot gelu --size column -o a.pdf", in: folder)
    let pdf = String(decoding: try bytes("a.pdf", in: folder), as: UTF8.self)
    #expect(pdf.contains("/MediaBox [ 0 0 240.944882 170.07874 ]"))
    _ = try run("plot gelu --size 85x60mm -o a.svg", in: folder)
    #expect(try folder.text(of: "a.svg").contains("width=\"85mm\" height=\"60mm\""))
    _ = try run("plot gelu --size 3.5x2in --dpi 600 -o a.png", in: folder)
    #expect(try bytes("a.png", in: folder)[16..<24] == [0, 0, 0x08, 0x34, 0, 0, 0x04, 0xb0])
    _ = try run("plot gelu --size slide -o b.png", in: folder)
    #expect(try bytes("b.png", in: folder)[16..<24] == [0, 0, 0x0f, 0xa0, 0, 0, 0x08, 0xca])
  }

  @Test func densityDoesNotChangeThePicture() throws {
    let folder = try TemporaryFolder()
    // The curves have more points; the texts differ in nothing but the prefix of their ids.
    func texts(_ options: String) throws -> [String] {
      let svg = try run("plot gelu --size page \(options) --format svg -o -", in: folder).text
      let prefix = try #require(svg.firstMatch(of: /clipPath id="(.{8})/)).1
      return svg.replacing(prefix, with: "").components(separatedBy: "\n")
        .filter { $0.contains("aria-label=") }
    }
    let plain = try texts("")
    #expect(!plain.isEmpty)
    #expect(try texts("--dpi 600") == plain)
  }

  @Test func aTransparentPictureHasNoBackground() throws {
    let folder = try TemporaryFolder()
    let svg = try run("plot gelu mish --transparent --theme dark --format svg -o -", in: folder)
    #expect(!svg.text.contains("width=\"1600\" height=\"1000\""))
    #expect(svg.text.contains("fill=\"#111111\" fill-opacity=\"0.88\""))
    _ = try run("plot gelu --transparent -o a.png", in: folder)
    #expect(try bytes("a.png", in: folder)[24..<26] == [8, 6])
    _ = try run("plot gelu -o b.png", in: folder)
    #expect(try bytes("b.png", in: folder)[24..<26] == [8, 2])
  }

  @Test func oneSVGFollowsThePage() throws {
    let folder = try TemporaryFolder()
    let command = "plot relu swish --beta 1,2,4 --mark minimum --size 600x400"
    func colors(_ svg: String) -> Set<String> {
      Set(svg.matches(of: /(?:fill|stroke)="(#[0-9a-f]{6})"/).map { String($0.1) })
    }
    let auto = try run("\(command) --theme auto --format svg -o -", in: folder).text
    let light = try run("\(command) --theme light --format svg -o -", in: folder).text
    let dark = try run("\(command) --theme dark --format svg -o -", in: folder).text
    let style = try #require(auto.firstMatch(of: /<style>(.*)<\/style>/.dotMatchesNewlines()))
    #expect(style.1.hasPrefix("@media (prefers-color-scheme:dark){"))
    // Without its rules it is the light picture, with them every colour is one of the dark picture's.
    #expect(colors(auto.replacing(style.0, with: "")) == colors(light))
    let rules = style.1.matches(of: /\[(fill|stroke)="(#[0-9a-f]{6})"\].*\{\1:(#[0-9a-f]{6})/)
    let changed = Dictionary(
      rules.map { (String($0.2), String($0.3)) }, uniquingKeysWith: { first, _ in first })
    #expect(Set(colors(light).map { changed[$0] ?? $0 }) == colors(dark))
    let arguments = "\(command) --theme auto -o a.png".split(separator: " ").map(String.init)
    let picture = try Binary.run(arguments, in: folder.path)
    #expect(picture.status == 64 && picture.error.contains("--theme auto is for an SVG"))
    #expect(try folder.names() == [])
  }

  @Test func checkAndFitTakeALook() throws {
    let folder = try TemporaryFolder()
    try folder.write("1,0.8413447460685429\n2,1.954499736103642\n", to: "g.csv")
    _ = try run("check gelu g.csv --theme print --size page -o c.svg -q", in: folder)
    #expect(try folder.text(of: "c.svg").contains("width=\"170mm\""))
    _ = try run(
      "fit swish --to gelu --over beta=1:2 --size column --title T -o f.svg", in: folder)
    #expect(try folder.text(of: "f.svg").contains("aria-label=\"T\""))
    #expect(try folder.text(of: "f.svg").contains("width=\"85mm\""))
  }

  /// The figure that a comparison draws.
  private func drawn(_ line: String) throws -> Figure {
    try PlotRequest(line: "compare \(line)").figureRequest().figure()
  }

  @Test func errorsOnALogarithmicAxisHaveNoSign() throws {
    let figure = try drawn(
      "gelu_tanh --reference gelu --show f --y-scale log --dtype f16"
    )
    #expect(
      figure.panels.map(\.plainLabel) == ["f(x)", "|f(x) − gelu|", "f(x) − gelu, ulp of f16"])
    #expect(figure.panels.map(\.yScale) == [.log, .log, .symlog(constant: 1)])
    let errors = figure.panels[1].curves.flatMap { $0.segments.joined() }.map(\.y)
    #expect(errors.allSatisfy { $0 > 0 })
    let largest = try #require(errors.max())
    #expect(abs(largest / 0.000473236 - 1) < 1e-3)
  }

  @Test(arguments: ["f16", "f32"])
  func errorsInUlpReachEveryDecadeOfALogarithmicAxis(type: String) throws {
    let figure = try drawn(
      "gelu_tanh --reference gelu --show f --dtype \(type) --x-scale log --x-range 1e-4:10"
    )
    let xs = figure.panels[2].curves.flatMap { $0.segments.joined() }.map(\.x)
    for decade in [1e-4, 1e-3, 1e-2, 0.1, 1] {
      #expect(xs.count { (decade...10 * decade).contains($0) } > 300)
    }
  }

  @Test func scalesAreReadWithTheirConstant() throws {
    let figure = try drawn(
      "gelu --x-scale symlog --y-scale SYMLOG:0.01 --x-range -100:100"
    )
    #expect(figure.xScale == .symlog(constant: 1))
    #expect(figure.panels.map(\.yScale) == Array(repeating: .symlog(constant: 0.01), count: 4))
    #expect(try drawn("gelu --x-scale log --x-range 1e-6:1e3").xScale == .log)
    #expect(try drawn("gelu").xScale == .linear)
  }

  @Test func aLogarithmicAxisWithNothingToShowIsEmpty() throws {
    let folder = try TemporaryFolder()
    let svg = try run(
      "plot gelu --show f --x-range -5:-1 --y-scale log --format svg -o -", in: folder)
    #expect(svg.text.contains("aria-label=\"0.1\"") && svg.text.contains("aria-label=\"10\""))
  }

  @Test(arguments: [
    "--x-range 1e-300:1e300 --x-scale log --y-scale log", "--x-range -40:5 --y-scale log",
    "--x-range -1e300:1e300 --x-scale symlog:1e-300 --y-scale symlog:1e-300",
    "--x-range 1:1.0000000001 --x-scale log --y-scale log", "--y-scale log --samples 50",
  ])
  func wideScalesAreDrawn(options: String) throws {
    let folder = try TemporaryFolder()
    let svg = try run(
      "plot gelu relu tanh softplus --show f,df,d2f \(options) --format svg -o -", in: folder)
    #expect(svg.text.hasSuffix("</svg>\n"))
    #expect(svg.output.count < 400_000)
  }
}
