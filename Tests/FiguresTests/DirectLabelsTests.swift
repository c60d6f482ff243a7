import Testing

@testable import Figures

@Suite("Names at the curves' ends")
struct DirectLabelsTests {
  private func drawing(
    _ slopes: [Double], name: (Int) -> String = { "line \($0)" }, size: Size = .standard
  ) -> Drawing {
    let curves = slopes.enumerated().map { index, slope in
      curve(name(index), from: -1, to: 1, points: 2) { slope * $0 }
    }
    var figure = Figure(
      title: "", xDomain: -1...1, panels: [Figure.Panel(yLabel: "f(x)", curves: curves)],
      size: size)
    figure.labelling = .direct
    return Drawing(figure)
  }

  private func names(_ drawing: Drawing) -> [Label] {
    drawing.texts.filter { $0.text.hasPrefix("line") }
  }

  @Test("Wanted places that are far apart stay, others move apart around their mean")
  func apart() {
    let places = DirectLabels.apart([0, 10, 50, 50, 50], by: 6, in: -100...100)
    #expect(places == [0, 10, 44, 50, 56])
    #expect(DirectLabels.apart([0, 0], by: 6, in: 0...100) == [0, 6])
    #expect(DirectLabels.apart([100, 100], by: 6, in: 0...100) == [94, 100])
    #expect(DirectLabels.apart([], by: 6, in: 0...1) == [])
  }

  @Test("Names stand at the right, each level with its curve and in its colour")
  func level() throws {
    let drawing = drawing([1, -1])
    let panel = try #require(drawing.panels.first)
    let labels = names(drawing)
    #expect(labels.map(\.text) == ["line 0", "line 1"])
    #expect(labels.allSatisfy { $0.position.x > panel.maxX })
    let palette = Theme.light.palette
    #expect(labels.map(\.style.color) == [palette[0], palette[1]])
    #expect(labels[0].position.y < panel.minY + 100 && labels[1].position.y > panel.maxY - 100)
    let leaders = drawing.commands.count { command in
      if case .stroke(let lines, _) = command { lines.contains { $0.count == 3 } } else { false }
    }
    #expect(leaders == 0)
  }

  @Test("Curves that end together have leaders in their colours to names that do not touch")
  func leaders() {
    let drawing = drawing([1, 1.02, 0.98])
    let palette = Theme.light.palette
    let leaders = drawing.commands.compactMap { command -> Color? in
      if case .stroke(let lines, let stroke) = command, lines.first?.count == 3 {
        stroke.color
      } else {
        nil
      }
    }
    #expect(leaders == [palette[1], palette[0], palette[2]])
    let heights = names(drawing).map(\.position.y)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 > 20 })
  }

  @Test("Curves that end in one point are named by a legend, as their leaders would tell nothing")
  func oneEnd() {
    let texts = names(drawing([1, 1.001, 0.999]))
    let palette = Theme.light.palette
    #expect(texts.count == 3)
    #expect(texts.allSatisfy { !palette.prefix(3).contains($0.style.color) })
  }

  @Test("Long names are cut, and too many become a legend")
  func limits() throws {
    let long = String(repeating: "long ", count: 40)
    let cut = names(drawing([1, 2], name: { "line \($0) \(long)" }))
    #expect(cut.count == 2 && cut.allSatisfy { $0.text.contains("…") })
    let many = drawing((0..<60).map(Double.init))
    let palette = Theme.light.palette
    #expect(names(many).count == 60)
    #expect(names(many).allSatisfy { !palette.prefix(5).contains($0.style.color) })
  }

  @Test("Without labelling no curve is named")
  func none() {
    var figure = fan(3)
    figure.labelling = .none
    #expect(!Drawing(figure).texts.contains { $0.text.hasPrefix("line") })
  }
}
