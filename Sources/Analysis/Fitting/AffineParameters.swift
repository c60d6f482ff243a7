import Activations

/// The parameters on which a function depends by sums of multiples, as a and c of a·sin(k·x) + c: the best of them are solved for,
/// so that only the others are searched.
///
/// Source: G. H. Golub and V. Pereyra, "The differentiation of pseudo-inverses and nonlinear least squares problems whose
/// variables separate", SIAM J. Numer. Anal. 10 (1973).
struct AffineParameters {
  /// The axes of the parameters that are solved for.
  private(set) var axes: [Int] = []
  /// The others.
  private(set) var others: [Int]
  private let problem: FitProblem

  /// None of them.
  init(noneOf problem: FitProblem) {
    self.problem = problem
    others = Array(problem.box.indices)
  }

  /// Those that are found by differences at a few points.
  init(_ problem: FitProblem, _ samples: FitSamples, probes: [[Double]]) {
    self.init(noneOf: problem)
    for axis in problem.box.indices {
      let isAffine = probes.allSatisfy { probe in
        Self.isAffine(axis, at: probe, problem.box[axis], samples)
          && axes.allSatisfy { Self.isSum(axis, $0, at: probe, problem.box, samples) }
      }
      if isAffine { axes.append(axis) }
    }
    others = problem.box.indices.filter { !axes.contains($0) }
  }

  /// Whether the values on the way along an axis are on a straight line, over all of the range and over a little of it.
  private static func isAffine(
    _ axis: Int, at point: [Double], _ range: ClosedRange<Double>, _ samples: FitSamples
  ) -> Bool {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard low < high else { return false }
    let near = point[axis] + 0.01 * min(high - low, max(point[axis].magnitude, 1))
    return [[low, high, low / 2 + high / 2], [low, high, point[axis]], [low, point[axis], near]]
      .allSatisfy { triple in
        guard triple[0] != triple[1] else { return true }
        let values = triple.compactMap { samples.values(at: point.replaced(axis, by: $0)) }
        guard values.count == 3 else { return false }
        let ratio = (triple[2] - triple[0]) / (triple[1] - triple[0])
        return samples.xs.indices.allSatisfy { index in
          let (a, b, c) = (values[0][index], values[1][index], values[2][index])
          let miss = c - a - ratio * (b - a)
          return abs(miss) <= 1e-10 * (abs(a) + abs(c) + abs(ratio) * abs(b - a))
        }
      }
  }

  /// Whether two parameters change the values each on its own.
  private static func isSum(
    _ a: Int, _ b: Int, at point: [Double], _ box: [ClosedRange<Double>], _ samples: FitSamples
  ) -> Bool {
    let (first, second) = (box[a].upperBound, box[b].upperBound)
    let points = [
      point, point.replaced(a, by: first), point.replaced(b, by: second),
      point.replaced(a, by: first).replaced(b, by: second),
    ]
    let values = points.compactMap { samples.values(at: $0) }
    guard values.count == 4 else { return false }
    return samples.xs.indices.allSatisfy { index in
      let (none, one) = (values[0][index], values[1][index])
      let (other, both) = (values[2][index], values[3][index])
      return abs(both - one - other + none)
        <= 1e-10 * (abs(none) + abs(one) + abs(other) + abs(both))
    }
  }

  /// What the function is made of at a point: what is left where the parameters are at their origin, and what one more of each adds.
  func parts(at point: [Double], _ samples: FitSamples) -> (origin: [Double], parts: [[Double]])? {
    let start = zip(point, problem.box).enumerated().map { axis, pair in
      axes.contains(axis) ? origin(axis) : pair.0
    }
    guard let origin = samples.values(at: start) else { return nil }
    var parts: [[Double]] = []
    for axis in axes {
      let step = step(axis)
      guard let values = samples.values(at: start.replaced(axis, by: start[axis] + step)) else {
        return nil
      }
      parts.append(zip(values, origin).map { ($0 - $1) / step })
    }
    return (origin, parts)
  }

  private func origin(_ axis: Int) -> Double {
    let range = problem.box[axis]
    return range.contains(0) ? 0 : range.lowerBound > 0 ? range.lowerBound : range.upperBound
  }

  private func step(_ axis: Int) -> Double {
    let (origin, range) = (origin(axis), problem.box[axis])
    let most = max(origin.magnitude, 1)
    let up = range.upperBound - origin
    return up > 0 ? min(up, most) : max(range.lowerBound - origin, -most)
  }

  /// The best values of the parameters for a point's others, and the distances that are left.
  func solved(at point: [Double], _ samples: FitSamples) -> (
    point: [Double], sum: Double, supremum: Double
  )? {
    guard let (origin, parts) = parts(at: point, samples) else { return nil }
    let rest = samples.residuals(origin)
    guard !axes.isEmpty else {
      return (point, LeastSquares.sum(rest, rest), samples.supremum(origin))
    }
    let columns = parts.map(samples.weighted)
    let bounds = axes.map { axis in
      let range = problem.box[axis]
      return range.lowerBound - self.origin(axis)...range.upperBound - self.origin(axis)
    }
    let moves = BoundedSquares(columns, rest, bounds).solution
    var (values, solved) = (origin, point)
    for (row, axis) in axes.enumerated() {
      solved[axis] = self.origin(axis) + moves[row]
      for index in values.indices { values[index] += moves[row] * parts[row][index] }
    }
    let left = samples.residuals(values)
    let sum = LeastSquares.sum(left, left)
    guard sum.isFinite else { return nil }
    return (problem.clamped(solved), sum, samples.supremum(values))
  }
}

/// The smallest ‖r + Σ cᵢ·vᵢ‖ with each c in its range.
struct BoundedSquares {
  private(set) var solution: [Double]

  init(_ columns: [[Double]], _ rest: [Double], _ bounds: [ClosedRange<Double>]) {
    let sizes = columns.map { LeastSquares.sum($0, $0).squareRoot() }
    solution = bounds.map { min(max(0, $0.lowerBound), $0.upperBound) }
    let all = columns.indices.filter { sizes[$0] > 0 && sizes[$0].isFinite }
    let matrix = columns.map { a in columns.map { LeastSquares.sum(a, $0) } }
    let right = columns.map { -LeastSquares.sum($0, rest) }
    var free = all
    for _ in 0..<(3 * columns.count + 1) {
      guard let values = Self.solved(matrix, right, sizes, free, solution) else { break }
      let outside = zip(free, values).filter { !bounds[$0].contains($1) }
      if outside.isEmpty {
        for (index, value) in zip(free, values) { solution[index] = value }
        // One that wants back into its range is let go.
        let freed = all.filter { index in
          guard !free.contains(index) else { return false }
          let slope = zip(matrix[index], solution).reduce(-right[index]) { $0 + $1.0 * $1.1 }
          return solution[index] <= bounds[index].lowerBound ? slope < 0 : slope > 0
        }
        guard let back = freed.first else { break }
        free = (free + [back]).sorted()
      } else {
        for (index, value) in outside {
          solution[index] = min(max(value, bounds[index].lowerBound), bounds[index].upperBound)
        }
        free.removeAll { index in outside.contains { $0.0 == index } }
        if free.isEmpty { break }
      }
    }
  }

  private static func solved(
    _ matrix: [[Double]], _ right: [Double], _ sizes: [Double], _ free: [Int], _ held: [Double]
  ) -> [Double]? {
    let scaled = free.map { i in
      free.map { j in matrix[i][j] / (sizes[i] * sizes[j]) + (i == j ? 1e-14 : 0) }
    }
    let rest = free.map { i in
      let others = held.indices.filter { !free.contains($0) }
      return (right[i] - others.reduce(0) { $0 + matrix[i][$1] * held[$1] }) / sizes[i]
    }
    return LinearEquations.solution(scaled, rest).map { zip($0, free).map { $0 / sizes[$1] } }
  }
}

extension [Double] {
  /// The same with another value at an index.
  func replaced(_ index: Int, by value: Double) -> [Double] {
    var other = self
    other[index] = value
    return other
  }
}
