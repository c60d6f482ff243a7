import Activations
import CMPFR
import Formulas

/// What is proved of a number that may be too small for doubles, or 0.
package enum Amount: Equatable, Sendable {
  /// It is 0.
  case zero
  /// It is not 0 but less than half of the least double; its sign, −1 or 1.
  case tiny(Int)
  /// The number to some 13 digits: infinite beyond all doubles and at poles, NaN where there is none.
  case known(Double)
  /// No more than that it is not larger than this, its sign left out; infinite where nothing is known.
  case within(Double)
}

extension ExactFunction {
  /// What is proved of a quantity at a point, to as many digits as measures need.
  ///
  /// - Parameter enough: A bound that says enough: what is within it need not be known any better.
  package mutating func amount(_ quantity: Quantity, at x: Double, within enough: Double = 0)
    -> Amount
  {
    let order = quantity.order
    let (part, derivative): (Part, Int) =
      switch quantity {
      case .f, .df, .d2f: isSlope ? (.slope, order - 1) : (.value, order)
      case .gate, .density: (.gate, order)
      case .sign: (.sign, 0)
      }
    guard derivative >= 0 else { return .within(.infinity) }
    actviz_mpfr_widest_range()
    var known = Amount.within(.infinity)
    for bits in ladder {
      switch attempt(part, at: x, derivative, Arithmetic(bits: bits)) {
      case .obstacle(.precision): continue
      case .obstacle(.undefined): return .known(.nan)
      case .obstacle: return known
      case .limits(let limits):
        guard limits[0] != nil else { return .known(.nan) }
        guard limits.indices.contains(derivative), let limit = limits[derivative] else {
          return .known(.nan)
        }
        guard case .finite(let bounds, _) = limit else {
          if case .infinite(let sign) = limit {
            return .known(sign < 0 ? -.infinity : .infinity)
          }
          return known
        }
        known = bounds.amount
        guard case .within(let bound) = known, bound > enough else { return known }
      }
    }
    return known
  }
}

extension Bounds {
  /// What they say of the number.
  fileprivate var amount: Amount {
    if isZero { return .zero }
    let (a, b) = (low.double, high.double)
    let size = max(a.magnitude, b.magnitude)
    // Rounding to the nearest may have lost what is left of it.
    let bound = size.isFinite ? size.nextUp : size
    guard let sign, !isUnbounded else { return .within(isUnbounded ? .infinity : bound) }
    if a == 0, b == 0 { return .tiny(sign) }
    if a == b { return .known(a) }
    let width = b - a
    return width <= max(0x1p-44 * size, .leastNonzeroMagnitude)
      ? .known(a + width / 2) : .within(bound)
  }
}
