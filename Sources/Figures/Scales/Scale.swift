import Activations

/// Maps data units to pixels.
package struct Scale: Sendable {
  /// The data shown, from its lower to its upper end.
  package let domain: ClosedRange<Double>
  /// The pixel of the domain's lower end.
  package let start: Double
  /// The pixel of the domain's upper end; less than `start` where the axis points up.
  package let end: Double

  /// Which kind of scale it is: what its ticks depend on.
  package let kind: ScaleKind

  private let transform: Transform
  private let origin: Double
  private let span: Double
  /// Halves keep a span that no double holds, such as -1e308 to 1e308, finite.
  private let unit: Double

  /// Places a domain on the pixels from `start` to `end`.
  package init(
    domain: ClosedRange<Double>, start: Double, end: Double, kind: ScaleKind = .linear
  ) {
    self.kind = kind
    let transform = kind.transform
    self.domain = domain
    self.start = start
    self.end = end
    self.transform = transform
    let low = transform.forward(domain.lowerBound)
    let high = transform.forward(domain.upperBound)
    unit = (high - low).isFinite ? 1 : 0.5
    origin = low * unit
    span = high * unit - origin
  }

  /// The pixel of a value; NaN for NaN, the middle for every value of a domain without width.
  ///
  /// Kept within a million million pixels, far enough to be off any canvas at the right slope and near
  /// enough to compute with.
  package func position(_ value: Double) -> Double {
    let value = transform.forward(value)
    if value.isNaN { return .nan }
    let fraction = span == 0 ? 0.5 : (value * unit - origin) / span
    let position = start + fraction * (end - start)
    return min(max(position, -1e12), 1e12)
  }

  /// The value at a pixel.
  package func value(at position: Double) -> Double {
    let fraction = end == start ? 0.5 : (position - start) / (end - start)
    return transform.inverse((origin + fraction * span) / unit)
  }
}
