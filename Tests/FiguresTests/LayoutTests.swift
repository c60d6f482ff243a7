import Testing

@testable import Figures

@Suite("Layout")
struct LayoutTests {
  @Test("Panels of a column share their left and right edges, those of a row their upper and lower")
  func alignment() {
    let panels = Drawing(fan(3, panels: 6)).panels
    #expect(panels.count == 6)
    #expect(Set(panels.map(\.minX)).count * Set(panels.map(\.minY)).count == 6)
    #expect(Set(panels.map(\.width)).count == 1)
    #expect(Set(panels.map(\.height)).count == 1)
  }

  @Test("Straight lines lie on whole pixels")
  func crispness() {
    for rect in Drawing(fan(3, panels: 4)).panels {
      for edge in [rect.minX, rect.minY, rect.maxX, rect.maxY] {
        #expect(edge - edge.rounded(.down) == 0.5)
      }
    }
  }

  @Test("Panels stack in one column up to three, and stand side by side on a ribbon")
  func shapes() throws {
    func columns(_ count: Int, _ width: Int, _ height: Int) throws -> Int {
      Scene.Arrangement(panels: count, columns: nil, size: try Size(width: width, height: height))
        .columns
    }
    #expect(try [1, 2, 3, 4, 6].map { try columns($0, 1600, 1000) } == [1, 1, 1, 2, 2])
    #expect(try columns(2, 3000, 500) == 2)
    #expect(Scene.Arrangement(panels: 3, columns: 9, size: .standard).columns == 3)
    #expect(Scene.Arrangement(panels: 5, columns: 2, size: .standard).rows == 3)
  }

  @Test("x labels stand under the lowest panel of each column only")
  func xLabels() {
    let drawing = Drawing(fan(1, panels: 3, name: { _ in "" }))
    #expect(drawing.texts.filter { $0.text == "x" }.count == 1)
    let ragged = Drawing(fan(1, panels: 5, name: { _ in "" }))
    #expect(ragged.texts.filter { $0.text == "x" }.count == 2)
  }

  static let sizes = [(100, 100), (150, 400), (400, 300), (640, 480), (1600, 1000), (3000, 500)]

  @Test("No text leaves the image or touches another one", arguments: sizes, [1, 2, 7, 24, 60])
  func texts(size: (Int, Int), curves: Int) throws {
    let size = try Size(width: size.0, height: size.1)
    for panels in [1, 2, 4] {
      for name in ["relu", "a rather long name of a function (α = 0.5, β = 2) number"] {
        let figure = fan(curves, panels: panels, size: size, name: { "\(name) \($0)" })
        let boxes = Drawing(figure).textBoxes
        for (index, box) in boxes.enumerated() {
          #expect(box.minX >= 0 && box.maxX <= Double(size.width))
          #expect(box.minY >= 0 && box.maxY <= Double(size.height))
          for other in boxes[..<index] {
            let apart =
              box.minX >= other.maxX || other.minX >= box.maxX || box.minY >= other.maxY
              || other.minY >= box.maxY
            #expect(apart, "\(size) with \(curves) curves in \(panels) panels")
          }
        }
      }
    }
  }

  @Test("Whatever the numbers, every coordinate is finite and near the canvas")
  func coordinates() {
    let wild: [Double] = [
      .nan, .infinity, 1e300, 0, -1e300, .leastNonzeroMagnitude, .nan, .nan, 3, -.infinity, 1.7e308,
      -1.7e308,
    ]
    let points = wild.enumerated().map { Point(x: Double($0.offset) - 5, y: $0.element) }
    let curves = [
      Curve(name: "wild", segments: [points, [], [Point(x: .nan, y: 1)], [Point(x: 1, y: 1)]]),
      Curve(name: "outside", segments: [[Point(x: -1e300, y: 0), Point(x: 1e300, y: 1e300)]]),
    ]
    for domain in [-5.0...5, 0...1e-300, -1e300...1e300, 1...1.0.nextUp, 2...2] {
      let drawing = Drawing(
        Figure(title: "", xDomain: domain, panels: [Figure.Panel(yLabel: "", curves: curves)]))
      #expect(drawing.points.allSatisfy { abs($0.x) < 3000 && abs($0.y) < 3000 })
    }
  }

  @Test("A figure without panels is its title")
  func noPanels() {
    let drawing = Drawing(Figure(title: "nothing", xDomain: 0...1, panels: []))
    #expect(drawing.texts.map(\.text) == ["nothing"])
  }

  @Test("Curves that bear one name in all panels share one legend, others have one each")
  func legends() {
    let shared = Drawing(fan(2, panels: 2)).texts.filter { $0.text == "line 0" }
    #expect(shared.count == 1)
    var panels = ["a", "b"].map { name in
      Figure.Panel(yLabel: "f", curves: [curve(name, from: 0, to: 1) { $0 }])
    }
    panels.append(Figure.Panel(yLabel: "empty", curves: []))
    let own = Drawing(Figure(title: "", xDomain: 0...1, panels: panels)).texts
    #expect(own.filter { $0.text == "a" || $0.text == "b" }.count == 2)
  }

  @Test("Panels that share their y-domain have the same ticks")
  func sharedDomain() {
    let curves = [1.0, 10000].map { slope in curve("", from: 0, to: 1, points: 2) { slope * $0 } }
    var figure = Figure(
      title: "", xDomain: 0...1,
      panels: curves.map { Figure.Panel(yLabel: "y", curves: [$0], yScale: .symlog(constant: 1)) })
    func labels() -> [Int] {
      let drawing = Drawing(figure)
      return drawing.panels.map { panel in
        drawing.texts.count {
          $0.anchor == .end && (panel.minY...panel.maxY).contains($0.position.y)
        }
      }
    }
    #expect(labels()[0] != labels()[1])
    figure.sharesYDomain = true
    #expect(labels()[0] == labels()[1])
  }
}
