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

  /// The value or a derivative, by its order.
  @inline(__always)
  func component(_ order: Int) -> Double { order == 0 ? value : order == 1 ? first : second }

  /// Puts a jet together from f, f′ and f″.
  @inline(__always)
  public init(_ value: Double, _ first: Double, _ second: Double) {
    self.value = value
    self.first = first
    self.second = second
  }
}
