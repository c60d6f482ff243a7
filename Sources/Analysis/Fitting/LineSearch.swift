/// Finds the lowest value of a function of one variable in an interval with one valley.
enum LineSearch {
  /// The place by golden section, to as many digits as the values tell; an end where that is lower.
  static func minimum(
    over range: ClosedRange<Double>, tolerance: Double = 1e-14, of function: (Double) -> Double
  ) -> Double {
    let ratio = 0.6180339887498949
    var (low, high) = (range.lowerBound, range.upperBound)
    var inner = (high - ratio * (high - low), low + ratio * (high - low))
    var values = (function(inner.0), function(inner.1))
    var best = [low, high].map { ($0, function($0)) }
    best += [(inner.0, values.0), (inner.1, values.1)]
    for _ in 0..<90 where high - low > tolerance * max(low.magnitude, high.magnitude) {
      if values.0 <= values.1 {
        (high, inner.1, values.1) = (inner.1, inner.0, values.0)
        inner.0 = high - ratio * (high - low)
        values.0 = function(inner.0)
        best.append((inner.0, values.0))
      } else {
        (low, inner.0, values.0) = (inner.0, inner.1, values.1)
        inner.1 = low + ratio * (high - low)
        values.1 = function(inner.1)
        best.append((inner.1, values.1))
      }
    }
    return best.filter { !$0.1.isNaN }.min { $0.1 < $1.1 }?.0 ?? low
  }

  /// The place near a start at which the slope of a smooth function is 0, by differences of fourth order: the values themselves
  /// tell but half of its digits.
  static func stationary(
    near start: Double, step: Double, in range: ClosedRange<Double>, of function: (Double) -> Double
  ) -> Double {
    func slope(_ x: Double) -> Double {
      let near = function(x + step) - function(x - step)
      return (8 * near - (function(x + 2 * step) - function(x - 2 * step))) / (12 * step)
    }
    var points = (start, start + step / 4)
    var slopes = (slope(points.0), slope(points.1))
    for _ in 0..<8 {
      let next = points.1 - slopes.1 * (points.1 - points.0) / (slopes.1 - slopes.0)
      guard next.isFinite, abs(next - start) < step, range.contains(next - 2 * step),
        range.contains(next + 2 * step)
      else { return start }
      (points.0, slopes.0) = (points.1, slopes.1)
      (points.1, slopes.1) = (next, slope(next))
      if abs(points.1 - points.0) <= 1e-13 * abs(points.1) { break }
    }
    return points.1
  }
}
