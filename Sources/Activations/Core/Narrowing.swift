extension Activation {
  /// The asked quantities at every x, as exact values rounded once to a type.
  ///
  /// Each x is taken as it is; round it to the type first where it is to be a value of the type. The
  /// double decides unless a tie of the type lies within what it may err by; then a pair does.
  public func columns(_ quantities: [Quantity], at xs: [Double], as type: FloatType) -> [[Double]] {
    let columns = columns(quantities, at: xs)
    guard type != .f64 else { return columns }
    return zip(quantities, columns).map { quantity, column in
      zip(xs, column).map { x, value in
        let margin = 64 * value.ulp
        let low = type.rounded(value - margin)
        let isDecided = low == type.rounded(value + margin) && low.sign == value.sign
        return isDecided || !value.isFinite
          ? type.rounded(value) : narrowed(quantity, at: x, to: type)
      }
    }
  }
}

extension FloatType {
  /// A pair rounded once: where its high part is a tie, the low part decides.
  func rounded(pair: Pair) -> Double {
    guard self != .f64, pair.high.isFinite, pair.low != 0 else { return rounded(pair.rounded) }
    let multiple = abs(pair.high) / ulp(of: pair.high)
    guard multiple - multiple.rounded(.down) == 0.5 else { return rounded(pair.high) }
    return rounded(pair.low > 0 ? pair.high.nextUp : pair.high.nextDown)
  }
}
