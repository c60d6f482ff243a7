extension Pair {
  /// ln 2.
  package static let ln2 = Pair(0x1.62e4_2fef_a39e_fp-1, 0x1.abc9_e3b3_9803_fp-56)

  /// ln x; for finite x > 0 to 2⁻⁷⁶, absolute near 1 and else of the result.
  ///
  /// x = 2^e · m with m near j/128, and c = 128/j to 9 bits: ln x = e·ln 2 − ln c + ln(1 + r) with
  /// r = mc − 1 exact and below 0.006.
  package static func log(_ x: Pair) -> Pair {
    guard x.high > 0, x.high.isFinite else { return Pair(Libm.log(x.high)) }
    // At the ends of the range the power of two to scale by is no normal number.
    guard x.high > 0x1p-1000 else { return log(x.scaled(by: 0x1p512)) - Pair(512) * ln2 }
    guard x.high < 0x1p1000 else { return log(x.scaled(by: 0x1p-512)) + Pair(512) * ln2 }
    var exponent = Double(x.high.exponent)
    var m = x.scaled(by: powerOfTwo(-Int(x.high.exponent)))
    if m.high > 1.4142 {
      m = m.scaled(by: 0.5)
      exponent += 1
    }
    let index = Int(m.high * 128 + 0.5)
    let c = inverse(index)
    let product = Pair.product(m.high, c)
    let part = logOfOnePlus(Pair.sum(product.high - 1, product.low + m.low * c))
    let table = logarithms[index - firstIndex]
    let scale = Pair.product(exponent, ln2.high)
    let first = Pair.sum(scale.high, table.high)
    let second = Pair.sum(first.high, part.high)
    let low = scale.low + exponent * ln2.low + table.low + part.low
    return Pair.quickSum(second.high, second.low + (first.low + low))
  }

  /// ln(1 + x) for x ≥ 0; 2⁻⁶⁰ of it.
  package static func log1p(_ x: Pair) -> Pair {
    x.high < 0x1p-8 ? logOfOnePlus(x) : log(Pair(1) + x)
  }

  /// ln(1 + r) for |r| < 0.006 by its series, the first two powers as pairs; 2⁻⁷⁰ of it.
  static func logOfOnePlus(_ r: Pair) -> Pair {
    let x = r.high
    let outer = 1 / 6 - x * (1 / 7 - x * (1 / 8 - x * (1 / 9 - x * (1 / 10 - x / 11))))
    let sum = 1 / 3 - x * (1 / 4 - x * (1 / 5 - x * outer))
    let square = Pair.product(x, 0.5 * x)
    let leading = Pair.sum(x, -square.high)
    let low = (r.low - square.low - x * r.low) + x * x * x * sum
    return Pair.quickSum(leading.high, leading.low + low)
  }

  /// m lies from 0.7071 to 1.4142, so that its index lies from 90 to 181.
  private static let firstIndex = 90

  /// 128 / index to 9 bits: its product with a double has no more than two doubles' bits.
  private static func inverse(_ index: Int) -> Double {
    (128 * 256 / Double(index)).rounded() / 256
  }

  /// −ln c for every index, as −2·artanh t with t = (c − 1)/(c + 1) below 0.18.
  private static let logarithms: [Pair] = (firstIndex...182).map { index in
    let c = inverse(index)
    let t = Pair(c - 1) / Pair(c + 1)
    let square = t.squared
    return -2 * t * coefficients.reduce(Pair(0)) { $1 + square * $0 }
  }

  /// 1/43, 1/41 and so on to 1: the coefficients of artanh, the last first.
  private static let coefficients = stride(from: 43.0, through: 1, by: -2).map { 1 / Pair($0) }
}
