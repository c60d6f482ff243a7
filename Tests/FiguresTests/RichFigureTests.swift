import Testing

@testable import Figures

/// Figures whose texts hold formulas that are higher than a line.
@Suite("Figures with formulas")
struct RichFigureTests {
  private static let fraction = "$\\frac{1+e^{-\\alpha x}}{(1+e^{-x})^2}$"

  private func figure(size: Size) -> Figure {
    let tall = "$\\displaystyle H=\\frac{\\frac{a}{b}}{\\frac{c}{d}}$"
    let curves = (1...3).map { slope in
      curve("name \(slope) \(Self.fraction)", from: -1, to: 1, points: 2) { Double(slope) * $0 }
    }
    let panel = Figure.Panel(title: tall, yLabel: Self.fraction, curves: curves)
    var figure = Figure(
      title: "A title with \(tall) in it", xLabel: Self.fraction, xDomain: -1...1,
      panels: [panel, panel, panel], size: size)
    figure.panels.append(
      Figure.Panel(notes: [.init("a", tall), .init("key \(tall)", "b"), .init("c", "d")]))
    return figure
  }

  @Test(
    "No letter leaves the image or touches another",
    arguments: [(400, 300), (640, 480), (1000, 1000), (1600, 1000), (3000, 800)])
  func overlaps(width: Int, height: Int) throws {
    let drawing = Drawing(figure(size: try Size(width: width, height: height)))
    let boxes = drawing.textBoxes
    for (index, box) in boxes.enumerated() {
      #expect(box.minX >= 0 && box.maxX <= Double(width))
      #expect(box.minY >= 0 && box.maxY <= Double(height))
      let touched = boxes[..<index].first { other in
        // Neighbours in a formula share an edge, up to rounding.
        let room = 1e-6
        return box.minX + room < other.maxX && other.minX + room < box.maxX
          && box.minY + room < other.maxY && other.minY + room < box.maxY
      }
      #expect(touched == nil, "\(drawing.texts[index].text)")
    }
  }

  @Test("Title, header and legend give a formula the height that it takes")
  func heights() throws {
    func top(_ title: String, _ panelTitle: String) -> Double {
      let curve = curve("", from: 0, to: 1) { $0 }
      let panel = Figure.Panel(title: panelTitle, yLabel: "f", curves: [curve])
      return Drawing(Figure(title: title, xDomain: 0...1, panels: [panel])).panels[0].minY
    }
    let plain = top("title", "panel")
    #expect(top("$x$", "panel") <= plain + 1)
    #expect(top(Self.fraction, "panel") > plain + 10)
    #expect(top("title", Self.fraction) > plain + 10)
    #expect(top(Self.fraction, Self.fraction) > top("title", Self.fraction) + 10)
  }
}
