import Activations

/// How high and low a graph goes over a domain of any size, and its integrals: between its poles, jumps and edges.
struct Bounds {
  private let trace: Trace
  private let slope: Trace
  private let domain: ClosedRange<Double>
  private let pieces: [SolidPiece]
  private let breaks: [Break]

  /// The bounds of a graph whose exact slope is given.
  init(_ trace: Trace, slope: Trace, over domain: ClosedRange<Double>) {
    self.trace = trace
    self.slope = slope
    self.domain = domain
    let solid = SolidPieces(trace, over: domain, isProved: true)
    (pieces, breaks) = (solid.pieces, solid.breaks)
  }

  /// The bounds of a graph that breaks nowhere but where it says so itself.
  init(plain trace: Trace, slope: Trace, over domain: ClosedRange<Double>) {
    self.trace = trace
    self.slope = slope
    self.domain = domain
    pieces = trace.pieces(of: domain).map { SolidPiece(range: $0) }
    breaks = []
  }

  /// The largest value and where it is, or with `sign` −1 the smallest; of equal ones the leftmost.
  ///
  /// It is infinite at a pole of that sign, and where the value overflows.
  func maximum(sign: Double = 1) -> Extremum { maximum(sign: sign, at: knots) }

  /// Where each piece is looked at first.
  private var knots: [[Double]] {
    pieces.map { trace.scaledKnots(over: $0.range, of: domain, count: 1024) }
  }

  private func maximum(sign: Double, at knots: [[Double]]) -> Extremum {
    let wanted = sign < 0 ? -1 : 1
    let pole = breaks.first {
      $0.left == .pole(sign: wanted) || $0.right == .pole(sign: wanted)
    }
    if let pole { return Extremum(x: pole.x, value: sign * .infinity, isAttained: false) }
    var best = Extremum(x: domain.lowerBound, value: -.infinity)
    for (piece, knots) in zip(pieces, knots) {
      let top = trace.maximum(over: piece.range, slope: slope, sign: sign, knots: knots)
      // A rounding error is no reason to prefer the mirror image on the right.
      let margin = abs(best.value) * 0x1p-36
      if sign * top.value > best.value + (margin.isFinite ? margin : 0) {
        best = Extremum(x: place(top.x), value: sign * top.value)
      }
    }
    guard best.value > -.infinity else { return Extremum(x: .nan, value: .nan) }
    // No minimum is minus zero.
    return Extremum(x: best.x, value: sign * best.value + 0)
  }

  /// The place of a break of which a point is the last double.
  private func place(_ x: Double) -> Double {
    breaks.first { $0.place.contains(x) }?.x ?? x
  }

  /// The supremum of the absolute value and where it is; of equal ones the leftmost.
  func supremum() -> Extremum {
    let knots = knots
    let (high, low) = (maximum(sign: 1, at: knots), maximum(sign: -1, at: knots))
    let margin = high.value.isFinite ? 0x1p-36 * abs(high.value) : 0
    let isTie =
      abs(high.value) == abs(low.value) || abs(abs(high.value) - abs(low.value)) <= margin
    let isHigh = isTie ? high.x < low.x : abs(high.value) > abs(low.value)
    let extremum = isHigh ? high : low
    return Extremum(x: extremum.x, value: abs(extremum.value), isAttained: extremum.isAttained)
  }

  /// ∫ y²·weight over the domain; infinite where a pole is too steep.
  func integralOfSquare(weight: (Double) -> Double = { _ in 1 }) -> Double {
    if breaks.contains(where: { !hasSquare(at: $0) }) { return .infinity }
    return pieces.reduce(0) { sum, piece in
      var knots = trace.scaledKnots(over: piece.range, of: domain, count: 16)
      knots += ladder(piece.left, 1, piece.range) + ladder(piece.right, -1, piece.range)
      return sum
        + Quadrature.integral(over: Set(knots).sorted()) { xs in
          zip(xs, trace.values(xs)).map { $1 * $1 * weight($0) }
        }
    }
  }

  /// Whether the square of the graph can be integrated over a break: it grows less than 1/√distance.
  private func hasSquare(at place: Break) -> Bool {
    let sides = [(place.left, -1.0), (place.right, 1.0)]
    return sides.allSatisfy { side, sign in
      guard case .pole = side else { return true }
      let unit = sign * (place.x == 0 ? 0x1p-60 : place.x.magnitude * 0x1p-20)
      let ys = trace.values([place.x + unit * 0x1p-20, place.x + unit]).map(abs)
      return Libm.log(ys[0] / ys[1]) / (20 * 0.6931471805599453) < 0.499
    }
  }

  /// Points ever nearer to a break.
  private func ladder(
    _ place: Break?, _ side: Double, _ piece: ClosedRange<Double>
  ) -> [Double] {
    guard let place else { return [] }
    let half = min(1, piece.upperBound / 2 - piece.lowerBound / 2)
    return (1...(place.x == 0 ? 200 : 50)).map {
      place.x + side * half * Double(sign: .plus, exponent: -$0, significand: 1)
    }.filter { piece.contains($0) }
  }
}

extension Trace {
  /// The difference of two graphs for measures: what their rounding leaves of equal values is 0.
  ///
  /// - Parameter ulps: By how many ulp of the larger value they may differ for it.
  init(_ trace: Trace, minus other: Trace, below ulps: Double) {
    self.init(Trace(trace, minus: other)) { xs in
      zip(trace.values(xs), other.values(xs)).map { a, b in
        let difference = a - b
        return difference.magnitude <= ulps * max(a.magnitude, b.magnitude).ulp ? 0 : difference
      }
    }
  }
}
