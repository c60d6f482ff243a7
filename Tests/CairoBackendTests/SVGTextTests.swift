import Figures
import Foundation
import Testing

@testable import CairoBackend

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Texts and metadata of SVG and PDF")
struct SVGTextTests {
  private func document(
    _ commands: [DrawCommand], metadata: Metadata = Metadata(), text: SVGTextForm = .text
  ) throws -> String {
    let drawing = Drawing(size: try Size(width: 200, height: 100), commands: commands)
    return String(
      decoding: try render(drawing, as: .svg, metadata: metadata, text: text), as: UTF8.self)
  }

  private func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

  @Test("A label can be text, with its font, size and width")
  func text() throws {
    let style = TextStyle(size: 16, color: Color(0x123456))
    let measurer = CairoTextMeasurer()
    let svg = try document([
      .text(Label("α < β  & γ", at: Point(x: 20, y: 90), style: style)),
      .text(Label("", at: Point(x: 20, y: 90), style: style)),
    ])
    #expect(isXML(svg))
    #expect(!svg.contains("<use") && !svg.contains("<path"))
    #expect(svg.components(separatedBy: "<text").count == 2)
    #expect(svg.contains("<text xml:space=\"preserve\" fill=\"#123456\" font-size=\"16\""))
    #expect(svg.contains(" transform=\"translate(20,90)\">"))
    #expect(svg.contains("'\(measurer.typefaces.base.family)', sans-serif"))
    #expect(svg.contains(">α &lt; β  &amp; γ</tspan>"))
    let width = try #require(svg.split(separator: "textLength=\"").last?.prefix { $0 != "\"" })
    let measured = measurer.measure("α < β  & γ", style: style).width
    #expect(try abs(#require(Double(width)) - measured) < 0.01)
  }

  @Test(
    "Italic text says so, and accents stay with their letters", .enabled(if: hasAccents || isCI))
  func italic() throws {
    let style = TextStyle(size: 16, color: Color(0), isItalic: true)
    let svg = try document([.text(Label("x\u{302}y", at: Point(x: 20, y: 90), style: style))])
    #expect(svg.contains("font-style=\"italic\""))
    #expect(svg.contains(">x\u{302}</tspan>") && svg.contains(">y</tspan>"))
  }

  @Test("Every typeface of a text has a span of its own", .enabled(if: hasCJKFont || isCI))
  func spans() throws {
    let style = TextStyle(size: 16, color: Color(0))
    let svg = try document([
      .text(Label("gelu 激活函数", at: Point(x: 100, y: 90), anchor: .middle, style: style))
    ])
    #expect(svg.contains(">gelu </tspan>") && svg.contains(">激活函数</tspan>"))
  }

  @Test("Title and description are read out", arguments: [SVGTextForm.outlines, .text])
  func metadata(text: SVGTextForm) throws {
    let svg = try document(
      [], metadata: Metadata(title: "a < b", description: "1 & 2"), text: text)
    #expect(isXML(svg))
    let names = svg.firstMatch(of: /\srole="img" aria-labelledby="(\S+-title) (\S+-desc)">/)
    let (_, title, description) = try #require(names).output
    #expect(svg.contains("<title id=\"\(title)\">a &lt; b</title>\n"))
    #expect(svg.contains("<desc id=\"\(description)\">1 &amp; 2</desc>"))
    let untitled = try document([], metadata: Metadata(description: "curves"))
    #expect(untitled.contains(/aria-labelledby="\S+-desc">/))
    #expect(!untitled.contains("<title"))
    #expect(try !document([]).contains("aria-labelledby"))
  }

  @Test("A PDF has its title and its subject")
  func pdf() throws {
    let metadata = Metadata(title: "gelu", description: "two curves")
    let bytes = try render(bandDrawing(), as: .pdf, metadata: metadata)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/Title (gelu)"))
    #expect(text.contains("/Subject (two curves)"))
  }
}
