/// Walks down the sum of squares of residuals, with the digits that a difference of residuals leaves.
///
/// Sources: K. Levenberg, Quart. Appl. Math. 2 (1944); D. W. Marquardt, J. SIAM 11 (1963).
struct LeastSquares {
  /// The intervals of the variables.
  let box: [ClosedRange<Double>]
  /// The residuals at a point; nil where there is no function.
  let residuals: ([Double]) -> [Double]?

  /// A point of a smaller sum near a start.
  func minimum(from start: [Double]) -> [Double] {
    guard var rest = residuals(start) else { return start }
    var (point, sum, damping) = (start, Self.sum(rest, rest), 1e-3)
    for _ in 0..<40 {
      guard sum > 0, let slopes = slopes(at: point) else { break }
      var isBetter = false
      for _ in 0..<8 where !isBetter {
        guard let step = step(slopes, rest, damping) else { break }
        let next = zip(zip(point, step), box).map { pair, range in
          min(max(pair.0 + pair.1, range.lowerBound), range.upperBound)
        }
        if let trial = residuals(next), Self.sum(trial, trial) < sum {
          let gain = 1 - Self.sum(trial, trial) / sum
          (point, rest, sum) = (next, trial, Self.sum(trial, trial))
          damping /= 10
          isBetter = gain > 1e-15
        } else {
          damping *= 10
        }
      }
      if !isBetter { break }
    }
    return point
  }

  private static func sum(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The derivatives of the residuals along each axis, by differences inside the box.
  private func slopes(at point: [Double]) -> [[Double]]? {
    var slopes: [[Double]] = []
    for (axis, range) in box.enumerated() {
      let width = range.upperBound - range.lowerBound
      let step = min(1e-6 * max(point[axis].magnitude, 1e-6 * width), width / 2)
      guard step > 0 else { return nil }
      var (low, high) = (point, point)
      low[axis] = max(point[axis] - step, range.lowerBound)
      high[axis] = min(point[axis] + step, range.upperBound)
      guard let below = residuals(low), let above = residuals(high) else { return nil }
      slopes.append(zip(below, above).map { ($1 - $0) / (high[axis] - low[axis]) })
    }
    return slopes
  }

  /// The step that solves the damped normal equations; nil where they have no solution.
  private func step(_ slopes: [[Double]], _ rest: [Double], _ damping: Double) -> [Double]? {
    let matrix = slopes.indices.map { i in
      slopes.indices.map { j in
        Self.sum(slopes[i], slopes[j]) * (i == j ? 1 + damping : 1)
      }
    }
    return LinearEquations.solution(matrix, slopes.map { -Self.sum($0, rest) })
  }
}

/// A few linear equations.
enum LinearEquations {
  /// x of A·x = b by elimination with the largest pivots; nil where A has no inverse.
  static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in rows.indices {
      let pivot = rows.indices[column...].max { abs(rows[$0][column]) < abs(rows[$1][column]) }
      guard let pivot, abs(rows[pivot][column]) > 0, rows[pivot][column].isFinite else {
        return nil
      }
      rows.swapAt(column, pivot)
      for row in rows.indices where row != column {
        let factor = rows[row][column] / rows[column][column]
        for index in column...rows.count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
  }
}
