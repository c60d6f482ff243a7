import Testing

@testable import Figures

@Suite("Texts beside marks and curves")
struct MarkLabelsTests {
  private func bowl(_ marks: [Mark]) -> Figure {
    var panel = Figure.Panel(
      yLabel: "f(x)", curves: [curve("bowl", from: -2, to: 2, points: 200) { $0 * $0 - 1 }])
    panel.marks = marks
    return Figure(title: "bowl", xDomain: -2...2, panels: [panel])
  }

  private func mark(_ number: Int, _ name: String, _ x: Double) -> Mark {
    Mark(number: number, name: name, at: Point(x: x, y: x * x - 1), style: 0)
  }

  @Test("Few marks are written beside their points, and no list repeats them")
  func few() throws {
    let drawing = Drawing(bowl([mark(1, "minimum (0, −1)", 0), mark(2, "zero (1, 0)", 1)]))
    let texts = drawing.textLines
    #expect(texts.count { $0.text.hasPrefix("minimum") } == 1)
    let plain = Drawing(bowl([])).texts.map(\.text)
    for number in ["1", "2"] {
      #expect(texts.count { $0.text == number } == plain.count { $0 == number })
    }
    let panel = try #require(drawing.panels.first)
    let minimum = try #require(texts.first { $0.text.hasPrefix("minimum") }).box
    #expect(panel.contains(minimum))
    #expect(abs((minimum.minX + minimum.maxX) / 2 - (panel.minX + panel.maxX) / 2) < 200)
  }

  @Test("Of one point the same is said once")
  func equalMarks() {
    let texts = Drawing(bowl([mark(1, "zero (1, 0)", 1), mark(2, "zero (1, 0)", 1)])).textLines
    #expect(texts.count { $0.text.contains("(1, 0)") } == 1)
  }

  @Test("In a small figure the places of marks alone are written, and no list hides the curves")
  func small() throws {
    var figure = bowl((0..<4).map { mark($0 + 1, "a long word (\($0), 0)", Double($0) - 1.5) })
    figure.panels += figure.panels
    figure.size = try Size(parsing: "85mmx60mm")
    let drawing = Drawing(figure)
    let texts = drawing.textLines
    #expect(!texts.contains { $0.text.hasPrefix("a long word") })
    #expect(texts.contains { $0.text == "(1, 0)" })
  }

  @Test("A crowd of marks is numbered and listed")
  func crowd() {
    let marks = (0..<8).map { mark($0 + 1, "point \($0)", -1.75 + 0.5 * Double($0)) }
    let texts = Drawing(bowl(marks)).texts.map(\.text)
    #expect((0..<8).allSatisfy { texts.contains("point \($0)") })
    #expect((1...8).allSatisfy { number in texts.count { $0 == "\(number)" } >= 2 })
  }

  @Test("The one curve of a panel is not named again where a title names it")
  func titled() {
    #expect(Drawing(bowl([])).texts.count { $0.text == "bowl" } == 1)
  }

  @Test("Curves that end together are named where they are apart, nearest to their own")
  func inner() throws {
    var figure = Figure(
      title: "", xDomain: -2...2,
      panels: [
        Figure.Panel(
          yLabel: "f(x)",
          curves: [
            curve("low", from: -2, to: 2, points: 100) { -$0 * $0 },
            curve("high", from: -2, to: 2, points: 100) { $0 * $0 - 8 },
          ])
      ])
    figure.labelling = .direct
    let drawing = Drawing(figure)
    let panel = try #require(drawing.panels.first)
    for name in ["low", "high"] {
      let box = try #require(drawing.textLines.first { $0.text == name }).box
      #expect(panel.contains(box))
    }
  }
}
