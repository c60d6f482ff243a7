import Activations

/// Operations on doubles rounded down and up: to the double itself where it is exact, else to a neighbour.
///
/// The sign of the error of a sum, a product, a quotient and a root is had exactly (Knuth's sum, and fused
/// multiplication), so that an interval is widened on the side that needs it alone.
enum Rounding {
  /// Where errors may underflow themselves.
  private static let tiny = 0x1p-960

  static func sum(_ a: Double, _ b: Double) -> Interval {
    let sum = a + b
    guard sum.isFinite else { return overflow(sum, isExact: !a.isFinite || !b.isFinite) }
    let part = sum - a
    return directed(sum, (a - (sum - part)) + (b - part))
  }

  /// The product; 0 outweighs what has no bound.
  static func product(_ a: Double, _ b: Double) -> Interval {
    guard a != 0, b != 0 else { return Interval(0) }
    let product = a * b
    guard product.isFinite else { return overflow(product, isExact: !a.isFinite || !b.isFinite) }
    guard product.magnitude < tiny else {
      return directed(product, (-product).addingProduct(a, b))
    }
    guard product != 0 else { return (a < 0) == (b < 0) ? leastUp : -leastUp }
    // One factor is small: made greater, it shows what was lost.
    let (small, large) = a.magnitude < b.magnitude ? (a, b) : (b, a)
    let scaled = (small * 0x1p480) * large
    let lost = (scaled - product * 0x1p480) + (-scaled).addingProduct(small * 0x1p480, large)
    return directed(product, lost)
  }

  static func quotient(_ a: Double, _ b: Double) -> Interval {
    guard a != 0 else { return Interval(0) }
    let quotient = a / b
    guard quotient.isFinite else {
      return overflow(quotient, isExact: !a.isFinite || b == 0)
    }
    guard b.isFinite else { return Interval(0) }
    guard quotient.magnitude >= tiny, a.magnitude >= tiny else {
      if quotient == 0 { return (a < 0) == (b < 0) ? leastUp : -leastUp }
      return Interval(quotient).widened(by: 1)
    }
    let rest = a.addingProduct(-quotient, b)
    return directed(quotient, b < 0 ? -rest : rest)
  }

  static func root(_ a: Double) -> Interval {
    let root = a.squareRoot()
    guard a != 0, root.isFinite else { return Interval(root) }
    return a < tiny ? Interval(root).widened(by: 1) : directed(root, a.addingProduct(-root, root))
  }

  /// A double some places lower; never past 0, for what was positive is.
  static func down(_ value: Double, by ulps: Int, isOverflow: Bool = false) -> Double {
    -up(-value, by: ulps, isOverflow: isOverflow)
  }

  /// A double some places higher; never past 0, for what was negative is.
  ///
  /// - Parameter isOverflow: Whether an infinity stands for a number that is too large.
  static func up(_ value: Double, by ulps: Int, isOverflow: Bool = false) -> Double {
    if value == -.infinity { return isOverflow ? -Double.greatestFiniteMagnitude : value }
    guard value.isFinite else { return .infinity }
    var moved = value
    for _ in 0..<ulps { moved = moved.nextUp }
    return value < 0 ? Swift.min(moved, 0) : moved
  }

  private static var leastUp: Interval { Interval(0, .leastNonzeroMagnitude) }

  private static func overflow(_ value: Double, isExact: Bool) -> Interval {
    if value.isNaN { return .whole }
    if isExact { return Interval(value) }
    let greatest = Double.greatestFiniteMagnitude
    return value > 0 ? Interval(greatest, .infinity) : Interval(-.infinity, -greatest)
  }

  /// A rounded result, with the sign of what is missing.
  private static func directed(_ value: Double, _ missing: Double) -> Interval {
    if missing == 0 { return Interval(value) }
    if missing > 0 { return Interval(value, value.nextUp) }
    if missing < 0 { return Interval(value.nextDown, value) }
    return Interval(value.nextDown, value.nextUp)
  }
}
