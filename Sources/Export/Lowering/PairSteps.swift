import Activations

// Arithmetic of numbers that carry what their rounding left.

extension Code {
  /// A number of the type with what it leaves of a pair.
  mutating func pair(_ value: Pair) -> Double2 {
    let high = type.rounded(value.high)
    guard high.isFinite else { return Double2(number(high)) }
    let low = type.rounded((value.high - high) + value.low)
    return Double2(number(high), low == 0 ? nil : number(low))
  }

  mutating func negated(_ a: Double2) -> Double2 {
    Double2(emit(.negate(a.high)), a.low.map { emit(.negate($0)) })
  }

  /// The number itself, in one.
  mutating func rounded(_ a: Double2) -> Int { a.low.map { emit(.add(a.high, $0)) } ?? a.high }

  private mutating func total(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return a ?? b }
    return emit(.add(a, b))
  }

  /// a + b; what is left of it is exact (Knuth) where it is kept.
  mutating func sum(_ a: Double2, _ b: Double2, keeps: Bool) -> Double2 {
    let high = emit(.add(a.high, b.high))
    guard keeps else {
      return Double2(total(a.low, b.low).map { emit(.add(high, $0)) } ?? high)
    }
    if constant(a.high) == 0 || constant(b.high) == 0 {
      return Double2(high, total(a.low, b.low))
    }
    let part = emit(.subtract(high, a.high))
    let left = emit(.subtract(a.high, emit(.subtract(high, part))))
    let right = emit(.subtract(b.high, part))
    let rest = emit(.add(left, right))
    // What one rounding left is less than half a unit of the sum.
    guard let lows = total(a.low, b.low) else { return Double2(high, rest) }
    return quickSum(high, emit(.add(rest, lows)))
  }

  /// a + b where a is the greater (Dekker).
  mutating func quickSum(_ a: Int, _ b: Int) -> Double2 {
    let high = emit(.add(a, b))
    return Double2(high, emit(.subtract(b, emit(.subtract(high, a)))))
  }

  mutating func product(_ a: Double2, _ b: Double2, keeps: Bool) -> Double2 {
    let high = emit(.multiply(a.high, b.high))
    var low = total(
      b.low.map { emit(.multiply(a.high, $0)) }, a.low.map { emit(.multiply($0, b.high)) })
    guard keeps else { return Double2(low.map { emit(.add(high, $0)) } ?? high) }
    let excess = emit(.excess(a.high, b.high, of: high))
    if constant(excess) != 0 { low = total(excess, low) }
    return Double2(high, low)
  }

  mutating func quotient(_ a: Double2, _ b: Double2, keeps: Bool) -> Double2 {
    guard keeps else {
      let share = emit(
        .divide(rounded(a), b.low == nil || constant(b.high) == nil ? rounded(b) : b.high))
      // Of a number that is none of the type: a/(c + r) = a/c·(1 − r/c), of which nothing overflows.
      guard let c = constant(b.high), let low = b.low.flatMap(constant) else {
        return Double2(share)
      }
      return Double2(emit(.subtract(share, emit(.multiply(share, number(low / c))))))
    }
    let high = emit(.divide(a.high, b.high))
    if let c = constant(b.high), c.magnitude.significand == 1, b.low == nil {
      return Double2(high, a.low.map { emit(.divide($0, b.high)) })
    }
    let product = emit(.multiply(high, b.high))
    var rest = emit(.subtract(a.high, product))
    rest = emit(.subtract(rest, emit(.excess(high, b.high, of: product))))
    if let low = a.low { rest = emit(.add(rest, low)) }
    if let low = b.low { rest = emit(.subtract(rest, emit(.multiply(high, low)))) }
    return Double2(high, emit(.divide(rest, b.high)))
  }

  /// √a.
  mutating func root(_ a: Double2, keeps: Bool) -> Double2 {
    let high = emit(.root(a.high))
    guard keeps || a.low != nil else { return Double2(high) }
    let square = emit(.multiply(high, high))
    var rest = emit(.subtract(a.high, square))
    rest = emit(.subtract(rest, emit(.excess(high, high, of: square))))
    if let low = a.low { rest = emit(.add(rest, low)) }
    let share = emit(.divide(rest, emit(.add(high, high))))
    let held = emit(.select(.equal, high, number(0), number(0), otherwise: share))
    return Double2(high, held)
  }

  /// c·a for a power of two, exactly.
  mutating func scaled(_ a: Double2, by c: Double) -> Double2 {
    let factor = number(c)
    return Double2(
      emit(.multiply(a.high, factor)), a.low.map { emit(.multiply($0, factor)) })
  }
}
