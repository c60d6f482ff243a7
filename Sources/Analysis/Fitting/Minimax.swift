import Activations

/// Walks down the supremum of a difference by linear programs over the points where it is extreme, so that it ends where n + 1 of
/// them are equal.
///
/// Source: K. Madsen, "An algorithm for minimax solution of overdetermined systems of non-linear equations", J. Inst. Math. Appl.
/// 16 (1975).
struct Minimax {
  private let problem: FitProblem
  private let curve: ErrorCurve

  init(_ problem: FitProblem, _ samples: FitSamples) {
    self.problem = problem
    curve = ErrorCurve(problem, samples)
  }

  /// A point of a smaller supremum near a start, down to where a step promises less than a share of it.
  func minimum(from start: [Double], upTo share: Double = 1e-15) -> (
    point: [Double], value: Double
  ) {
    guard var top = curve.tops(at: start) else { return (start, .infinity) }
    var (point, radius, extra) = (start, 1.0, top.xs)
    for _ in 0..<60 where top.value > 1e-15 * curve.size && radius > 1e-11 {
      guard let step = step(at: point, extra, radius) else { break }
      let gain = top.value - step.value
      guard gain > share * top.value else { break }
      guard let other = curve.tops(at: step.point) else {
        radius /= 8
        continue
      }
      extra = Array((other.xs + extra).prefix(400))
      let kept = (top.value - other.value) / gain
      radius *= kept > 0.7 ? 3 : kept < 0.1 ? 0.2 : 1
      if other.value < top.value { (point, top) = (step.point, other) }
    }
    return (point, top.value)
  }

  /// Where the linear program leads, and what it promises.
  private func step(at point: [Double], _ extra: [Double], _ radius: Double) -> (
    point: [Double], value: Double
  )? {
    let xs = curve.xs(with: extra)
    guard let rest = curve.residuals(at: point, xs) else { return nil }
    let squares = LeastSquares(box: problem.box) { curve.residuals(at: $0, xs) }
    guard let slopes = squares.slopes(at: point) else { return nil }
    let value = rest.reduce(0) { max($0, abs($1)) }
    // A step of 1 along an axis changes the difference by all of its size.
    let sizes = slopes.map { slope in slope.reduce(0) { max($0, abs($1)) } }
    let axes = sizes.indices.filter { sizes[$0] > 0 }
    let units = axes.map { radius * value / sizes[$0] }
    let ranges = zip(axes, units).map { axis, unit in
      max(
        -1, (problem.box[axis].lowerBound - point[axis]) / unit)...min(
          1, (problem.box[axis].upperBound - point[axis]) / unit)
    }
    let program = LinearProgram(
      residuals: rest,
      slopes: zip(axes, units).map { axis, unit in slopes[axis].map { $0 * unit } },
      ranges: ranges)
    guard !axes.isEmpty, let solution = program.solution else { return nil }
    var next = point
    for ((axis, unit), move) in zip(zip(axes, units), solution.step) { next[axis] += move * unit }
    return (problem.clamped(next), solution.value)
  }
}

/// The difference that is left at a point of the box, as a curve over x.
struct ErrorCurve {
  private let problem: FitProblem
  private let samples: FitSamples
  private let target: Trace
  /// How large the target is.
  let size: Double

  init(_ problem: FitProblem, _ samples: FitSamples) {
    self.problem = problem
    self.samples = samples
    target = problem.trace(problem.target)
    size = zip(samples.wanted, samples.weights).reduce(0) { max($0, abs($1.0 * $1.1)) }
  }

  /// The samples' places with others among them.
  func xs(with extra: [Double]) -> [Double] { (samples.xs + extra).sortedOnce() }

  /// The weighted differences at places; nil where there is no function.
  func residuals(at point: [Double], _ xs: [Double]) -> [Double]? {
    problem.values(point, xs).flatMap { residuals($0, xs) }
  }

  private func residuals(_ values: [Double], _ xs: [Double]) -> [Double]? {
    let rest = zip(xs, zip(values, target.values(xs))).map { x, values in
      problem.norm.weighted(values.0 - values.1, beside: values.1, at: x, in: problem.type)
    }
    return rest.allSatisfy(\.isFinite) ? rest : nil
  }

  /// The largest difference, and where it is nearly as large.
  func tops(at point: [Double]) -> (value: Double, xs: [Double])? {
    guard let function = problem.function(point) else { return nil }
    let trace = problem.trace(function)
    let kinks = trace.corners + trace.jumps.flatMap { [$0.nextDown, $0.nextUp] }
    let xs = xs(with: kinks.filter { problem.domain.contains($0) })
    guard residuals(trace.values(xs), xs) != nil else { return nil }
    let peaks = Peaks(xs) { residuals(trace.values($0), $0)?.map(abs) ?? $0.map { _ in .infinity } }
    return peaks.value.isFinite ? (peaks.value, peaks.xs) : nil
  }
}
