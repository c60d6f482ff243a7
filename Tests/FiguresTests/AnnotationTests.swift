import Testing

@testable import Figures

@Suite("References, bands and marks")
struct AnnotationTests {
  private let line = curve("line", from: -1, to: 1, points: 2) { $0 }

  private func drawing(_ panel: Figure.Panel) -> Drawing {
    Drawing(Figure(title: "", xDomain: -1...1, panels: [panel]))
  }

  private func strokes(_ drawing: Drawing) -> [Stroke] {
    drawing.commands.compactMap { if case .stroke(_, let stroke) = $0 { stroke } else { nil } }
  }

  private func polygons(_ drawing: Drawing) -> [[Point]] {
    drawing.commands.compactMap { if case .polygon(let points, _) = $0 { points } else { nil } }
  }

  @Test("A reference is grey, wide, behind the others, last in the legend and takes no colour")
  func reference() {
    var relu = curve("relu", from: -1, to: 1) { max(0, $0) }
    relu.role = .reference
    let drawing = drawing(Figure.Panel(yLabel: "f(x)", curves: [relu, line]))
    let theme = Theme.light
    let curves = strokes(drawing).filter { $0.width >= theme.curveWidth }
    #expect(
      curves.map(\.color) == [
        theme.reference, theme.palette[0], theme.palette[0], theme.reference,
      ])
    #expect(curves[0].width > curves[1].width)
    #expect(drawing.texts.suffix(2).map(\.text) == ["line", "relu"])
  }

  @Test("References of several names do not part the panels' legends")
  func sharedReference() {
    let panels = ["relu", "H"].map { name in
      var reference = curve(name, from: -1, to: 1) { max(0, $0) }
      reference.role = .reference
      return Figure.Panel(yLabel: name, curves: [line, reference])
    }
    let texts = Drawing(Figure(title: "", xDomain: -1...1, panels: panels)).texts.map(\.text)
    #expect(texts.contains("relu, H") && texts.count { $0 == "line" } == 1)
  }

  @Test("A band lies between two curves, clipped, behind them, in a thinned colour")
  func band() throws {
    let other = curve("other", from: 0, to: 1, points: 2) { 10 * $0 }
    let band = Band(name: "between", between: line, and: other, style: 1)
    #expect(
      band.polygons == [
        [Point(x: 0, y: 0), Point(x: 1, y: 1), Point(x: 1, y: 10), Point(x: 0, y: 0)]
      ])
    var panel = Figure.Panel(yLabel: "f(x)", curves: [line, other])
    panel.bands = [band]
    panel.yDomain = -2...2
    let drawing = drawing(panel)
    let rect = try #require(drawing.panels.first)
    let polygon = try #require(polygons(drawing).first)
    #expect(polygon.allSatisfy { rect.inset(by: -0.001).contains($0) })
    let firstBand = drawing.commands.firstIndex { if case .polygon = $0 { true } else { false } }
    let firstCurve = drawing.commands.firstIndex {
      if case .stroke(_, let stroke) = $0 { stroke.width > 2 } else { false }
    }
    #expect(try #require(firstBand) < #require(firstCurve))
    guard case .polygon(_, let color) = drawing.commands[try #require(firstBand)] else { return }
    #expect(color.alpha == 0.18 && color.red == Theme.light.palette[1].red)
    #expect(drawing.texts.contains { $0.text == "between" })
  }

  @Test("A band keeps to what both curves have, and leaves out what is not finite")
  func bandGaps() {
    let gap = Curve(
      name: "", segments: [[Point(x: -1, y: 1), Point(x: 0, y: 1)], [Point(x: 0.5, y: 1)]])
    let band = Band(name: "", between: line, and: gap, style: 0)
    #expect(band.polygons.count == 1)
    var panel = Figure.Panel(yLabel: "", curves: [])
    panel.bands = [
      Band(
        name: "",
        polygons: [[Point(x: 0, y: .nan), Point(x: 0, y: 0), Point(x: 1, y: .infinity)]],
        style: 0)
    ]
    #expect(polygons(drawing(panel)).isEmpty)
  }

  @Test("A polygon is cut at the edges of a rectangle")
  func clipping() {
    let square = Rect(minX: 0, minY: 0, maxX: 1, maxY: 1)
    let diamond = [Point(x: 0.5, y: -1), Point(x: 2, y: 0.5), Point(x: 0.5, y: 2)]
    #expect(Clipping.polygon(diamond, in: square).count == 4)
    #expect(Clipping.polygon(diamond.map { Point(x: $0.x + 9, y: $0.y) }, in: square).isEmpty)
  }

  @Test("A mark is a ring in its curve's colour, its name beside it")
  func mark() throws {
    var panel = Figure.Panel(yLabel: "f(x)", curves: [line])
    panel.marks = [Mark(number: 1, name: "zero (0, 0)", at: Point(x: 0, y: 0), style: 0)]
    let drawing = drawing(panel)
    let rect = try #require(drawing.panels.first)
    let name = try #require(drawing.textLines.first { $0.text == "zero (0, 0)" }).box
    #expect(abs((name.minX + name.maxX) / 2 - (rect.minX + rect.maxX) / 2) < 200)
    #expect(abs((name.minY + name.maxY) / 2 - (rect.minY + rect.maxY) / 2) < 60)
    let discs = strokes(drawing).filter { $0.cap == .round && $0.width > 4 }.map(\.color)
    let colors = [Theme.light.background, Theme.light.palette[0], Theme.light.background]
    #expect(Array(discs.prefix(3)) == colors)
  }

  @Test("No more than twelve points of a panel are marked, and those outside are not")
  func markLimit() {
    var panel = Figure.Panel(yLabel: "f(x)", curves: [line])
    panel.marks = (1...20).map { index in
      let x = index == 1 ? 7 : Double(index) / 20
      return Mark(number: index, name: "mark \(index)", at: Point(x: x, y: x), style: 0)
    }
    let texts = drawing(panel).texts.map(\.text)
    #expect(texts.count { $0.hasPrefix("mark ") } == 12)
    #expect(!texts.contains("mark 1") && texts.contains("mark 13"))
    #expect(texts.contains("… and 7 more"))
  }
}
