import Testing

@testable import Figures

/// Panels on which one unit of x is as long as one of y.
@Suite struct EqualUnitsTests {
  private func figure(_ shapes: (x: ClosedRange<Double>, y: ClosedRange<Double>)...) -> Figure {
    let panels = shapes.map { x, y in
      var panel = Figure.Panel(
        yLabel: "f(x)",
        curves: [curve("a", from: x.lowerBound, to: x.upperBound) { $0 }])
      (panel.xDomain, panel.yDomain, panel.hasEqualUnits) = (x, y, true)
      return panel
    }
    return Figure(title: "Equal", xDomain: -1...1, panels: panels)
  }

  @Test func unitsAreEqualWhateverTheShape() {
    for y in [-1.0...1.0, 0...0.1, -9...9, 0...1.3] {
      for panel in Drawing(figure((-1...1, y), (-1...1, y))).panels {
        let units = (panel.width / 2, panel.height / (y.upperBound - y.lowerBound))
        #expect(abs(units.0 / units.1 - 1) < 0.02, "\(panel)")
      }
    }
  }

  @Test func panelsStandSoThatLittleStaysEmpty() {
    let squares = Scene(figure((0...1, 0...1), (0...1, 0...1)))
    #expect(squares.arrangement.columns == 2)
    let ribbons = Scene(figure((0...10, 0...2), (0...10, 0...2)))
    #expect(ribbons.arrangement.columns == 1)
  }

  @Test func whatHasNoShapeFillsItsRoom() {
    let wide = Drawing(figure((0...1e9, 0...1e-9))).panels
    #expect(wide[0].width > 1300 && wide[0].height > 700)
  }
}
