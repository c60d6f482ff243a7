/// Walks down the sum of squares of residuals, with the digits that a difference of residuals leaves.
///
/// Sources: K. Levenberg, Quart. Appl. Math. 2 (1944); D. W. Marquardt, J. SIAM 11 (1963).
struct LeastSquares {
  /// The intervals of the variables.
  let box: [ClosedRange<Double>]
  /// The residuals at a point; nil where there is no function.
  let residuals: ([Double]) -> [Double]?

  /// A point and the sum there.
  struct Valley {
    var point: [Double]
    var sum: Double
  }

  /// A point of a smaller sum near a start.
  func minimum(from start: [Double], rounds: Int = 40) -> Valley {
    guard var rest = residuals(start) else { return Valley(point: start, sum: .infinity) }
    var (valley, damping) = (Valley(point: start, sum: Self.sum(rest, rest)), 1e-3)
    guard valley.sum.isFinite else { return Valley(point: start, sum: .infinity) }
    for _ in 0..<rounds {
      guard valley.sum > 0, let slopes = slopes(at: valley.point) else { break }
      let free = free(at: valley.point, slopes, rest)
      var isBetter = false
      for _ in 0..<8 where !isBetter {
        guard let step = step(slopes, rest, damping, along: free) else { break }
        let next = zip(zip(valley.point, step), box).map { pair, range in
          min(max(pair.0 + pair.1, range.lowerBound), range.upperBound)
        }
        if let trial = residuals(next), Self.sum(trial, trial) < valley.sum {
          let sum = Self.sum(trial, trial)
          isBetter = 1 - sum / valley.sum > 1e-15
          (valley, rest) = (Valley(point: next, sum: sum), trial)
          damping /= 10
        } else {
          damping *= 10
        }
      }
      if !isBetter { break }
    }
    return valley
  }

  static func sum(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  /// The axes along which a point may go down: not those at an end of their range that want to leave it.
  private func free(at point: [Double], _ slopes: [[Double]], _ rest: [Double]) -> [Int] {
    box.indices.filter { axis in
      let slope = Self.sum(slopes[axis], rest)
      if point[axis] <= box[axis].lowerBound, slope > 0 { return false }
      if point[axis] >= box[axis].upperBound, slope < 0 { return false }
      return Self.sum(slopes[axis], slopes[axis]) > 0
    }
  }

  /// The derivatives of the residuals along each axis, by differences inside the box.
  func slopes(at point: [Double]) -> [[Double]]? {
    var slopes: [[Double]] = []
    for (axis, range) in box.enumerated() {
      let width = range.upperBound - range.lowerBound
      let step = min(1e-6 * max(point[axis].magnitude, min(1e-3, 1e-6 * width)), width / 2)
      guard step > 0 else {
        slopes.append([])
        continue
      }
      var (low, high) = (point, point)
      low[axis] = max(point[axis] - step, range.lowerBound)
      high[axis] = min(point[axis] + step, range.upperBound)
      guard let below = residuals(low), let above = residuals(high) else { return nil }
      let length = high[axis] - low[axis]
      slopes.append(zip(below, above).map { ($1 - $0) / length })
    }
    return slopes
  }

  /// The step that solves the damped normal equations; nil where they have no solution.
  private func step(
    _ slopes: [[Double]], _ rest: [Double], _ damping: Double, along free: [Int]
  ) -> [Double]? {
    let matrix = free.map { i in
      free.map { j in Self.sum(slopes[i], slopes[j]) * (i == j ? 1 + damping : 1) }
    }
    guard !free.isEmpty,
      let solution = LinearEquations.solution(matrix, free.map { -Self.sum(slopes[$0], rest) })
    else { return nil }
    var step = box.map { _ in 0.0 }
    for (axis, value) in zip(free, solution) { step[axis] = value }
    return step
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
        guard factor != 0 else { continue }
        for index in column...rows.count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return rows.indices.map { rows[$0][rows.count] / rows[$0][$0] }
  }
}
