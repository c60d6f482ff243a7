extension Pair {
  /// e^u to 2⁻⁶⁸ of it; 0 below −709.
  ///
  /// u = k·ln2/64 + r, so that e^u = 2^⌊k/64⌋ · 2^(k mod 64 / 64) · e^r with |r| < 0.0055: a table, and
  /// a polynomial whose first power is a pair.
  package static func exp(_ u: Pair) -> Pair {
    guard abs(u.high) < 709 else { return Pair(u.high < 0 ? 0 : Libm.exp(u.high), 0) }
    // Adding and taking away 1.5·2⁵² rounds to a whole number.
    let k = (u.high * 0x1.7154_7652_b82f_ep+6 + 0x1.8p52) - 0x1.8p52
    // ln2/64 in three parts; the first two have 36 bits, and their products with k no error.
    let r = Pair.sum(u.high - k * 0x1.62e4_2fef_ap-7, -k * 0x1.cf79_abc9_ep-46)
    let x = r.high
    let tail = x * x * x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720 + x / 5040))))
    // The low part may be 2⁻⁴⁴, and then counts in the square too.
    let low = r.low + (u.low - k * 0x1.d9cc_01f9_7b57_ap-85)
    let square = 0.5 * x * x
    let rest = Pair.quickSum(x, low + (square + low * (x + square) + tail))
    let index = Int(k)
    let base = powersOfTwo[index & 63]
    let product = Pair.product(base.high, rest.high)
    let sum = Pair.quickSum(base.high, product.high)
    let value = Pair.quickSum(
      sum.high, sum.low + (product.low + base.high * rest.low + base.low * (1 + rest.high)))
    return value.scaled(by: powerOfTwo(index >> 6))
  }

  /// 2ⁿ, 0 below the normal numbers.
  @inline(__always)
  static func powerOfTwo(_ n: Int) -> Double {
    n < -1022 ? 0 : Double(bitPattern: UInt64(bitPattern: Int64(n + 1023)) << 52)
  }
}

extension Pair {
  @inline(__always)
  package static func splitExp(_ u: Pair) -> (value: Pair, rest: Pair) { (exp(u), 0) }

  @inline(__always)
  package static func quickExp(_ u: Pair) -> (value: Pair, rest: Pair) { (exp(u), 0) }
}

extension Double {
  /// e^u for |u| < 708 as a double and what it leaves over, together to 2⁻⁵⁹ of it.
  @inline(__always)
  package static func splitExp(_ u: Pair) -> (value: Double, rest: Double) {
    let k = (u.high * 0x1.7154_7652_b82f_ep+6 + 0x1.8p52) - 0x1.8p52
    // ln2/64 in two parts, of which the first has no error times k.
    let x = (u.high - k * 0x1.62e4_2fef_ap-7) + (u.low - k * 0x1.cf79_abc9_e3b3_ap-46)
    let square = x * x
    let outer = 1 / 24 + x * (1 / 120 + x * (1 / 720))
    let tail = x + (square * (0.5 + x * (1 / 6)) + square * square * outer)
    let index = Int(k)
    let base = Pair.powersOfTwo[index & 63]
    let sum = Pair.quickSum(base.high, base.high * tail + base.low)
    let power = Pair.powerOfTwo(index >> 6)
    return (sum.high * power, sum.low * power)
  }

  @inline(__always)
  package static func quickExp(_ u: Pair) -> (value: Double, rest: Double) {
    let value = Libm.exp(u.high)
    return (value, value * u.low)
  }
}
