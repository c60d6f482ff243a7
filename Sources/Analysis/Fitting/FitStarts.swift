import Activations

/// The points of a box from which valleys are followed.
struct FitStarts {
  private let problem: FitProblem
  private let samples: FitSamples
  private let affine: AffineParameters
  /// The values of the parameters that are not solved for.
  private let axes: [StartAxis]

  /// - Parameter samples: A few, for many trials.
  init(_ problem: FitProblem, _ samples: FitSamples, _ affine: AffineParameters) {
    self.problem = problem
    self.samples = samples
    self.affine = affine
    let counts = Self.counts[min(affine.others.count, Self.counts.count - 1)]
    let share = problem.share.squareRoot()
    axes = affine.others.map { axis in
      let plain = StartAxis(
        problem.box[axis], count: Int(max(7, Double(counts.plain) * share)))
      let walked = Self.walked(
        axis, problem, samples, affine, most: Int(Double(counts.walked) * problem.share))
      return StartAxis(problem.box[axis], count: plain.values.count, more: walked)
    }
  }

  /// How many values an axis has, and how many more where the function turns, by the number of axes.
  private static let counts: [(plain: Int, walked: Int)] = [
    (0, 0), (128, 3000), (48, 400), (17, 120), (12, 60),
  ]

  /// Points of a box that are neither at its middle nor at its ends.
  static func probes(_ box: [ClosedRange<Double>]) -> [[Double]] {
    let axes = box.map { StartAxis($0, count: 24).values }
    return [(0.62, 0.05), (0.38, -0.07), (0.71, 0.03)].map { place, shift in
      axes.enumerated().map { index, values in
        values[Int((place + shift * Double(index)) * Double(values.count - 1))]
      }
    }
  }

  /// Values of a parameter between which the function changes its shape, and those that give it the target's frequency.
  private static func walked(
    _ axis: Int, _ problem: FitProblem, _ samples: FitSamples, _ affine: AffineParameters,
    most: Int
  ) -> [Double] {
    let probes = Self.probes(problem.box).prefix(affine.others.count > 1 ? 2 : 1)
    var longest: [Double] = []
    for probe in probes {
      let walk = ShapeWalk(range: problem.box[axis], most: most) { value in
        shapes(at: probe.replaced(axis, by: value), samples, affine)
      }
      var (values, ends) = walk.values
      if !ends.isEmpty {
        let frequency = Frequency(problem)
        values += frequency.matches(axis, at: probe).flatMap { [$0] + walk.values(near: $0) }
      }
      if values.count > longest.count { longest = values }
    }
    return longest
  }

  /// What the function is made of at a point, without means, each of length 1.
  private static func shapes(
    at point: [Double], _ samples: FitSamples, _ affine: AffineParameters
  ) -> [[Double]]? {
    guard let (origin, parts) = affine.parts(at: point, samples) else { return nil }
    return ([origin] + parts).map { values in
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      let length = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
      let most = values.reduce(0) { max($0, abs($1)) }
      guard length > 1e-9 * most, length.isFinite else { return values.map { _ in 0 } }
      return values.map { ($0 - mean) / length }
    }
  }

  /// A point with what is left there.
  private struct Trial {
    let place: [Int]
    let point: [Double]
    let sum: Double
    let supremum: Double
  }

  /// The points that leave least, far from one another.
  func points(count: Int) -> [[Double]] {
    let center = Self.probes(problem.box)[0]
    let trials = places.compactMap { place -> Trial? in
      var point = center
      for (row, axis) in affine.others.enumerated() { point[axis] = axes[row].values[place[row]] }
      return affine.solved(at: point, samples).map {
        Trial(place: place, point: $0.point, sum: $0.sum, supremum: $0.supremum)
      }
    }
    var starts = Self.lowest(trials, count: count, by: \.sum)
    if !problem.norm.isSquare { starts += Self.lowest(trials, count: count / 3, by: \.supremum) }
    return starts
  }

  private static func lowest(_ trials: [Trial], count: Int, by value: KeyPath<Trial, Double>)
    -> [[Double]]
  {
    var starts: [Trial] = []
    for trial in trials.sorted(by: { $0[keyPath: value] < $1[keyPath: value] }) {
      guard starts.count < count else { break }
      let isNear = starts.contains { start in
        zip(start.place, trial.place).allSatisfy { abs($0 - $1) <= 2 }
      }
      if !isNear || trial.place.isEmpty { starts.append(trial) }
    }
    return starts.map(\.point)
  }

  /// The places of all points on the axes, or of some that are spread evenly where there are too many.
  private var places: [[Int]] {
    let most = max(64, Int(9000 * problem.share) / (affine.axes.count + 1))
    let count = axes.reduce(1) { min($0 * $1.values.count, most + 1) }
    guard count > most, axes.count > 1 else {
      return axes.reduce([[]]) { places, axis in
        places.flatMap { place in axis.values.indices.map { place + [$0] } }
      }
    }
    return (1...most).map { index in
      zip(axes, Self.primes).map { axis, prime in
        let count = axis.values.count
        return min(Int(Self.halton(index, prime) * Double(count)), count - 1)
      }
    }
  }

  private static let primes = [2, 3, 5, 7, 11, 13, 17, 19]

  /// A number of Halton's sequence in a base.
  ///
  /// Source: J. H. Halton, "On the efficiency of certain quasi-random sequences of points", Numer. Math. 2 (1960).
  private static func halton(_ index: Int, _ base: Int) -> Double {
    var (rest, unit, value) = (index, 1.0, 0.0)
    while rest > 0 {
      unit /= Double(base)
      value += unit * Double(rest % base)
      rest /= base
    }
    return value
  }
}

/// How fast a function goes up and down: the root mean square of its slope beside that of itself.
private struct Frequency {
  private let problem: FitProblem
  private let samples: FitSamples

  init(_ problem: FitProblem) {
    self.problem = problem
    samples = FitSamples(problem, count: 1600)
  }

  /// The values of a parameter that give the function the frequency of the target.
  func matches(_ axis: Int, at point: [Double]) -> [Double] {
    guard let wanted = logarithm(problem.target) else { return [] }
    func miss(_ value: Double) -> Double? {
      problem.function(point.replaced(axis, by: value)).flatMap(logarithm).map { $0 - wanted }
    }
    let values = StartAxis(problem.box[axis], count: 200).values
    let misses = values.map(miss)
    return values.indices.dropLast().compactMap { index in
      guard let left = misses[index], let right = misses[index + 1], left * right <= 0,
        values[index] != 0
      else { return nil }
      var (low, high) = (values[index], values[index + 1])
      for _ in 0..<40 {
        let middle = low / 2 + high / 2
        guard let here = miss(middle) else { break }
        if here * left > 0 { low = middle } else { high = middle }
      }
      return low
    }.prefix(4).map { $0 }
  }

  private func logarithm(_ function: Function) -> Double? {
    guard let (values, slopes) = problem.trace(function).jets?(samples.xs) else { return nil }
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    let height = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let steepness = slopes.reduce(0) { $0 + $1 * $1 }
    let ratio = Libm.log(steepness / height) / 2
    return ratio.isFinite ? ratio : nil
  }
}
