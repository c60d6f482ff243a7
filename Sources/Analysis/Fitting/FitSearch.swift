import Activations
import Formulas

/// The search for the parameters that bring a function nearest to another.
///
/// Parameters that the function is a sum of multiples of are solved for; valleys of the others are looked for in all of the box, at
/// every size, in steps as fine as the function turns, and at the target's frequency; the deepest are followed to their bottoms.
struct FitSearch {
  private let problem: FitProblem
  private let samples: FitSamples
  private let squares: LeastSquares

  /// What was found.
  struct Optima {
    var best: [Double]
    /// Others that are as good.
    var others: [[Double]] = []
    /// The ranges of parameters that may be varied alone with nothing lost.
    var flat: [ClosedRange<Double>?]
  }

  init(_ problem: FitProblem) {
    self.problem = problem
    let samples = FitSamples(problem, count: 400)
    self.samples = samples
    squares = LeastSquares(box: problem.box) { samples.values(at: $0).map(samples.residuals) }
  }

  /// The best point, and others that are as good.
  var optima: Optima {
    let bottoms = bottoms.map { point -> Bottom in
      let point = shortened(point)
      return Bottom(point: point, value: problem.distance(at: point))
    }.filter { $0.value.isFinite }
    guard let least = bottoms.map(\.value).min() else {
      return Optima(best: problem.box.map(\.lowerBound), flat: problem.box.map { _ in nil })
    }
    let most = least * (1 + 1e-9) + 1e-13 * samples.size
    // Of equal ones the plainest.
    let equals = bottoms.filter { $0.value <= most }.sorted { $0.size < $1.size }
    var best = equals[0].point
    let flat = FlatRanges(problem, samples, around: best)
    best = centered(best, in: flat)
    let others = equals.dropFirst().map(\.point).reduce(into: [[Double]]()) { all, point in
      if !all.contains(where: { flat.areAsOne($0, point, problem) }),
        !flat.areAsOne(best, point, problem)
      {
        all.append(point)
      }
    }
    return Optima(best: best, others: others, flat: flat.ranges)
  }

  private struct Bottom {
    let point: [Double]
    let value: Double

    /// How large its values are; of ±x the positive is smaller.
    var size: Double { point.reduce(0) { $0 + abs($1) * ($1 < 0 ? 1 + 1e-6 : 1) } }
  }

  /// What is as good within a range stands where the mean square is least, and what does not matter at a plain value.
  private func centered(_ point: [Double], in flat: FlatRanges) -> [Double] {
    var point = point
    for (axis, range) in flat.ranges.enumerated() {
      guard let range else { continue }
      if range == problem.box[axis] {
        point[axis] = [0, 1].first { range.contains($0) } ?? range.lowerBound
      } else {
        point[axis] = LineSearch.minimum(over: range, tolerance: 1e-9) { value in
          squares.residuals(point.replaced(axis, by: value)).map { LeastSquares.sum($0, $0) }
            ?? .infinity
        }
      }
    }
    return point
  }

  /// The valleys of the squares on the samples, the deepest first.
  private var valleys: [LeastSquares.Valley] {
    let few = samples.thinned(by: max(1, samples.xs.count / 110))
    let affine = AffineParameters(problem, few, probes: FitStarts.probes(problem.box))
    var starts = FitStarts(problem, few, affine).points(count: count(24))
    if !affine.axes.isEmpty, let first = starts.first {
      // What looked like a sum and is none is searched like the others.
      let promised = affine.solved(at: first, few)?.sum ?? .infinity
      let there = few.values(at: first).map(few.residuals).map { LeastSquares.sum($0, $0) }
      if !((there ?? .infinity) <= 2 * promised + 1e-12 * few.size * few.size) {
        starts = FitStarts(problem, few, AffineParameters(noneOf: problem)).points(count: count(24))
      }
    }
    let rough = starts.map { squares.minimum(from: $0, rounds: 8) }.sorted { $0.sum < $1.sum }
    // On its way a valley is not yet where it will be.
    let ends = distinct(rough, count: count(10), by: 0.03).map {
      squares.minimum(from: $0.point, rounds: 60)
    }.sorted { $0.sum < $1.sum }
    let steps = FitSteps(problem, samples, squares)
    let all = (ends.prefix(2).map(steps.minimum) + ends.dropFirst(2)).sorted { $0.sum < $1.sum }
    return all.first.map { all + images(of: $0) } ?? []
  }

  /// Fewer where functions are slow to make.
  private func count(_ usual: Int) -> Int {
    max(3, Int(Double(usual) * problem.share.squareRoot()))
  }

  /// What is as deep by a symmetry.
  private func images(of valley: LeastSquares.Valley) -> [LeastSquares.Valley] {
    let most = valley.sum * (1 + 1e-6) + 1e-24 * samples.size * samples.size
    return Symmetries(of: valley.point, in: problem.box).images.compactMap { image in
      let rest = squares.residuals(image)
      let sum = rest.map { LeastSquares.sum($0, $0) } ?? .infinity
      return sum <= most ? .init(point: image, sum: sum) : nil
    }
  }

  private func distinct(
    _ valleys: [LeastSquares.Valley], count: Int, by share: Double = 1e-5
  ) -> [LeastSquares.Valley] {
    var some: [LeastSquares.Valley] = []
    for valley in valleys where some.count < count {
      if some.allSatisfy({ problem.isApart($0.point, valley.point, by: share) }) {
        some.append(valley)
      }
    }
    return some
  }

  /// The lowest points by the norm itself.
  private var bottoms: [[Double]] {
    let valleys = valleys
    guard let first = valleys.first else { return [] }
    let exact = 1e-24 * samples.size * samples.size
    if first.sum <= exact {
      return distinct(valleys.filter { $0.sum <= exact }, count: 6).map(\.point)
    }
    if problem.norm.isSquare {
      let descent = SquareDescent(problem: problem, samples: samples)
      return distinct(valleys.filter { $0.sum <= 1.02 * first.sum }, count: 4).map {
        descent.minimum(from: $0.point)
      }
    }
    return suprema(valleys)
  }

  private func suprema(_ valleys: [LeastSquares.Valley]) -> [[Double]] {
    let minimax = Minimax(problem, samples)
    let ranked = distinct(
      valleys.map { valley in
        let supremum = samples.values(at: valley.point).map(samples.supremum) ?? .infinity
        return LeastSquares.Valley(point: valley.point, sum: supremum)
      }.sorted { $0.sum < $1.sum }, count: 6)
    let ends = ranked.map { minimax.minimum(from: $0.point) }.sorted { $0.value < $1.value }
    guard let least = ends.first?.value else { return [] }
    return ends.filter { $0.value <= least * (1 + 1e-6) }.map(\.point)
  }
}

// Plain numbers.
extension FitSearch {
  /// How much is left at a point, as far as it can be told at once.
  private func measure(_ point: [Double]) -> Double {
    guard problem.norm.isSquare else { return problem.distance(at: point) }
    return squares.residuals(point).map { LeastSquares.sum($0, $0).squareRoot() } ?? .infinity
  }

  /// A point with as few decimals as are as good.
  private func shortened(_ point: [Double]) -> [Double] {
    var (best, value) = (point, measure(point))
    let isMet = value <= 1e-12 * samples.size
    let most = isMet ? max(value, 1e-14 * samples.size) : value * (1 + 4e-16)
    for axis in point.indices {
      let (old, width) = (best[axis], problem.width(axis))
      // More digits of a smooth bottom are beyond what values tell, unless the functions meet.
      let near = (isMet ? 1e-7 : problem.norm.isSquare ? 1e-10 : 1e-6) * abs(old)
      let zero = (isMet ? 1e-9 : 1e-11) * min(width, 1)
      var plainer = [problem.box[axis].lowerBound, problem.box[axis].upperBound].filter {
        abs($0 - old) <= near
      }
      if abs(old) <= zero { plainer.append(0) }
      plainer += (1...(isMet ? 12 : 6)).map { old.rounded(toDigits: $0) }.filter {
        abs($0 - old) <= near
      }
      for other in plainer where problem.box[axis].contains(other) && other != old {
        let trial = measure(best.replaced(axis, by: other))
        // Squares on the samples are not those of the norm to the last digits.
        if trial <= most || !isMet && problem.norm.isSquare && trial <= value * (1 + 1e-9) {
          (best, value) = (best.replaced(axis, by: other), trial)
          break
        }
      }
    }
    return best
  }
}

extension Double {
  /// The double nearest to the number with so many decimal digits.
  func rounded(toDigits digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    let exponent = Int((Libm.log(magnitude) / 2.302585092994046).rounded(.down))
    let shift = digits - 1 - exponent
    guard shift.magnitude < 300 else { return self }
    let power = Libm.pow(10, Double(abs(shift)))
    let scaled = (shift > 0 ? self * power : self / power).rounded()
    guard scaled.magnitude < 0x1p60 else { return self }
    return Double("\(Int(scaled))e\(-shift)") ?? self
  }
}
