import Activations

/// Sine, cosine and tangent over an interval.
///
/// Between two points less than π apart a wave turns once at most, and does so where its slope has changed its sign;
/// the C library's values are good to an ulp however large the argument.
enum Wave {
  static func sine(_ u: Interval) -> Interval { wave(u, Libm.sin, slope: Libm.cos, exact: 0) }

  static func cosine(_ u: Interval) -> Interval {
    wave(u, Libm.cos, slope: { -Libm.sin($0) }, exact: nil)
  }

  static func tangent(_ u: Enclosure) -> Enclosure {
    guard !u.range.isEmpty else { return u }
    let (low, high) = (Libm.cos(u.range.low), Libm.cos(u.range.high))
    guard isShort(u.range), low * high > 0 else { return .unknown }
    return u.map { $0.rising(2, exact: 0, Libm.tan) }
  }

  /// Whether an interval is shorter than π.
  private static func isShort(_ u: Interval) -> Bool { u.isBounded && u.high - u.low < 3.14 }

  private static func wave(
    _ u: Interval, _ value: (Double) -> Double, slope: (Double) -> Double, exact: Double?
  ) -> Interval {
    guard !u.isEmpty else { return u }
    guard isShort(u) else { return .signs }
    func end(_ x: Double) -> Interval {
      x == exact ? Interval(value(x)) : Interval(value(x)).widened(by: 2)
    }
    var range = end(u.low).hull(end(u.high))
    let (left, right) = (slope(u.low), slope(u.high))
    if left >= 0, right <= 0 { range.high = 1 }
    if left <= 0, right >= 0 { range.low = -1 }
    return range.intersection(.signs)
  }
}
