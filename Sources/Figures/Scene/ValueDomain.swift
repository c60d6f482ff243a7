import Activations

/// The y-domain of a panel: holds every finite value with a small margin and ends on round numbers.
enum ValueDomain {
  /// How much of the values' range stays free above and below, at least.
  private static let margin = 0.03

  /// The domain of curves over the part of their points that lies in the x-domain.
  static func holding(
    _ curves: [Curve], over xDomain: ClosedRange<Double>, scale: ScaleKind = .linear
  ) -> ClosedRange<Double> {
    let least = scale.least
    var low = Double.infinity
    var high = -Double.infinity
    for curve in curves {
      for segment in curve.segments {
        for point in segment where point.isFinite && xDomain.contains(point.x) {
          if point.y < least { continue }
          low = min(low, point.y)
          high = max(high, point.y)
        }
      }
    }
    guard low <= high else { return scale.emptyDomain }
    return around(low, high, scale: scale)
  }

  /// A domain around the values from `low` to `high` of an axis.
  static func around(_ low: Double, _ high: Double, scale: ScaleKind) -> ClosedRange<Double> {
    switch scale {
    case .linear: around(low, high)
    case .log, .symlog: around(low, high, on: scale)
    }
  }

  /// A round domain around the values from `low` to `high`.
  static func around(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let size = max(abs(low), abs(high))
    // A function that is constant up to rounding is shown as constant, not as noise.
    if high - low <= 16 * size.ulp { return around(constant: low) }
    let span = high / 2 - low / 2
    let padding = 2 * span * margin
    // Ends on multiples of the step below a tenth: close to the values, still round.
    guard let step = DecimalStep.atMost(span / 5) else { return around(constant: low) }
    return rounded(low - padding, high + padding, to: step)
  }

  /// A domain with the same margin above and below on a scale that bends; its ends are not round.
  private static func around(
    _ low: Double, _ high: Double, on scale: ScaleKind
  ) -> ClosedRange<Double> {
    let transform = scale.transform
    let (first, last) = (transform.forward(low), transform.forward(high))
    let padding = last > first ? (last - first) * margin : 1
    let largest = Double.greatestFiniteMagnitude
    return max(
      transform.inverse(first - padding), scale.least)...min(
        transform.inverse(last + padding), largest)
  }

  private static func around(constant value: Double) -> ClosedRange<Double> {
    guard abs(value) >= .leastNormalMagnitude, let step = DecimalStep.atMost(abs(value) / 5) else {
      return ScaleKind.linear.emptyDomain
    }
    return value > 0 ? rounded(0, 2 * value, to: step) : rounded(2 * value, 0, to: step)
  }

  private static func rounded(
    _ low: Double, _ high: Double, to step: DecimalStep
  ) -> ClosedRange<Double> {
    let largest = Double.greatestFiniteMagnitude
    let low = max(low, -largest)
    let high = min(high, largest)
    guard let first = step.index(atMost: low), let last = step.index(atLeast: high) else {
      return low...high
    }
    return max(step.value(at: first) + 0, -largest)...min(step.value(at: last) + 0, largest)
  }
}

extension ClosedRange<Double> {
  /// A fitted domain that holds values too: an end beyond which one lies moves out as if it had been among those fitted.
  package func holding(_ values: [Double], scale: ScaleKind) -> ClosedRange<Double> {
    let values = values.filter { $0.isFinite && $0 >= scale.least }
    guard let least = values.min(), let most = values.max(), least < lowerBound || most > upperBound
    else { return self }
    let wide = ValueDomain.around(
      Swift.min(lowerBound, least), Swift.max(upperBound, most), scale: scale)
    return
      (least < lowerBound ? wide.lowerBound : lowerBound)...(most > upperBound
      ? wide.upperBound : upperBound)
  }
}
