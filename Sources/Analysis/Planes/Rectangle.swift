import Formulas

/// A part of the plane: every x with every y.
package struct Rectangle: Equatable, Sendable {
  package let x: ClosedRange<Double>
  package let y: ClosedRange<Double>

  package init(x: ClosedRange<Double>, y: ClosedRange<Double>) { (self.x, self.y) = (x, y) }

  /// Its side along an axis.
  subscript(axis: Axis) -> ClosedRange<Double> {
    switch axis {
    case .x: x
    case .y: y
    }
  }

  /// Whether something holds over all of it, as is found by halving both sides wherever it cannot be told, into so many parts at most.
  func isProved(parts most: Int, _ holds: (Interval, Interval) -> Bool) -> Bool {
    var parts = [self]
    for _ in 0..<most {
      guard let part = parts.popLast() else { return true }
      let (x, y) = (part.x, part.y)
      if holds(Interval(x.lowerBound, x.upperBound), Interval(y.lowerBound, y.upperBound)) {
        continue
      }
      parts += x.halves.flatMap { x in y.halves.map { Rectangle(x: x, y: $0) } }
    }
    return parts.isEmpty
  }
}

extension ClosedRange<Double> {
  fileprivate var halves: [ClosedRange<Double>] {
    let middle = lowerBound / 2 + upperBound / 2
    return middle > lowerBound && middle < upperBound
      ? [lowerBound...middle, middle...upperBound] : [self]
  }
}
