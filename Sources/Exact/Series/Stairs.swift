import CMPFR
import Formulas

// Functions whose values are whole numbers, and logarithms to other bases.

extension Calculus {
  /// ⌊u⌋; beside a whole number the side tells.
  func floor(_ u: Series) throws(Obstacle) -> Series {
    switch try argument(u) {
    case .infinite:
      // u + O(1), of which no derivative can be had.
      guard isValueOnly else { throw .undecided }
      if let phase { return try subtract(u, Series(try phase.share(of: u, arithmetic))) }
      var result = u
      result.terms.removeAll { $0.power >= .zero }
      result.order = min(result.order, .order)
      return result
    case .finite(let u0, _):
      let number = try arithmetic.floor(u0)
      // Only at a whole number the rest of u counts.
      guard u0.isPoint, number.isSame(u0), try sign(subtract(u, Series(u0))) < 0 else {
        return Series(number)
      }
      return Series(arithmetic.subtract(number, .one))
    }
  }

  /// The nearest whole number, ⌊u + ½⌋; of what does not change half a unit is rounded away from 0.
  func round(_ u: Series) throws(Obstacle) -> Series {
    if let constant = u.constant, constant.sign == -1 { return negate(try round(negate(u))) }
    return try floor(add(u, Series(Bounds(0.5))))
  }

  /// The logarithm to the base 2 or 10, which is exact at powers of the base.
  func logarithm(_ function: Intrinsic, _ u: Series) throws(Obstacle) -> Series {
    let isBinary = function == .log2
    let factor = arithmetic.reciprocal(arithmetic.log(Bounds(isBinary ? 2 : 10)))
    guard u.growth.isEmpty, let first = u.terms.first, first.power == .zero,
      first.coefficient.sign == 1
    else { return scale(try log(u), factor) }
    let start = isBinary ? arithmetic.log2(first.coefficient) : arithmetic.log10(first.coefficient)
    var h = u
    h.terms.removeFirst()
    return try compose(
      logarithms(start, first.coefficient, count(h)).enumerated().map {
        $0 == 0 ? $1 : arithmetic.multiply($1, factor)
      }, h)
  }
}

extension Arithmetic {
  /// ⌊a⌋ where the bounds leave no doubt; a whole number itself is one only where it is known exactly.
  func floor(_ a: Bounds) throws(Obstacle) -> Bounds {
    guard !a.isUnbounded else { throw .undecided }
    let (low, high) = (rounded(a.low), rounded(a.high))
    if a.isPoint || low == high { return Bounds(low) }
    // An end that is not reached lies outside.
    let isAbove = !(a.low.isInteger && a.low.isReached)
    let isBelow = a.high.isInteger && !a.high.isReached
    let next = Bounds(low).isPoint ? add(Bounds(low), .one) : .whole
    guard isAbove, isBelow, next.isPoint, next.low == high else { throw .precision }
    return Bounds(low)
  }

  private func rounded(_ number: Number) -> Number {
    Number(max(number.precision, 64)) { result in
      _ = number.read { mpfr_floor(result, $0) }
      return 0
    }
  }
}
