import Activations

/// A kind of point that is worth a mark on a graph.
public enum Feature: String, CaseIterable, Sendable {
  /// Where the graph is lowest over the domain, unless that is at an end or all along a stretch.
  case minimum
  /// Where it is highest, likewise.
  case maximum
  /// Where it is 0 without being so all along a stretch.
  case zero
  /// Where it changes from bending one way to bending the other, corners left out.
  case inflection
  /// Where it is not smooth.
  case kink
}

/// A point of a graph that was found, with all that it is.
public struct FeaturePoint: Equatable, Sendable {
  /// What it is, in the order asked for.
  public var features: [Feature]
  /// Where it is, in data units.
  public var x: Double
  /// The value there.
  public var y: Double
}

extension Trace {
  /// The points of the asked kinds within a domain, from left to right.
  ///
  /// Zeros, and extrema and inflections where the derivative that is zero there is given, are bisected to
  /// the last digit; extrema without a slope are searched for by values alone and have half of their
  /// digits. Inflections need the curvature.
  ///
  /// - Parameters:
  ///   - features: The kinds; a point that is of several is told once.
  ///   - domain: The x-range, in data units.
  ///   - slope: The derivative of the trace, exact.
  ///   - curvature: The derivative of the slope, exact.
  public func features(
    _ features: [Feature], over domain: ClosedRange<Double>, slope: Trace?, curvature: Trace?
  ) -> [FeaturePoint] {
    var found: [FeaturePoint] = []
    for feature in features {
      for place in places(of: feature, over: domain, slope: slope, curvature: curvature) {
        let (x, y) = (place.x, place.y + 0)
        // At a jump there are several points over one another; elsewhere values differ by rounding alone.
        if let index = found.firstIndex(where: { $0.x == x && ($0.y == y || !jumps.contains(x)) }) {
          if !found[index].features.contains(feature) { found[index].features.append(feature) }
        } else if y.isFinite {
          found.append(FeaturePoint(features: [feature], x: x + 0, y: y))
        }
      }
    }
    return found.sorted { $0.x < $1.x }
  }

  /// How many intervals of a domain are searched: a wave as short as a tenth of them is still seen.
  private static let featureIntervals = 256

  private func places(
    of feature: Feature, over domain: ClosedRange<Double>, slope: Trace?, curvature: Trace?
  ) -> [Point] {
    func points(_ xs: [Double]) -> [Point] { zip(xs, values(xs)).map { Point(x: $0, y: $1) } }
    switch feature {
    case .minimum: return extremum(over: domain, slope: slope, sign: -1).map { [$0] } ?? []
    case .maximum: return extremum(over: domain, slope: slope, sign: 1).map { [$0] } ?? []
    // What is left at a zero is a rounding error.
    case .zero: return signChanges(over: domain).zeros.map { Point(x: $0, y: 0) }
    case .inflection:
      return points(curvature.map { inflections(over: domain, slope: slope, $0) } ?? [])
    case .kink: return points(Set(jumps + corners).filter(domain.contains).sorted())
    }
  }

  /// The largest value (or the smallest, with `sign` −1) and its place if it stands alone within the domain; at a jump
  /// the limit from its side.
  private func extremum(over domain: ClosedRange<Double>, slope: Trace?, sign: Double) -> Point? {
    let best =
      slope.map { slope in
        let extremum = maximum(
          over: domain, slope: slope, sign: sign, count: Self.featureIntervals)
        return Point(x: extremum.x, y: extremum.value)
      } ?? summit(over: domain, sign: sign).map { Point(x: $0, y: value(at: $0)) }
    let reach = (domain.upperBound / 2 - domain.lowerBound / 2) / 512
    guard let best, best.x - domain.lowerBound > reach / 64,
      domain.upperBound - best.x > reach / 64, best.y.isFinite
    else { return nil }
    let beside = values([
      max(domain.lowerBound, best.x - reach), min(domain.upperBound, best.x + reach),
    ])
    return !beside.contains(best.y) && !isPassed(best, reach, sign) ? best : nil
  }

  /// Whether the graph goes beyond a value right beside its place, as it does towards a pole.
  private func isPassed(_ best: Point, _ reach: Double, _ sign: Double) -> Bool {
    let steps = (0..<44).map { reach * Double(sign: .plus, exponent: -$0, significand: 1) }
    let beside = values(steps.flatMap { [best.x - $0, best.x + $0] })
    let margin = 1e-9 * best.y.magnitude
    return beside.contains { sign * $0 > sign * best.y + margin }
  }

  /// The highest point by values alone: of a grid, then between its neighbours by golden section.
  private func summit(over domain: ClosedRange<Double>, sign: Double) -> Double? {
    let xs = pieces(of: domain).flatMap {
      knots(over: $0, of: domain, count: Self.featureIntervals)
    }
    let ys = values(xs).map { $0.isNaN ? -.infinity : sign * $0 }
    guard let top = ys.indices.max(by: { ys[$0] < ys[$1] }), ys[top].isFinite else { return nil }
    var (low, high) = (xs[max(0, top - 1)], xs[min(xs.count - 1, top + 1)])
    let ratio = 0.6180339887498949
    for _ in 0..<64 {
      let (a, b) = (high - ratio * (high - low), low + ratio * (high - low))
      if sign * value(at: a) < sign * value(at: b) { low = a } else { high = b }
    }
    let middle = low / 2 + high / 2
    let best = sign * value(at: middle) > ys[top] ? middle : xs[top]
    // Half of the digits are known: within them a place that the trace itself tells of is the place.
    let slack = 1e-7 * max(best.magnitude, (domain.upperBound / 2 - domain.lowerBound / 2) / 16)
    let known = (landmarks + corners).filter { abs($0 - best) <= slack }
    return known.first { sign * value(at: $0) >= sign * value(at: best) } ?? best
  }

  /// Where the curvature changes its sign, between points or from one side of its jump to the other.
  private func inflections(
    over domain: ClosedRange<Double>, slope: Trace?, _ curvature: Trace
  ) -> [Double] {
    let changes = curvature.signChanges(over: domain)
    let corners = slope?.jumps ?? []
    return (changes.crossings + changes.jumps.filter { !corners.contains($0) }).sorted()
  }

  /// Zeros that stand alone, those of them where the sign changes, and jumps across zero.
  private func signChanges(over domain: ClosedRange<Double>) -> (
    zeros: [Double], crossings: [Double], jumps: [Double]
  ) {
    var changes: (zeros: [Double], crossings: [Double], jumps: [Double]) = ([], [], [])
    var before: Double?
    for piece in pieces(of: domain) {
      let xs = knots(over: piece, of: domain, count: Self.featureIntervals)
      let ys = values(xs)
      let known = ys.indices.filter { abs(ys[$0]) > 0 }
      if let before, let first = known.first, before * ys[first].sign1 < 0 {
        changes.jumps += jumps.filter { $0 < piece.lowerBound }.suffix(1)
      }
      for (i, j) in zip(known, known.dropFirst()) where j <= i + 2 {
        let isCrossing = (ys[i] > 0) != (ys[j] > 0)
        guard isCrossing || j == i + 2 else { continue }
        guard let x = j == i + 2 ? xs[i + 1] : nearestZero(between: xs[i], xs[j]) else { continue }
        changes.zeros.append(x)
        if isCrossing { changes.crossings.append(x) }
      }
      before = known.last.map { ys[$0].sign1 }
    }
    return changes
  }

  /// The one of two neighbouring doubles around a sign change that is nearer to zero; nil where the graph leaps
  /// from one sign to the other, as over a pole.
  private func nearestZero(between a: Double, _ b: Double) -> Double? {
    let x = zero(between: a, b)
    let sizes = values([a, b, x, x.nextUp]).map(abs)
    if sizes[2] == 0 { return x }
    guard sizes[2] + sizes[3] < Self.leap * (sizes[0] + sizes[1]) else { return nil }
    return sizes[3] < sizes[2] ? x.nextUp : x
  }

  /// Between neighbouring doubles no graph that is continuous falls by so large a share of what it falls in all.
  private static let leap = 0.001
}

extension Double {
  /// −1 or 1.
  fileprivate var sign1: Double { self < 0 ? -1 : 1 }
}
