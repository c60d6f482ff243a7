import Figures
import Foundation
import Testing

@testable import CairoBackend

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Collects what an SVG's elements say.
final class Elements: NSObject, XMLParserDelegate {
  var attributes: [String: [[String: String]]] = [:]

  /// Those of a document.
  static func of(_ bytes: [UInt8]) throws -> Elements {
    let elements = Elements()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = elements
    #expect(parser.parse())
    return elements
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes values: [String: String]
  ) {
    attributes[name, default: []].append(values)
  }
}

@Suite("SVG and PDF")
struct VectorTests {
  private func parse(_ bytes: [UInt8]) -> Elements? {
    let elements = Elements()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = elements
    return parser.parse() ? elements : nil
  }

  @Test("Dashes are a list without an end that a reader could take for one more")
  func dashes() throws {
    let stroke = Stroke(color: Color(0), width: 2, dash: [9, 4.5, 2, 4.5])
    let line = DrawCommand.stroke([[Point(x: 0, y: 5), Point(x: 10, y: 5)]], stroke)
    let drawing = Drawing(size: .standard, commands: [line])
    let elements = try #require(parse(render(drawing, as: .svg)))
    let paths = elements.attributes["path"] ?? []
    #expect(paths.compactMap { $0["stroke-dasharray"] } == ["9 4.5 2 4.5"])
  }

  @Test("An SVG is XML with the image's size and the line")
  func svg() throws {
    let elements = try #require(parse(render(bandDrawing(), as: .svg)))
    let root = try #require(elements.attributes["svg"]?.first)
    #expect(root["width"] == "200px" && root["height"] == "100px")
    #expect(root["viewBox"] == "0 0 200 100")
    let paths = elements.attributes["path"] ?? []
    #expect(paths.contains { $0["d"] == "M0,50 200,50" && $0["stroke"] == "#ff0000" })
    #expect((elements.attributes["g"] ?? []).contains { $0["aria-label"] == "α < β & γ" })
    // Five letters and signs; a space has no outline.
    let glyphs = elements.attributes["use"] ?? []
    #expect(glyphs.count == 5)
    let defined = Set(paths.compactMap { $0["id"] })
    for glyph in glyphs {
      #expect(defined.contains(String(glyph["xlink:href"]?.dropFirst() ?? "")))
    }
  }

  @Test("A physical size stands in an SVG in its unit, and in a PDF in points")
  func physical() throws {
    for (text, width, box, page) in [
      ("85mmx60mm", "85mm", "0 0 321.26 226.77", "0 0 240.944882 170.07874"),
      ("3.5x2.25in", "3.5in", "0 0 336 216", "0 0 252 162"),
      ("360x216.5pt", "360pt", "0 0 480 288.67", "0 0 360 216.5"),
    ] {
      let drawing = Drawing(size: try Size(parsing: text), commands: [])
      let root = try #require(parse(render(drawing, as: .svg))?.attributes["svg"]?.first)
      #expect(root["width"] == width && root["viewBox"] == box)
      let pdf = String(decoding: try render(drawing, as: .pdf), as: UTF8.self)
      #expect(pdf.contains("/MediaBox [ \(page) ]"))
    }
  }

  @Test("Without a background an SVG has no rectangle but the legend's, and its frame's")
  func transparent() throws {
    let curve = Curve(name: "one", segments: [[Point(x: 0, y: 1), Point(x: 1, y: 1)]])
    let figure = Figure(
      title: "a", xDomain: 0...1, panels: [Figure.Panel(yLabel: "f(x)", curves: [curve])])
    func filled(_ theme: Theme) throws -> [String?] {
      let measurer = CairoTextMeasurer()
      let drawing = Drawing(Scene(figure), measurer: measurer, theme: theme)
      let elements = try #require(parse(render(drawing, as: .svg, measurer: measurer)))
      return (elements.attributes["rect"] ?? []).filter { $0["fill"]?.hasPrefix("#") == true }
        .map { $0["fill-opacity"] }
    }
    #expect(try filled(.light) == [nil, "0.88"])
    #expect(try filled(Theme.light.withoutBackground) == ["0.88"])
  }

  @Test(
    "A PDF is of version 1.4, so that its information can be read, has its page box in points and a fixed date"
  )
  func pdf() throws {
    let text = String(decoding: try render(bandDrawing(), as: .pdf), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.4\n"))
    #expect(text.contains("/MediaBox [ 0 0 150 75 ]"))
    #expect(text.contains("20000101000000Z"))
  }

  @Test(
    "Any text can be drawn in any format",
    arguments: [
      "", "\u{0}\u{1}\n\r\t", "\u{ffff}\u{fffe}", "🎉👩‍👩‍👧‍👦", "激活函数", "<&>\"']]>", "e\u{301}\u{202e}abc",
      String(repeating: "long ", count: 2000),
    ], ImageFormat.allCases)
  func texts(text: String, format: ImageFormat) throws {
    let measurer = CairoTextMeasurer()
    let curve = Curve(name: text, segments: [[Point(x: 0, y: 0), Point(x: 1, y: 1)]])
    let panel = Figure.Panel(title: text, yLabel: text, curves: [curve])
    let figure = Figure(
      title: text, xLabel: text, xDomain: 0...1, panels: [panel],
      size: try Size(width: 400, height: 300))
    let bytes = try render(
      Drawing(Scene(figure), measurer: measurer), as: format, measurer: measurer)
    if format == .svg { #expect(parse(bytes) != nil) }
    #expect(bytes.count > 500)
  }

  @Test("Text is set at its anchor and turned around it")
  func transforms() throws {
    let style = TextStyle(size: 10, color: Color(0))
    let position = Point(x: 50, y: 60)
    let labels = [
      Label("turned", at: position, style: style, rotation: -90),
      Label("start", at: position, style: style),
      Label("end", at: position, anchor: .end, style: style),
    ]
    let drawing = Drawing(
      size: try Size(width: 100, height: 100), commands: labels.map(DrawCommand.text))
    let elements = try #require(parse(render(drawing, as: .svg)))
    let transforms = (elements.attributes["g"] ?? []).compactMap { $0["transform"] }
    #expect(transforms[0] == "translate(50,60) rotate(-90) translate(0,0) scale(0.01)")
    #expect(transforms[1] == "translate(50,60) scale(0.01)")
    let width = CairoTextMeasurer().measure("end", style: style).width
    let left = transforms[2].dropFirst("translate(".count).prefix { $0 != "," }
    #expect(try abs(#require(Double(left)) - (50 - width)) < 0.01)
  }

  @Test(
    "Numbers in an SVG are short and rounded to the nearest",
    arguments: [
      (0, "0"), (-0.001, "0"), (1.5, "1.5"), (-2.25, "-2.25"), (10, "10"), (0.07, "0.07"),
      (99.999, "100"), (1234.567, "1234.57"), (.nan, "0"), (.infinity, "0"),
    ] as [(Double, String)])
  func numbers(value: Double, expected: String) {
    var text = SVGText()
    text.write(value)
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }
}
