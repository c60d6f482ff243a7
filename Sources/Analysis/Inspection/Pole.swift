import Activations
import Exact

/// A place at which a function leaves all bounds.
public struct Pole: Equatable, Sendable {
  /// Where it is, or the double next to it.
  public let x: Double
  /// The limit from the left: −∞ or ∞, a number where the pole is on the other side alone, NaN where there are no values.
  public let left: Double
  /// The limit from the right, likewise.
  public let right: Double
  /// The power p with which it grows, |x − x₀|⁻ᵖ; nil where it is no such power.
  public let order: Double?
  /// Whether it grows as a logarithm does, slower than any power.
  public let isLogarithmic: Bool
  /// Whether it grows faster than any power.
  public let isEssential: Bool

  init(x: Double, left: Double, right: Double, order: Double?) {
    (self.x, self.left, self.right, self.order) = (x, left, right, order)
    (isLogarithmic, isEssential) = (false, false)
  }

  /// A pole with the order that its series tells, else as far as values beside it do.
  init(_ place: Break, passage: Passage?, values: ([Double]) -> [Double]) {
    x = place.x
    left = place.left.limit
    right = place.right.limit
    let sides = [passage?.left, passage?.right]
    isEssential = sides.contains {
      if case .essential = $0 { true } else { false }
    }
    // A sum of poles is as great as the greatest.
    let powers = sides.compactMap { side -> Double? in
      if case .pole(let power, let logarithms, _) = side {
        logarithms == 0 || power == 0 ? power : .nan
      } else {
        nil
      }
    }
    if let power = powers.max() ?? powers.first {
      isLogarithmic = power == 0
      order = power > 0 && !powers.contains(where: \.isNaN) ? power : nil
      return
    }
    isLogarithmic = false
    guard !isEssential else {
      order = nil
      return
    }
    order = Self.order(place, values)
  }

  /// The order as far as values tell.
  private static func order(_ place: Break, _ values: ([Double]) -> [Double]) -> Double? {
    let side: Double = if case .pole = place.right { 1 } else { -1 }
    let unit = side * (place.x == 0 ? 0x1p-40 : place.x.magnitude * 0x1p-13)
    let ys = values([0x1p-20, 0x1p-10, 1].map { place.x + unit * $0 }).map(abs)
    let powers = zip(ys, ys.dropFirst()).map { Libm.log($0 / $1) / (10 * 0.6931471805599453) }
    // Far more digits than a power has that somebody writes.
    let simple = (1000 * powers[0]).rounded() / 1000
    return powers.allSatisfy { abs($0 - simple) < 2e-4 } && simple > 0 ? simple : nil
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
