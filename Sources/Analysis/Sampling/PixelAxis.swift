import Activations

/// An axis in pixels: where a number stands on it, and how many pixels belong to a unit there.
package struct PixelAxis {
  /// What it shows, in data units.
  package let domain: ClosedRange<Double>
  /// Its length in pixels.
  package let length: Double
  /// How it is bent; nil for one that is not.
  let transform: Transform?
  /// What bent numbers are multiplied by before they are subtracted, see ``ClosedRange/binaryUnit``.
  private let unit: Double
  private let start: Double
  private let span: Double

  /// Farther from the axis than this nothing is told apart, in pixels.
  static let horizon = 1e9

  package init(_ domain: ClosedRange<Double>, length: Double, transform: Transform? = nil) {
    self.domain = domain
    self.length = length
    self.transform = transform
    let forward = transform?.forward ?? { $0 }
    let (low, high) = (forward(domain.lowerBound), forward(domain.upperBound))
    unit = low < high ? (low...high).binaryUnit : 1
    start = low * unit
    span = high * unit - start
  }

  /// The pixel of a number, counted from the axis' lower end, at most the horizon away; NaN for NaN.
  ///
  /// What an axis does not show because it lies below all that it shows, such as −1 on a logarithmic one, is below.
  func position(_ value: Double) -> Double {
    let bent = transform?.forward(value) ?? value
    if bent.isNaN { return value.isNaN ? .nan : -Self.horizon }
    guard span > 0 else { return length / 2 }
    return Swift.min(
      Swift.max((bent * unit - start) / span * length, -Self.horizon), Self.horizon)
  }

  /// The number at a pixel.
  func value(at position: Double) -> Double {
    let bent = (start + position / length * span) / unit
    return transform?.inverse(bent) ?? bent
  }

  /// Pixels to a data unit at a number, over another axis' pixels to its unit there: the factor from a slope in data units to
  /// one in pixels.
  func slope(at y: Double, over axis: PixelAxis, at x: Double) -> Double {
    let bend = (transform?.slope(y) ?? 1) / (axis.transform?.slope(x) ?? 1)
    guard span > 0, axis.span > 0 else { return .nan }
    return bend * (length / axis.length) * (axis.span / span) * (unit / axis.unit)
  }

  /// A number a share of the way from one to another, as the eye sees it, and never outside of the two.
  func between(_ a: Double, _ b: Double, _ share: Double) -> Double {
    guard let transform else { return a * (1 - share) + b * share }
    let bent = transform.forward(a) * (1 - share) + transform.forward(b) * share
    return Swift.min(Swift.max(transform.inverse(bent), a), b)
  }
}

/// What a picture shows of the plane: both axes in pixels.
struct Frame {
  /// From left to right.
  let x: PixelAxis
  /// From bottom to top.
  let y: PixelAxis

  /// How far outside a line is still drawn, in pixels: its width has room in it.
  static let margin = 24.0

  /// The nearest place that is seen.
  func seen(_ position: Double) -> Double {
    position.isNaN ? position : min(max(position, 0), y.length)
  }

  /// 1 above what is seen, −1 below it, 0 within; NaN is within.
  func side(_ position: Double) -> Int {
    position > y.length + Self.margin ? 1 : position < -Self.margin ? -1 : 0
  }
}
