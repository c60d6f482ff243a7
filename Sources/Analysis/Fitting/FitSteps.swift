import Activations

/// Finds parameters that samples see nothing of but in jumps, as that of a step's place: by the exact integral of the square, which
/// has a valley there.
struct FitSteps {
  private let problem: FitProblem
  private let samples: FitSamples
  private let squares: LeastSquares

  init(_ problem: FitProblem, _ samples: FitSamples, _ squares: LeastSquares) {
    self.problem = problem
    self.samples = samples
    self.squares = squares
  }

  /// The valley with such parameters where they are best; itself where there are none.
  func minimum(from valley: LeastSquares.Valley) -> LeastSquares.Valley {
    guard let slopes = squares.slopes(at: valley.point) else { return valley }
    let size = samples.size * samples.size
    let axes = problem.box.indices.filter { axis in
      problem.width(axis) > 0 && LeastSquares.sum(slopes[axis], slopes[axis]) <= 1e-24 * size
    }
    var point = valley.point
    for axis in axes {
      for _ in 0..<8 {
        let still = still(point, axis)
        guard still != problem.box[axis] else { break }
        let room = still.upperBound - still.lowerBound
        let range =
          max(
            still.lowerBound - room, problem.box[axis].lowerBound)...min(
            still.upperBound + room, problem.box[axis].upperBound)
        let best = LineSearch.minimum(over: range, tolerance: 1e-16) { value in
          square(point.replaced(axis, by: value))
        }
        point[axis] = best
        let isInside = min(best - range.lowerBound, range.upperBound - best) > 1e-3 * room
        if isInside || problem.box[axis].lowerBound == best || problem.box[axis].upperBound == best
        {
          break
        }
      }
    }
    guard point != valley.point, square(point) < square(valley.point) else { return valley }
    // The others follow.
    return squares.minimum(from: point)
  }

  private func square(_ point: [Double]) -> Double {
    guard let function = problem.function(point) else { return .infinity }
    let norm = problem.norm == .gaussian ? Norm.gaussian : .l2
    return norm.plainDistance(
      problem.quantity, of: function.inDoubles, from: problem.target.inDoubles,
      over: problem.domain, in: problem.type)
  }

  /// The range of a parameter within which the samples see no difference.
  private func still(_ point: [Double], _ axis: Int) -> ClosedRange<Double> {
    func sum(_ value: Double) -> Double {
      squares.residuals(point.replaced(axis, by: value)).map { LeastSquares.sum($0, $0) }
        ?? .infinity
    }
    let here = sum(point[axis])
    func end(_ sign: Double) -> Double {
      let range = problem.box[axis]
      var step = 1e-9 * max(abs(point[axis]), 1e-3 * problem.width(axis))
      while true {
        let value = min(max(point[axis] + sign * step, range.lowerBound), range.upperBound)
        if abs(sum(value) - here) > 1e-12 * samples.size * samples.size { return value }
        if value == range.lowerBound || value == range.upperBound { return value }
        step *= 2
      }
    }
    return end(-1)...end(1)
  }
}
