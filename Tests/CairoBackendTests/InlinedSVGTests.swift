import Figures
import Foundation
import Testing

@testable import CairoBackend

/// Several SVGs in one page, whose ids and classes are all the page's.
@Suite("SVGs side by side in one page")
struct InlinedSVGTests {
  private func svg(
    _ title: String, slope: Double = 1, source: String = "", text: SVGTextForm = .outlines
  ) throws -> String {
    let line = [Point(x: 0, y: 0), Point(x: 1, y: slope)]
    let panel = Figure.Panel(yLabel: "f(x)", curves: [Curve(name: title, segments: [line])])
    let figure = Figure(title: title, xDomain: 0...1, panels: [panel, panel], size: .standard)
    let measurer = CairoTextMeasurer()
    var metadata = Metadata(title: title, description: "a line")
    metadata.source = source
    let bytes = try render(
      Drawing(Scene(figure), measurer: measurer), as: .svg, measurer: measurer,
      metadata: metadata, text: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func ids(_ svg: String) -> [String] {
    svg.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
  }

  private func references(_ svg: String) -> [String] {
    svg.matches(of: /href="#([^"]*)"|url\(#([^)]*)\)/).map {
      String($0.output.1 ?? $0.output.2 ?? "")
    }
      + svg.matches(of: /aria-labelledby="([^"]*)"/).flatMap {
        $0.output.1.split(separator: " ").map(String.init)
      }
  }

  @Test(
    "No two differing pictures share an id, and each refers to its own",
    arguments: [
      SVGTextForm.outlines, .text,
    ])
  func ids(text: SVGTextForm) throws {
    let pictures = [
      try svg("swish", text: text), try svg("gelu", text: text), try svg("激活 ĝ", text: text),
      try svg("gelu", slope: 1.001, text: text),
    ]
    let all = pictures.flatMap(ids)
    #expect(Set(all).count == all.count)
    for picture in pictures {
      let own = Set(ids(picture))
      #expect(own.count >= 4, "a title, a description and two clip paths")
      #expect(own.allSatisfy { $0.wholeMatch(of: /[a-z][a-z0-9]{6}-[a-z0-9-]+/) != nil })
      #expect(!references(picture).isEmpty && references(picture).allSatisfy(own.contains))
    }
  }

  @Test("Ids tell of what is seen and read out, and of nothing else")
  func stable() throws {
    let gelu = try svg("gelu", source: "# actviz 0.2.0\n# actviz plot gelu -o a.svg")
    #expect(ids(gelu) == ids(try svg("gelu", source: "# actviz 0.3.0\n# date 1\n")))
    #expect(ids(gelu) != ids(try svg("gelu", text: .text)))
    #expect(gelu.contains("<metadata class=\"actviz\"># actviz 0.2.0\n"))
  }
}
