import Testing

@testable import Figures

@Suite("The legend's place")
struct LegendPlacementTests {
  private let panel = Rect(minX: 0, minY: 0, maxX: 1000, maxY: 500)
  private let theme = Theme.light

  private func place(_ lines: [[Point]]) throws -> LegendPlacement {
    let entries = [LegendEntry(name: "relu", sample: .curve(0))]
    let measurer = FixedWidthMeasurer()
    let box = try #require(
      LegendBox(
        entries, LegendMeasures(entries, theme: theme, measurer: measurer), columns: 1,
        maxWidth: 500, theme: theme, measurer: measurer))
    let scale = Scale(domain: 0...1000, start: 0, end: 1000)
    let marks = lines.map {
      CurveShape(
        Scene.Curve(
          place: 0, name: "", segments: [$0], fills: [], dots: [], role: .subject, style: 0),
        x: scale,
        y: scale,
        in: panel,
        stroke: theme.stroke(0))
    }
    return try #require(
      LegendPlacement.best([box], in: panel, curves: marks, theme: theme))
  }

  @Test("An empty panel has it at the upper left")
  func empty() throws {
    let rect = try place([]).rect
    #expect(rect.minX < 100 && rect.minY < 100)
  }

  @Test("A curve in the upper left drives it to the upper right")
  func upperLeft() throws {
    let rect = try place([[Point(x: 0, y: 40), Point(x: 500, y: 40)]]).rect
    #expect(rect.maxX > 900 && rect.minY < 100)
  }

  @Test("A curve along the top drives it to the bottom")
  func top() throws {
    let rect = try place([[Point(x: 0, y: 40), Point(x: 1000, y: 40)]]).rect
    #expect(rect.minX < 100 && rect.maxY > 400)
  }

  @Test("Curves in all corners leave the middle of an edge")
  func corners() throws {
    let placement = try place([
      [Point(x: 0, y: 40), Point(x: 1000, y: 40)], [Point(x: 0, y: 460), Point(x: 1000, y: 460)],
    ])
    #expect(placement.covered == 0)
    #expect(placement.rect.minY > 100 && placement.rect.maxY < 400)
  }

  @Test("Where every place covers something, the one that covers the least wins")
  func least() throws {
    let comb = stride(from: 5.0, to: 500, by: 10).map { y in
      // Only the lower right has half of the lines.
      [Point(x: 0, y: y), Point(x: y > 250 && Int(y) % 20 == 5 ? 500 : 1000, y: y)]
    }
    let rect = try place(comb).rect
    #expect(rect.maxX > 900 && rect.maxY > 400)
  }
}
