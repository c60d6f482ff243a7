import Testing

@testable import Figures

@Suite("Facets")
struct FacetLayoutTests {
  private func titled(_ count: Int, size: Size = .standard) -> Figure {
    var figure = fan(1, panels: count, size: size, name: { _ in "" })
    for index in figure.panels.indices { figure.panels[index].title = "α = \(index)" }
    figure.sharesYDomain = true
    return figure
  }

  private func xNames(_ figure: Figure) -> Int {
    Drawing(figure).texts.count { $0.text == "x" }
  }

  @Test("Panels that disagree about x bear their own labels, and the gaps make room for them")
  func ownDomains() {
    var figure = fan(1, panels: 3, name: { _ in "" })
    #expect(xNames(figure) == 1)
    let height = Drawing(figure).panels[0].height
    figure.panels[1].xDomain = 0...0.5
    #expect(xNames(figure) == 3)
    #expect(Drawing(figure).panels[0].height < height - 30)
    #expect(Drawing(figure).texts.contains { $0.text == "0.1" })
    figure.panels[1].xDomain = -1...1
    #expect(xNames(figure) == 1)
    figure.panels[2].xScale = .symlog(constant: 1)
    #expect(xNames(figure) == 2)
  }

  @Test("A panel shows the y-domain that it is given and clips its curves")
  func ownYDomain() throws {
    var figure = fan(1, name: { _ in "" })
    figure.panels[0].yDomain = 0...0.5
    let drawing = Drawing(figure)
    let labels = drawing.texts.filter { $0.anchor == .end }.map(\.text)
    #expect(labels.first == "0.0" && labels.last == "0.5")
    let panel = try #require(drawing.panels.first)
    let lines = drawing.commands.flatMap { command in
      if case .stroke(let lines, _) = command { lines.flatMap { $0 } } else { [] as [Point] }
    }
    #expect(lines.allSatisfy { $0.y < panel.maxY + 10 })
  }

  @Test("The name of an axis never stands beside a title as a word of it", arguments: [1, 2, 6])
  func namesBesideTitles(count: Int) throws {
    for range in [nil, 0.0...1, -1...6] {
      var figure = titled(count)
      for index in figure.panels.indices { figure.panels[index].yDomain = range }
      let texts = Drawing(figure).texts
      let name = try #require(texts.first { $0.text == "f(x)" })
      let title = try #require(texts.first { $0.text == "α = 0" })
      let isFar = name.box.minX - title.box.maxX > 3 * name.style.size
      #expect(name.box.minY > title.box.minY + name.style.size / 2 || isFar)
    }
  }

  @Test("The first panel of a row that shares its y-axis alone has its labels, and one names it")
  func sharedRows() {
    var figure = titled(4)
    func labels(_ figure: Figure) -> (numbers: Int, names: Int) {
      let texts = Drawing(figure).texts
      let names = texts.count { $0.text == "f(x)" }
      return (texts.count { $0.anchor == .end } - names, names)
    }
    let shared = labels(figure)
    let width = Drawing(figure).panels[0].width
    figure.sharesYDomain = false
    let own = labels(figure)
    #expect(own.numbers == 2 * shared.numbers)
    #expect((shared.names, own.names) == (1, 1))
    #expect(Drawing(figure).panels[0].width < width)
  }

  @Test("Panels share a y-domain with those of the same name alone")
  func namesShare() {
    var figure = fan(1, panels: 4)
    figure.columns = 2
    figure.sharesYDomain = true
    figure.panels[3].curves = [curve("", from: -1, to: 1) { 100 * $0 }]
    figure.panels[2].yLabel = "f′(x)"
    figure.panels[3].yLabel = "f′(x)"
    let axes = Scene(figure).panels.map(\.y)
    #expect(axes[0] == axes[1] && axes[2] == axes[3])
    #expect(axes[0].domain.upperBound < 2 && axes[2].domain.upperBound > 99)
  }

  @Test("Two hundred panels keep their titles")
  func manyPanels() {
    let texts = Set(Drawing(titled(200)).texts.map(\.text))
    #expect((0..<200).allSatisfy { texts.contains("α = \($0)") })
  }

  @Test("Titles outlive tick labels")
  func titlesStay() throws {
    let texts = Drawing(titled(20, size: try Size(width: 640, height: 240))).texts.map(\.text)
    #expect(texts.count { $0.hasPrefix("α = ") } == 20)
    #expect(!texts.contains("1.0"))
  }

  @Test("Legends of panels that disagree stand where they cover nothing, else beside or below")
  func ownLegends() throws {
    func figure(_ names: [String], _ size: Size, _ shape: @escaping (Double) -> Double) -> Figure {
      let panels = names.map { name -> Figure.Panel in
        var panel = Figure.Panel(
          yLabel: "f(x)", curves: [curve(name, from: -1, to: 1, points: 400, shape)])
        panel.yDomain = -1...1
        return panel
      }
      return Figure(title: "", xDomain: -1...1, panels: panels, columns: 2, size: size)
    }
    func places(_ figure: Figure) -> [(label: Label, panel: Rect)] {
      let drawing = Drawing(figure)
      return drawing.texts.filter { $0.text.hasPrefix("curve") }.enumerated().map {
        ($0.element, drawing.panels[$0.offset])
      }
    }
    let free = places(figure(["curve a", "curve b"], .standard) { $0 })
    #expect(free.count == 2 && free.allSatisfy { $0.panel.contains($0.label.position) })
    let comb: (Double) -> Double = { ($0 * 200).rounded().remainder(dividingBy: 2) }
    let beside = places(figure(["curve a", "curve b"], .standard, comb))
    #expect(beside.count == 2 && beside.allSatisfy { $0.label.position.x > $0.panel.maxX })
    let narrow = try Size(width: 500, height: 900)
    let long = ["a", "b"].map { "curve \($0) of a long name" }
    let below = places(figure(long, narrow, comb))
    #expect(below.count == 2 && below.allSatisfy { $0.label.position.y > $0.panel.maxY })
  }

  @Test("Sixty curves have a legend of sixty whole names, at 800 by 500 pixels too")
  func longLegend() throws {
    for size in [Size.standard, try Size(width: 800, height: 500)] {
      let texts = Drawing(fan(60, panels: 2, size: size, name: { "form1 (α = 0.\($0))" })).texts
      #expect(texts.count { $0.text.hasPrefix("form1 (") && $0.text.hasSuffix(")") } == 60)
    }
  }
}
