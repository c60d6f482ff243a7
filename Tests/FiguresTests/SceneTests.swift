import Testing

@testable import Figures

@Suite("Scenes")
struct SceneTests {
  private let line = curve("line", from: -1, to: 1, points: 2) { $0 }

  private func scene(_ panels: [Figure.Panel], _ change: (inout Figure) -> Void = { _ in }) -> Scene
  {
    var figure = Figure(title: "", xDomain: -1...1, panels: panels)
    change(&figure)
    return Scene(figure)
  }

  @Test(
    "A panel without domains and scales has the figure's x-axis and a y-domain around its values")
  func openAxes() {
    let scene = scene([Figure.Panel(yLabel: "f(x)", curves: [line])]) { $0.xLabel = "t" }
    #expect(scene.panels[0].x == Scene.Axis(name: "t", domain: -1...1, scale: .linear))
    #expect(scene.panels[0].y == Scene.Axis(name: "f(x)", domain: -1.2...1.2, scale: .linear))
  }

  @Test("A panel's own domains and scales stay as they are given")
  func givenAxes() {
    var panel = Figure.Panel(yLabel: "f(x)", curves: [line], yScale: .symlog(constant: 2))
    panel.xDomain = 0.5...1
    panel.xScale = .log
    panel.yDomain = -7...8
    let axes = scene([panel]).panels[0]
    #expect(axes.x == Scene.Axis(name: "x", domain: 0.5...1, scale: .log))
    #expect(axes.y == Scene.Axis(name: "f(x)", domain: -7...8, scale: .symlog(constant: 2)))
  }

  @Test(
    "References lie behind the others; subjects without a style take the next, others keep theirs")
  func styles() {
    var relu = curve("relu", from: -1, to: 1) { max(0, $0) }
    relu.role = .reference
    var third = line
    third.style = 7
    let curves = scene([Figure.Panel(yLabel: "", curves: [line, relu, third, line])]).panels[0]
      .curves
    #expect(curves.map(\.name) == ["relu", "line", "line", "line"])
    #expect(curves.map(\.style) == [0, 0, 7, 2])
    #expect(curves.map(\.role) == [.reference, .subject, .subject, .subject])
  }

  @Test(
    "Only marks that have a place are in it, at the edge too, and no more than twelve of a panel")
  func marks() {
    func marks(_ xs: [Double], on scale: ScaleKind, _ domain: ClosedRange<Double>) -> Scene.Panel {
      var panel = Figure.Panel(yLabel: "", curves: [line])
      panel.marks = xs.enumerated().map { number, x in
        Mark(number: number, name: "m\n", at: Point(x: x, y: 0), style: 0)
      }
      (panel.xScale, panel.xDomain, panel.yDomain) = (scale, domain, -1...1)
      return scene([panel]).panels[0]
    }
    let edges = marks([-1, 1, 1.0.nextUp, .nan, .infinity, 0], on: .linear, -1...1)
    #expect(edges.marks.map(\.number) == [0, 1, 5] && edges.unmarkedCount == 0)
    #expect(edges.marks.map(\.name) == ["m ", "m ", "m "])
    #expect(marks([0, -1, 0.5], on: .log, 0.1...1).marks.map(\.number) == [2])
    #expect(marks([0.5], on: .log, 0...1).marks.isEmpty)
    #expect(marks([0.5], on: .linear, 0...(.infinity)).marks.isEmpty)
    let many = marks(Array(repeating: 0, count: 20), on: .linear, 0...1)
    #expect(many.marks.count == 12 && many.unmarkedCount == 8)
    #expect(scene([]).panels.isEmpty)
  }

  @Test("All texts are single lines, formulas in them as they were")
  func texts() {
    var panel = Figure.Panel(title: "a\nb", yLabel: "c\0d", curves: [line])
    panel.curves[0].name = "$x$\u{2028}"
    panel.bands = [Band(name: "\t", polygons: [], style: 0)]
    let scene = scene([panel, Figure.Panel(notes: [.init("k\n", "v\r")])]) {
      $0.title = "\u{7f}$\\alpha$"
      $0.xLabel = "x\n1"
    }
    #expect(scene.title == " $\\alpha$")
    #expect(scene.panels[0].title == "a b" && scene.panels[0].x.name == "x 1")
    #expect(scene.panels[0].y.name == "c d" && scene.panels[0].curves[0].name == "$x$ ")
    #expect(scene.panels[0].bands[0].name == " ")
    #expect(scene.panels[1].notes == [.init("k ", "v ")] && !scene.panels[1].isPlot)
  }

  @Test("An x-axis is labelled under a panel unless one of curves with the same axis stands below")
  func xLabels() {
    let panel = Figure.Panel(yLabel: "", curves: [line])
    var zoomed = panel
    zoomed.xDomain = 0...1
    let column = scene([panel, panel, zoomed, zoomed, Figure.Panel(notes: [.init("k", "v")])]) {
      $0.columns = 1
    }
    #expect((0..<5).map(column.labelsX) == [false, true, false, true, true])
  }

  @Test("A y-axis is labelled at every panel unless those of each row share it")
  func yLabels() {
    let panels = [1.0, 5, 2, 9].map { slope in
      Figure.Panel(yLabel: "f", curves: [curve("", from: -1, to: 1) { slope * $0 }])
    }
    let own = scene(panels) { $0.columns = 2 }
    #expect(!own.sharesRows && (0..<4).allSatisfy(own.labelsY))
    let shared = scene(panels) { ($0.columns, $0.sharesYDomain) = (2, true) }
    #expect(shared.sharesRows && (0..<4).map(shared.labelsY) == [true, false, true, false])
    #expect(Set(shared.panels.map(\.y.domain)).count == 1)
    let single = scene(panels) { ($0.columns, $0.sharesYDomain) = (1, true) }
    #expect(!single.sharesRows)
  }

  @Test(
    "A legend names curves in their order, areas, references, marks; one for all panels where they agree"
  )
  func legend() {
    var reference = line
    (reference.role, reference.name) = (.reference, "relu")
    var panel = Figure.Panel(yLabel: "", curves: [reference, line])
    panel.bands = [Band(name: "band", polygons: [], style: 3)]
    panel.marks = [Mark(number: 4, name: "zero", at: Point(x: 0, y: 0), style: 5)]
    var other = panel
    other.curves[0].name = "H"
    let scene = scene([panel, other])
    let all = Legend(of: scene, namesCurves: true)
    #expect(all.entries[0].map(\.name) == ["line", "band", "relu", "zero"])
    #expect(all.shared?.map(\.name) == ["line", "band", "relu, H", "zero"])
    #expect(
      all.shared?.map(\.sample) == [.curve(0), .band(3), .reference, .ring(4, style: 5)])
    #expect(Legend(of: scene, namesCurves: false).shared?.map(\.name) == ["band", "zero"])
    other.curves[1].name = "another"
    #expect(Legend(of: self.scene([panel, other]), namesCurves: true).shared == nil)
  }
}
