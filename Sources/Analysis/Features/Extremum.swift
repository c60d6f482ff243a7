import Activations

/// The least or the greatest value of a graph: over a domain, or over the line, where it may only be approached.
public struct Extremum: Equatable, Sendable {
  /// Where it is, in data units: the leftmost of equal ones over a domain, the nearest to the origin over the line;
  /// ±∞ where it is approached there.
  public var x: Double
  /// The value there.
  public var value: Double
  /// Whether the function takes the value, for a slope also as a one-sided one, or only comes near.
  public var isAttained = true
  /// From which side the value is approached at a finite place, −1 for the left; 0 where it is a value there, or a limit from both.
  public var side = 0
  /// The stretch of the line that shares the value; nil where the place is isolated.
  public var plateau: SignInterval?

  /// Makes an extremum of its place and value.
  public init(
    x: Double, value: Double, isAttained: Bool = true, side: Int = 0, plateau: SignInterval? = nil
  ) {
    self.x = x
    self.value = value
    self.isAttained = isAttained
    self.side = side
    self.plateau = plateau
  }
}

extension Trace {
  /// The largest value over a piece without jumps, found from knots of it; −∞ (∞ for a smallest one) where there is none.
  ///
  /// Every rise and fall between the knots is followed up: where the slope changes sign its zero is bisected to the last digit. Of
  /// equal values the leftmost counts.
  ///
  /// - Parameters:
  ///   - slope: The derivative of the trace, exact.
  ///   - sign: -1 finds the smallest value instead.
  func maximum(
    over piece: ClosedRange<Double>, slope: Trace, sign: Double, knots: [Double]
  ) -> Extremum {
    var best = Extremum(x: piece.lowerBound, value: -.infinity)
    let candidates = candidates(over: piece, at: knots, slope: slope, sign: sign)
    for (x, value) in zip(candidates, values(candidates)) {
      let margin = abs(best.value) * 0x1p-36
      if sign * value > best.value + (margin.isFinite ? margin : 0) {
        best = Extremum(x: x, value: sign * value)
      }
    }
    best.value *= sign
    return best
  }

  /// Where a maximum can be: the ends, the corners, and where the slope is or passes through 0.
  private func candidates(
    over piece: ClosedRange<Double>, at xs: [Double], slope: Trace, sign: Double
  ) -> [Double] {
    let slopes = slope.values(xs).map { $0 * sign }
    var candidates = [piece.lowerBound, piece.upperBound]
    candidates += corners.filter { piece.contains($0) }
    for index in xs.indices {
      if !(abs(slopes[index]) > 0) { candidates.append(xs[index]) }
      if index + 1 < xs.count, slopes[index] > 0, slopes[index + 1] < 0 {
        candidates.append(slope.zero(between: xs[index], xs[index + 1]))
      }
    }
    return candidates.sorted()
  }

  /// The zero between two points of opposite sign; of two neighbours the left.
  func zero(between a: Double, _ b: Double) -> Double {
    Bisection.signChange(between: a, and: b) { value(at: $0).signum }.lowerBound
  }
}
