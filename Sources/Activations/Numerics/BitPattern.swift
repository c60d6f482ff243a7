extension FloatType {
  /// The bits of a value that the type holds: sign, exponent, significand, from the top.
  ///
  /// A value that the type does not hold is rounded to it first; NaN becomes the quiet NaN.
  public func bitPattern(of x: Double) -> UInt64 {
    // The processor's own conversions, where it has them, are faster and the same.
    if !x.isNaN {
      if self == .f64 { return x.bitPattern }
      if self == .f32 { return UInt64(Float(x).bitPattern) }
    }
    let x = rounded(x)
    let sign: UInt64 = x.sign == .minus ? 1 << UInt64(bitWidth - 1) : 0
    let fraction = UInt64(precision - 1)
    let largestField = UInt64(1) << UInt64(exponentBits) - 1
    guard !x.isNaN else { return largestField << fraction | 1 << (fraction - 1) }
    guard x.isFinite else { return sign | largestField << fraction }
    let multiple = UInt64(abs(x) / ulp(of: x))
    guard multiple >> fraction != 0 else { return sign | multiple }
    let field = UInt64(Int(x.exponent) - minimumExponent + 1)
    return sign | field << fraction | (multiple - 1 << fraction)
  }

  /// The value with the given bits.
  public func value(bitPattern bits: UInt64) -> Double {
    let fraction = UInt64(precision - 1)
    let sign: FloatingPointSign = bits >> UInt64(bitWidth - 1) & 1 == 0 ? .plus : .minus
    let field = bits >> fraction & (1 << UInt64(exponentBits) - 1)
    let significand = bits & (1 << fraction - 1)
    if field == 1 << UInt64(exponentBits) - 1 {
      return significand == 0
        ? Double(signOf: sign == .plus ? 1 : -1, magnitudeOf: .infinity) : .nan
    }
    let multiple = field == 0 ? significand : significand | 1 << fraction
    let exponent = minimumExponent + max(Int(field), 1) - 1 - (precision - 1)
    return Double(sign: sign, exponent: exponent, significand: Double(multiple))
  }

  /// Every finite value of a 16-bit type in ascending order, −0 before 0; nil for wider types.
  public var allFiniteValues: [Double]? {
    guard bitWidth == 16 else { return nil }
    let magnitudes = (0..<UInt64(1) << 15).map { value(bitPattern: $0) }.filter(\.isFinite)
    return magnitudes.reversed().map { -$0 } + magnitudes
  }
}
