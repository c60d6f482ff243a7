/// The symmetries of a function, tried over 12 decades of x to a few ulp.
public struct Symmetry: Equatable, Sendable {
  /// Whether H(x) + H(−x) = 1 for the gate H = f/x, which must be finite at 0 and go from 0 to 1.
  public let isGateSymmetric: Bool
  /// Whether f(x) − f(−x) = x, as for relu: so it is where the gate is symmetric, and for softplus.
  public let isReluLike: Bool
  /// Whether f(−x) = −f(x).
  public let isOdd: Bool
  /// Whether f(−x) = f(x).
  public let isEven: Bool

  init(_ activation: any Activation, ends: (left: End, right: End)) {
    let xs = stride(from: -20.0, through: 20, by: 0.25).map { Libm.exp(0.6931471805599453 * $0) }
    let right = activation.columns([.f], at: xs)[0]
    let left = activation.columns([.f], at: xs.map { -$0 })[0]
    let triples = zip(xs, zip(right, left))
    func holds(_ rest: (Double, Double, Double) -> Double) -> Bool {
      triples.allSatisfy { x, values in
        let size = max(abs(values.0), abs(values.1))
        return abs(rest(x, values.0, values.1)) <= 0x1p-48 * size
      }
    }
    let gate = (activation as? any Gate)?.isSymmetric
    let isReluLike =
      gate
      ?? triples.allSatisfy { x, values in
        abs(values.0 - values.1 - x) <= 0x1p-48 * max(x, abs(values.0), abs(values.1))
      }
    self.isReluLike = isReluLike
    isGateSymmetric =
      isReluLike && activation.value(at: 0) == 0 && ends.left.slope == 0 && ends.right.slope == 1
    isOdd = holds { $1 + $2 }
    isEven = holds { $1 - $2 }
  }
}
