import Activations

/// A place at which a function leaves all bounds.
public struct Pole: Equatable, Sendable {
  /// Where it is, or the double next to it.
  public let x: Double
  /// The limit from the left: −∞ or ∞, a number where the pole is on the other side alone, NaN where there are no values.
  public let left: Double
  /// The limit from the right, likewise.
  public let right: Double
  /// The power p with which it grows, |x − x₀|⁻ᵖ; nil where it is no such power, as of a logarithm.
  public let order: Double?

  init(x: Double, left: Double, right: Double, order: Double?) {
    (self.x, self.left, self.right, self.order) = (x, left, right, order)
  }

  init(_ place: Break, values: ([Double]) -> [Double]) {
    x = place.x
    left = place.left.limit
    right = place.right.limit
    let side: Double = if case .pole = place.right { 1 } else { -1 }
    let unit = side * (place.x == 0 ? 0x1p-40 : place.x.magnitude * 0x1p-13)
    let ys = values([0x1p-20, 0x1p-10, 1].map { place.x + unit * $0 }).map(abs)
    let powers = zip(ys, ys.dropFirst()).map { Libm.log($0 / $1) / (10 * 0.6931471805599453) }
    // Far more digits than a power has that somebody writes.
    let simple = (1000 * powers[0]).rounded() / 1000
    order = powers.allSatisfy { abs($0 - simple) < 2e-4 } && simple > 0 ? simple : nil
  }
}

extension Break.Side {
  /// What is approached; NaN where that is nothing, or not known.
  var limit: Double {
    switch self {
    case .limit(let value): value
    case .pole(let sign): sign < 0 ? -.infinity : .infinity
    case .undefined, .undecided: .nan
    }
  }
}
