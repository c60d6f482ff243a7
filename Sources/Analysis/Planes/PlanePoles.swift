import Activations
import Formulas

/// Looks for poles of a graph along lines of a rectangle, each run as a graph of one variable.
struct PlanePoles {
  let graph: PlaneGraph
  let area: Rectangle

  /// A pole that goes up, or with `sign` −1 down, on some lines that nothing speaks for, on the border, or on the axes.
  func first(sign: Double) -> PlaneExtremum? {
    if graph.isBounded(area) { return nil }
    for axis in Axis.allCases {
      let other: Axis = axis == .x ? .y : .x
      for held in area[other].samples {
        if let place = first(sign: sign, along: axis, held) { return place }
      }
    }
    return nil
  }

  /// A pole on one line.
  func first(sign: Double, along axis: Axis, _ held: Double) -> PlaneExtremum? {
    guard let trace = graph.line(axis, held) else { return nil }
    let breaks = SolidPieces(trace, over: area[axis], isProved: true).breaks
    let found = breaks.first { place in
      graph.isToldByLines(axis)
        ? isPole(place, sign) : isPole(at: place, sign, along: axis, held)
    }
    guard let found else { return nil }
    return PlaneExtremum(
      place: point(found.x, along: axis, held), value: sign * .infinity)
  }

  private func isPole(_ place: Break, _ sign: Double) -> Bool {
    [place.left, place.right].contains { side in
      guard case .pole(let own) = side else { return false }
      return graph.isUnsigned ? sign > 0 : own == (sign < 0 ? -1 : 1)
    }
  }

  /// Whether a quantity that lines do not tell grows beyond bounds where f breaks.
  private func isPole(at place: Break, _ sign: Double, along axis: Axis, _ held: Double) -> Bool {
    let unit = max(place.x.magnitude, area[axis].halfLength) * 0x1p-8
    return [-1.0, 1].contains { side in
      let steps = [1, 0x1p-12, 0x1p-24].map { place.x + side * unit * $0 }
      guard steps.allSatisfy(area[axis].contains) else { return false }
      let values = graph.values(steps.map { point($0, along: axis, held) }).map { sign * $0 }
      return values[0] > 0 && values[1] > 8 * values[0] && values[2] > 8 * values[1]
    }
  }

  private func point(_ value: Double, along axis: Axis, _ held: Double) -> Point {
    axis == .x ? Point(x: value, y: held) : Point(x: held, y: value)
  }
}
