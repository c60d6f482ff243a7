/// A function's value with its first and second derivative at one x.
///
/// The derivatives are those of an exact formula, never differences. Where the function has a kink
/// or a jump, each component is the mean of its limits from the left and from the right, as
/// H(0) = ½ is for Heaviside's step.
public struct Jet: Equatable, Sendable {
  /// The value f(x).
  public var value: Double
  /// The slope f′(x).
  public var first: Double
  /// The curvature f″(x).
  public var second: Double

  /// Puts a jet together from f, f′ and f″.
  @inline(__always)
  public init(_ value: Double, _ first: Double, _ second: Double) {
    self.value = value
    self.first = first
    self.second = second
  }
}

/// A gate's value H, its density H′ and the density's slope H″ at one x.
///
/// Far in a tail H and its derivatives underflow while x·H is still a normal number. So they come
/// divided by powers of two, which are applied last.
public struct GateJet: Equatable, Sendable {
  /// H / `valueScale`.
  public var value: Double
  /// H′ / `scale`.
  public var first: Double
  /// H″ / `scale`.
  public var second: Double
  /// The factor of the derivatives: 1, or 2⁻¹⁰²² far in a tail.
  public var scale: Double
  /// The factor of the value: `scale` in the tail where H tends to 0, 1 where it tends to 1.
  public var valueScale: Double

  /// Puts a gate's jet together from H, H′ and H″, each divided by `scale`.
  @inline(__always)
  public init(_ value: Double, _ first: Double, _ second: Double, scale: Double = 1) {
    self.init(value, first, second, scale: scale, valueScale: scale)
  }

  /// Puts a gate's jet together from H and its derivatives, divided by different factors.
  @inline(__always)
  public init(
    _ value: Double, _ first: Double, _ second: Double, scale: Double, valueScale: Double
  ) {
    self.value = value
    self.first = first
    self.second = second
    self.scale = scale
    self.valueScale = valueScale
  }

  /// Heaviside's step at x: what every gate is, to the last digit, far from 0.
  @inline(__always)
  static func step(_ x: Double) -> GateJet {
    guard !x.isNaN else { return GateJet(x, x, x) }
    return GateJet(x > 0 ? 1 : x < 0 ? 0 : 0.5, 0, 0)
  }

  /// H, H′ and H″ with their factors applied: the gate as a function of its own.
  @inline(__always)
  var asJet: Jet { Jet(gate, density, second * scale) }

  /// H with its factor applied.
  @inline(__always)
  var gate: Double { value * valueScale }

  /// H′ with its factor applied.
  @inline(__always)
  var density: Double { first * scale }

  /// The activation f = x·H by the product rule: f′ = H + x·H′ and f″ = 2·H′ + x·H″.
  ///
  /// At 0 the last term is 0 even where a steep gate's H″ has overflowed.
  @inline(__always)
  func product(with x: Double) -> Jet {
    Jet(
      x * value * valueScale,
      value * valueScale + x * first * scale,
      (2 * first + (x == 0 ? 0 : x * second)) * scale
    )
  }
}
