import Activations

/// Finds the place at which the slope of a mean square is 0, by differences of the exact integral: its values themselves tell but half
/// of the digits.
struct SquareDescent {
  let problem: FitProblem
  let samples: FitSamples

  /// A point near a start to about twelve digits of how far it matters.
  func minimum(from start: [Double]) -> [Double] {
    let units = units(at: start)
    let free = start.indices.filter { units[$0] > 0 && units[$0].isFinite }
    guard !free.isEmpty, let hessian = hessian(at: start, units, along: free) else { return start }
    var point = start
    for _ in 0..<8 {
      let slopes = free.map { slope(at: point, units[$0], along: $0) }
      guard let step = LinearEquations.solution(hessian, slopes.map { -$0 }),
        step.allSatisfy({ abs($0) < 2 })
      else { break }
      for (axis, move) in zip(free, step) { point[axis] += move * units[axis] }
      point = problem.clamped(point)
      if step.allSatisfy({ abs($0) < 1e-11 }) { break }
    }
    return point.allSatisfy(\.isFinite)
      && problem.distance(at: point) <= problem.distance(at: start) * (1 + 1e-12)
      ? point : start
  }

  /// By how much each parameter changes what is left by a good part of it; 0 for those that stand at an end of their range.
  private func units(at point: [Double]) -> [Double] {
    let squares = LeastSquares(box: problem.box) { samples.values(at: $0).map(samples.residuals) }
    guard let rest = squares.residuals(point), let slopes = squares.slopes(at: point) else {
      return point.map { _ in 0 }
    }
    let size = LeastSquares.sum(rest, rest).squareRoot()
    return point.indices.map { axis in
      let slope = LeastSquares.sum(slopes[axis], slopes[axis]).squareRoot()
      guard slope > 0 else { return 0 }
      let range = problem.box[axis]
      let room = min(point[axis] - range.lowerBound, range.upperBound - point[axis])
      return min(size / slope, 20 * room)
    }
  }

  private func square(_ point: [Double]) -> Double {
    let distance = problem.distance(at: point)
    return distance * distance
  }

  private func moved(_ point: [Double], _ moves: (axis: Int, step: Double)...) -> [Double] {
    moves.reduce(into: point) { $0[$1.axis] += $1.step }
  }

  /// The slope along an axis in its unit, by a difference of fourth order.
  private func slope(at point: [Double], _ unit: Double, along axis: Int) -> Double {
    let step = 4e-3
    func difference(_ factor: Double) -> Double {
      square(moved(point, (axis, factor * step * unit)))
        - square(moved(point, (axis, -factor * step * unit)))
    }
    return (8 * difference(1) - difference(2)) / (12 * step)
  }

  private func hessian(at point: [Double], _ units: [Double], along free: [Int]) -> [[Double]]? {
    let (step, middle) = (2e-2, square(point))
    var rows = free.map { _ in free.map { _ in 0.0 } }
    for (i, first) in free.enumerated() {
      for (j, second) in free.enumerated() where j <= i {
        let (a, b) = (step * units[first], step * units[second])
        let bend =
          i == j
          ? square(moved(point, (first, a))) - 2 * middle + square(moved(point, (first, -a)))
          : (square(moved(point, (first, a), (second, b)))
            - square(moved(point, (first, a), (second, -b)))
            - square(moved(point, (first, -a), (second, b)))
            + square(moved(point, (first, -a), (second, -b)))) / 4
        rows[i][j] = bend / (step * step)
        rows[j][i] = rows[i][j]
      }
    }
    return rows.joined().allSatisfy(\.isFinite) ? rows : nil
  }
}
