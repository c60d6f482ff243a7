import Figures
import Foundation
import Testing

@testable import CairoBackend

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Collects what an SVG's elements say.
private final class Elements: NSObject, XMLParserDelegate {
  var attributes: [String: [[String: String]]] = [:]

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

  @Test("An SVG is XML with the image's size and the line")
  func svg() throws {
    let elements = try #require(parse(render(bandDrawing(), as: .svg)))
    let root = try #require(elements.attributes["svg"]?.first)
    #expect(root["width"] == "200px" && root["height"] == "100px")
    #expect(root["viewBox"] == "0 0 200 100")
    let paths = elements.attributes["path"] ?? []
    #expect(paths.contains { $0["d"]?.hasPrefix("M 0 50 L 200 50") == true })
    #expect((elements.attributes["use"] ?? []).count == 9)
  }

  @Test("A PDF has its header, its page box in points and a fixed date")
  func pdf() throws {
    let text = String(decoding: try render(bandDrawing(), as: .pdf), as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
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
    let panel = PanelContent(title: text, yLabel: text, curves: [curve])
    let figure = Figure(
      title: text, xLabel: text, xDomain: 0...1, panels: [panel],
      size: try Size(width: 400, height: 300))
    let bytes = try render(Drawing(figure, measurer: measurer), as: format, measurer: measurer)
    if format == .svg { #expect(parse(bytes) != nil) }
    #expect(bytes.count > 500)
  }

  @Test("Turned text keeps to its place")
  func rotation() throws {
    let label = Label(
      "turned", at: Point(x: 50, y: 50), anchor: .middle,
      style: TextStyle(size: 10, color: Color(0)), rotation: -90)
    let drawing = Drawing(size: try Size(width: 100, height: 100), commands: [.text(label)])
    let elements = try #require(parse(render(drawing, as: .svg)))
    for glyph in elements.attributes["use"] ?? [] {
      #expect(glyph["x"].flatMap(Double.init).map { (45...55).contains($0) } == true)
    }
  }
}
