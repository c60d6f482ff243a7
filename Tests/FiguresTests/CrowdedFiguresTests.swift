import Testing

@testable import Figures

/// Figures with all that can be written into them at once, at many sizes.
@Suite("Crowded figures")
struct CrowdedFiguresTests {
  /// What a figure is full of.
  enum Kind: String, CaseIterable {
    case titles, marks, notes, lines, zones, direct, everything

    func holds(_ kind: Kind) -> Bool { self == kind || self == .everything }
  }

  private func figure(_ kind: Kind, panels: Int, size: Size) -> Figure {
    var figure = Figure(title: "A crowd", xDomain: -5...5, panels: [], size: size)
    figure.labelling = kind.holds(.direct) ? .direct : .legend
    for index in 0..<panels {
      let curves = (1...3).map { power in
        curve("curve \(power)", from: -5, to: 5, points: 101) { x in
          x * Double(power) / (1 + abs(x) * Double(index + 1))
        }
      }
      var panel = Figure.Panel(yLabel: index.isMultiple(of: 2) ? "f(x)" : "g(x)", curves: curves)
      if kind.holds(.titles) { panel.title = "panel α = \(index)" }
      if kind.holds(.marks) {
        panel.marks = (0..<5).map { place in
          let x = Double(place) * 2 - 4
          return Mark(
            number: place + 1, name: "zero (\(place), 0.5)",
            at: Point(x: x, y: x / (1 + abs(x) * Double(index + 1))), style: 0)
        }
      }
      if kind.holds(.notes) {
        panel.callouts = [
          Callout("the origin", at: Point(x: 0, y: 0)),
          Callout("beside it", at: Point(x: 0.1, y: 0)),
          Callout("a longer note in words", at: Point(x: 4.9, y: 0.5)),
        ]
      }
      if kind.holds(.lines) {
        panel.guides = [
          GuideLine(.y, 0.5, text: "half"), GuideLine(.x, -1, text: "left"),
          GuideLine(slope: 0.2, 0, text: "slope"),
        ]
      }
      if kind.holds(.zones) { panel.zones = [Zone(.x, 1...2, text: "zone")] }
      figure.panels.append(panel)
    }
    return figure
  }

  @Test(
    "No two lines of text touch, and none leaves the image", arguments: Kind.allCases,
    [
      "400x300", "85mmx60mm", "85mmx70mm", "60mm", "column", "page", "slide", "1600x1000",
      "2400x1500",
    ])
  func overlaps(kind: Kind, size: String) throws {
    let size = try Size(parsing: size)
    for panels in [1, 2, 4, 6] {
      let lines = Drawing(figure(kind, panels: panels, size: size)).textLines
      for (index, line) in lines.enumerated() {
        let box = line.box
        #expect(box.minX >= 0 && box.maxX <= size.width, "\(panels) \(line.text)")
        #expect(box.minY >= 0 && box.maxY <= size.height, "\(panels) \(line.text)")
        let touched = lines[..<index].first { other in
          box.minX < other.box.maxX && other.box.minX < box.maxX && box.minY < other.box.maxY
            && other.box.minY < box.maxY
        }
        #expect(touched == nil, "\(panels) \(line.text) over \(touched?.text ?? "")")
      }
    }
  }
}
