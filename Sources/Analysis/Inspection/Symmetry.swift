import Activations

/// The symmetries of a function, tried over 12 decades of x, and at its landmarks, to a few ulp.
public struct Symmetry: Equatable, Sendable {
  /// Whether H(x) + H(−x) = 1 for the gate H = f/x, which must be finite at 0 and go from 0 to 1.
  public let isGateSymmetric: Bool
  /// Whether f(−x) = −f(x).
  public let isOdd: Bool
  /// Whether f(−x) = f(x).
  public let isEven: Bool

  init(_ activation: any Activation, isGateSymmetric: Bool) {
    self.isGateSymmetric = isGateSymmetric
    isOdd = Self.holds(activation) { $1 == -$2 ? 0 : $1 + $2 }
    isEven = Self.holds(activation) { $1 == $2 ? 0 : $1 - $2 }
  }

  /// Whether f(x) − f(−x) = x, as for relu: so it is where the gate is symmetric, and for softplus.
  static func isReluLike(_ activation: any Activation) -> Bool {
    activation.gated?.isSymmetric ?? holds(activation) { $1 - $2 - $0 }
  }

  /// Whether an expression in x, f(x) and f(−x) is 0 up to rounding.
  private static func holds(
    _ activation: any Activation, _ rest: (Double, Double, Double) -> Double
  ) -> Bool {
    let ladder = stride(from: -20.0, through: 20, by: 0.25).map {
      Libm.exp(0.6931471805599453 * $0)
    }
    let places = (activation.landmarks + activation.kinks.map(\.x)).filter(\.isFinite).map(abs)
    let xs = ladder + places.prefix(64).flatMap { [$0, $0 * 1.01, $0 * 0.99, $0 + 0.5] }
    let right = activation.columns([.f], at: xs)[0]
    let left = activation.columns([.f], at: xs.map { -$0 })[0]
    guard zip(right, left).contains(where: { !$0.isNaN || !$1.isNaN }) else { return false }
    return zip(xs, zip(right, left)).allSatisfy { x, values in
      // What has no value here may have none there.
      if values.0.isNaN && values.1.isNaN { return true }
      let size = max(abs(values.0), abs(values.1))
      return abs(rest(x, values.0, values.1)) <= 0x1p-48 * size
    }
  }
}
