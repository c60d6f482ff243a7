import Testing

@testable import Figures

@Suite struct PanelNotesTests {
  private static func drawing(_ notes: [Figure.Panel.Note]) -> Drawing {
    let curve = Curve(name: "", segments: [[Point(x: 0, y: 0), Point(x: 1, y: 1)]])
    let panels = [
      Figure.Panel(yLabel: "f", curves: [curve]), Figure.Panel(yLabel: "g", curves: [curve]),
      Figure.Panel(notes: notes),
    ]
    return Drawing(
      Scene(Figure(title: "", xDomain: 0...1, panels: panels, columns: 2)),
      measurer: FixedWidthMeasurer())
  }

  private static func labels(_ drawing: Drawing) -> [Label] {
    drawing.commands.compactMap { if case .text(let label) = $0 { label } else { nil } }
  }

  @Test func notesStandInTwoColumnsWithoutAFrame() throws {
    let drawing = Self.drawing([.init("minimum", "-1"), .init("L2", "0.5\n")])
    let labels = Self.labels(drawing)
    let key = try #require(labels.first { $0.text == "minimum" })
    let value = try #require(labels.first { $0.text == "-1" })
    let below = try #require(labels.first { $0.text == "0.5 " })
    #expect(key.position.y == value.position.y && key.position.x < value.position.x)
    #expect(below.position.x == value.position.x && below.position.y > value.position.y)
    #expect(drawing.panels.count == 2)
    // Both panels of curves are the lowest of their columns.
    #expect(labels.count { $0.text == "x" } == 2)
  }

  @Test func manyAndLongNotesStayWithinTheImage() {
    let long = String(repeating: "long ", count: 200)
    let labels = Self.labels(Self.drawing((0..<100).map { .init("\($0)" + long, long) }))
    #expect(labels.allSatisfy { $0.position.y <= 1000 && $0.position.x <= 1600 })
    #expect(labels.contains { $0.text.hasSuffix("…") })
  }
}
