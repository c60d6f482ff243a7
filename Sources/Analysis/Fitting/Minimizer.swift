import Activations

/// Finds the smallest value of a function of one to three variables in a box.
///
/// A grid finds the valleys; from the deepest of them Nelder and Mead's simplex walks down, and again
/// from where it stopped, for the ridges of a supremum may have folded it too early.
/// Source: J. A. Nelder and R. Mead, "A simplex method for function minimization", Comput. J. 7 (1965).
package struct Minimizer {
  /// The intervals of the variables.
  let box: [ClosedRange<Double>]

  /// The point of the smallest value that was found.
  func minimum(of function: ([Double]) -> Double) -> [Double] {
    let starts = grid.map { (point: $0, value: function($0)) }.sorted { $0.value < $1.value }
    let ends = starts.prefix(3).map { start in
      descend(from: start.point, scale: 1 / Double(steps), function)
    }
    let best = ends.min { $0.value < $1.value }?.point ?? box.map(\.lowerBound)
    return polished(best, scale: 0.01, function)
  }

  /// A point of a smaller value near one that is nearly the best.
  func polished(_ start: [Double], scale: Double, _ function: ([Double]) -> Double) -> [Double] {
    let end = descend(from: start, scale: scale, function)
    return end.value < function(start) ? end.point : start
  }

  /// The number of intervals of the grid along each variable.
  private var steps: Int { [64, 12, 6][min(box.count, 3) - 1] }

  /// Points at the middles of an even grid's cells.
  private var grid: [[Double]] {
    box.reduce([[]]) { points, range in
      points.flatMap { point in
        (0..<steps).map { step in
          let share = (Double(step) + 0.5) / Double(steps)
          return point + [range.lowerBound + share * (range.upperBound - range.lowerBound)]
        }
      }
    }
  }

  private func descend(from start: [Double], scale: Double, _ function: ([Double]) -> Double)
    -> (point: [Double], value: Double)
  {
    var simplex =
      [start]
      + box.indices.map { axis in
        var point = start
        let size = scale * (box[axis].upperBound - box[axis].lowerBound)
        point[axis] += point[axis] + size > box[axis].upperBound ? -size : size
        return point
      }
    var values = simplex.map(function)
    for _ in 0..<200 {
      let order = simplex.indices.sorted { values[$0] < values[$1] }
      simplex = order.map { simplex[$0] }
      values = order.map { values[$0] }
      if isSmall(simplex) { break }
      step(&simplex, &values, function)
    }
    return (simplex[0], values[0])
  }

  /// Replaces the worst corner by a better point opposite to it, or shrinks the simplex.
  private func step(
    _ simplex: inout [[Double]], _ values: inout [Double], _ function: ([Double]) -> Double
  ) {
    let last = simplex.count - 1
    let center = box.indices.map { axis in
      simplex.dropLast().reduce(0) { $0 + $1[axis] } / Double(last)
    }
    func point(_ t: Double) -> [Double] {
      clamped(zip(center, simplex[last]).map { $0 + t * ($0 - $1) })
    }
    let reflected = point(1)
    var best = (point: reflected, value: function(reflected))
    let isGood = best.value < values[0]
    if isGood || best.value >= values[last - 1] {
      let other = point(isGood ? 2 : best.value < values[last] ? 0.5 : -0.5)
      let value = function(other)
      if value < best.value { best = (other, value) }
    }
    if best.value < values[last] {
      (simplex[last], values[last]) = best
      return
    }
    for index in 1...last {
      simplex[index] = zip(simplex[0], simplex[index]).map { $0 + ($1 - $0) / 2 }
      values[index] = function(simplex[index])
    }
  }

  private func clamped(_ point: [Double]) -> [Double] {
    zip(point, box).map { min(max($0, $1.lowerBound), $1.upperBound) }
  }

  private func isSmall(_ simplex: [[Double]]) -> Bool {
    simplex.dropFirst().allSatisfy { corner in
      zip(corner, simplex[0]).allSatisfy { abs($0 - $1) <= 1e-9 * max(abs($1), 1e-6) }
    }
  }
}
