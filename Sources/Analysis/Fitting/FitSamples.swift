import Activations

/// The points at which a search compares a function with its target.
///
/// They are spaced unevenly: on an even grid a wave is the same as one of a far higher frequency.
struct FitSamples {
  /// In ascending order; only those at which the target is finite and a difference counts by a finite weight.
  let xs: [Double]
  let wanted: [Double]
  /// By what a difference counts at each x.
  let weights: [Double]
  /// By what its square counts, as the root of the stretch that it stands for.
  private let roots: [Double]
  /// How large the target is in the norm.
  let size: Double
  private let problem: FitProblem

  /// - Parameter count: How many points, beside those of every size near what the target has of landmarks.
  init(_ problem: FitProblem, count: Int) {
    let support = problem.norm.support(problem.domain)
    let target = problem.trace(problem.target)
    let (norm, type) = (problem.norm, problem.type)
    let some = Self.points(target, over: support, count: count)
    let all = (some + norm.steps(of: target, some, in: type)).sortedOnce()
    let points = zip(all, target.values(all)).map { x, y in
      (x: x, y: y, weight: norm.weight(of: y, at: x, in: type))
    }.filter { $0.y.isFinite && $0.weight.isFinite }
    self.init(problem, points: points, over: support)
  }

  private init(
    _ problem: FitProblem, points: [(x: Double, y: Double, weight: Double)],
    over support: ClosedRange<Double>
  ) {
    self.problem = problem
    let xs = points.map(\.x)
    (self.xs, wanted, weights) = (xs, points.map(\.y), points.map(\.weight))
    let width = support.upperBound - support.lowerBound
    // A supremum counts alike in narrow places.
    let least = problem.norm.isSquare ? 0 : 0.2 / Double(max(1, points.count))
    roots = xs.indices.map { index in
      let left = index > 0 ? xs[index - 1] : support.lowerBound
      let right = index + 1 < xs.count ? xs[index + 1] : support.upperBound
      return ((right - left) / (2 * width) + least).squareRoot()
    }
    size = zip(points, roots).reduce(0) { sum, next in
      let (point, root) = next
      let value = point.y * point.weight * root
      return sum + value * value
    }.squareRoot()
  }

  /// Every so manieth of the points.
  func thinned(by step: Int) -> FitSamples {
    let support = problem.norm.support(problem.domain)
    let points = stride(from: 0, to: xs.count, by: step).map {
      (x: xs[$0], y: wanted[$0], weight: weights[$0])
    }
    return FitSamples(problem, points: points, over: support)
  }

  private static func points(
    _ target: Trace, over support: ClosedRange<Double>, count: Int
  ) -> [Double] {
    let (low, width) = (support.lowerBound, support.upperBound - support.lowerBound)
    var points = (0..<count).map { index in
      // The fractions of multiples of the golden ratio.
      let shift = (Double(index) * 0.6180339887498949).truncatingRemainder(dividingBy: 1)
      return low + width * ((Double(index) + shift) / Double(count))
    }
    points += [support.lowerBound, support.upperBound]
    for center in Set([0] + target.landmarks + target.corners + target.jumps).sorted().prefix(12) {
      var step = width / 4
      while step > 1e-7 * min(width, 10) {
        points += [center - step, center + step]
        step /= width > 100 ? 1.35 : 2
      }
    }
    return points.filter { support.contains($0) }.sortedOnce()
  }

  /// The quantity of the function at a point of the box; nil where it is no number.
  func values(at point: [Double]) -> [Double]? {
    guard let values = problem.values(point, xs) else { return nil }
    return values.allSatisfy(\.isFinite) ? values : nil
  }

  /// What is squared and summed; nil where there is no function.
  func residuals(_ values: [Double]) -> [Double] {
    var residuals = values
    for index in values.indices {
      residuals[index] = (values[index] - wanted[index]) * weights[index] * roots[index]
    }
    return residuals
  }

  /// What a change of the values counts.
  func weighted(_ values: [Double]) -> [Double] {
    zip(values, zip(weights, roots)).map { $0 * $1.0 * $1.1 }
  }

  /// The largest difference at the points.
  func supremum(_ values: [Double]) -> Double {
    values.indices.reduce(0) { max($0, abs((values[$1] - wanted[$1]) * weights[$1])) }
  }
}
