/// Finds the step d that makes the largest |rᵢ + Jᵢ·d| least, with each dⱼ in −1…1 and in its own range.
///
/// The dual simplex method: the corner of n + 1 of the bounds, one of which is changed for the one that is missed most.
/// Source: C. E. Lemke, "The dual method of solving the linear programming problem", Nav. Res. Log. Quart. 1 (1954).
struct LinearProgram {
  /// r.
  let residuals: [Double]
  /// J, a row for each axis.
  let slopes: [[Double]]
  /// The ranges of d.
  let ranges: [ClosedRange<Double>]

  /// A bound a·(d, t) ≤ b.
  private struct Bound: Equatable {
    var row: [Double]
    var limit: Double
  }

  /// The step, and the largest value that it leaves; nil where the bounds cannot be told apart.
  var solution: (step: [Double], value: Double)? {
    let count = slopes.count
    guard
      let worst = residuals.indices.max(by: { abs(residuals[$0]) < abs(residuals[$1]) })
    else { return nil }
    let first = bound(worst, sign: residuals[worst] < 0 ? -1 : 1)
    var basis = (0..<count).map { bound(axis: $0, isUpper: first.row[$0] <= 0) } + [first]
    let least = 1e-15 * abs(residuals[worst])
    for _ in 0..<(60 * (count + 1)) {
      guard let corner = LinearEquations.solution(basis.map(\.row), basis.map(\.limit)) else {
        return nil
      }
      guard let missed = mostMissed(by: corner, least: least), !basis.contains(missed) else {
        return (Array(corner.dropLast()), corner[count])
      }
      guard let leaving = leaving(basis, for: missed) else { return nil }
      basis[leaving] = missed
    }
    return nil
  }

  private func bound(_ index: Int, sign: Double) -> Bound {
    Bound(row: slopes.map { sign * $0[index] } + [-1], limit: -sign * residuals[index])
  }

  private func bound(axis: Int, isUpper: Bool) -> Bound {
    var row = [Double](repeating: 0, count: slopes.count + 1)
    row[axis] = isUpper ? 1 : -1
    return Bound(
      row: row, limit: isUpper ? ranges[axis].upperBound : -ranges[axis].lowerBound)
  }

  /// The bound that a corner is furthest beyond.
  private func mostMissed(by corner: [Double], least: Double) -> Bound? {
    let count = slopes.count
    var (most, place, sign) = (least, -1, 1.0)
    var values = residuals
    for axis in 0..<count {
      let (step, slope) = (corner[axis], slopes[axis])
      for index in values.indices { values[index] += slope[index] * step }
    }
    for (index, value) in values.enumerated() where abs(value) - corner[count] > most {
      (most, place, sign) = (abs(value) - corner[count], index, value < 0 ? -1 : 1)
    }
    for axis in 0..<count {
      let range = ranges[axis]
      let over = max(corner[axis] - range.upperBound, range.lowerBound - corner[axis])
      if over > 1e-12, place < 0 || over > 1e-9 {
        return bound(axis: axis, isUpper: corner[axis] > range.upperBound)
      }
    }
    return place < 0 ? nil : bound(place, sign: sign)
  }

  /// The bound of a basis that another one takes the place of.
  private func leaving(_ basis: [Bound], for bound: Bound) -> Int? {
    let columns = bound.row.indices.map { row in basis.map { $0.row[row] } }
    var goal = [Double](repeating: 0, count: bound.row.count)
    goal[goal.count - 1] = -1
    guard let shares = LinearEquations.solution(columns, goal),
      let parts = LinearEquations.solution(columns, bound.row)
    else { return nil }
    let most = parts.reduce(0) { max($0, abs($1)) }
    return basis.indices.filter { parts[$0] > 1e-11 * most }.min {
      max(0, shares[$0]) / parts[$0] < max(0, shares[$1]) / parts[$1]
    }
  }
}
