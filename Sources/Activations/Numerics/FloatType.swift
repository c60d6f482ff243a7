/// A binary floating-point format of IEEE 754, or bfloat16, in which inputs and results may be held.
public enum FloatType: String, CaseIterable, Sendable {
  /// Double precision: 53 bits, exponents to 2¹⁰²³.
  case f64
  /// Single precision: 24 bits, exponents to 2¹²⁷.
  case f32
  /// Half precision: 11 bits, exponents to 2¹⁵.
  case f16
  /// bfloat16: 8 bits, exponents to 2¹²⁷.
  case bf16

  /// The bits of the significand, the leading one included.
  public var precision: Int {
    switch self {
    case .f64: 53
    case .f32: 24
    case .f16: 11
    case .bf16: 8
    }
  }

  /// The bits of the exponent field.
  public var exponentBits: Int {
    switch self {
    case .f64: 11
    case .f32, .bf16: 8
    case .f16: 5
    }
  }

  /// The bits of a value in memory: 16, 32 or 64.
  public var bitWidth: Int { exponentBits + precision }

  /// The exponent of the smallest normal number.
  var minimumExponent: Int { 2 - (1 << (exponentBits - 1)) }

  /// The exponent of the largest finite value.
  var maximumExponent: Int { (1 << (exponentBits - 1)) - 1 }

  /// The largest finite value.
  public var greatestFiniteMagnitude: Double {
    let significand = 2 - Double(sign: .plus, exponent: 1 - precision, significand: 1)
    return Double(sign: .plus, exponent: maximumExponent, significand: significand)
  }

  /// The smallest positive number with all digits of the type.
  public var leastNormalMagnitude: Double {
    Double(sign: .plus, exponent: minimumExponent, significand: 1)
  }

  /// The spacing of the type's values in the binade of x; that of subnormals for those and 0.
  ///
  /// NaN for infinities and NaN.
  public func ulp(of x: Double) -> Double {
    guard x.isFinite else { return .nan }
    let exponent = x == 0 ? minimumExponent : max(Int(x.exponent), minimumExponent)
    return Double(sign: .plus, exponent: exponent - (precision - 1), significand: 1)
  }

  /// The value of the type nearest to x; of two, the one with the even significand.
  ///
  /// Subnormals are kept, what is too large becomes infinite, NaN stays NaN.
  public func rounded(_ x: Double) -> Double {
    guard self != .f64, x.isFinite, x != 0 else { return x }
    if self == .f32 { return Double(Float(x)) }
    let unit = ulp(of: x)
    // Both the division and the product are exact: the unit is a power of two.
    let rounded = (x / unit).rounded(.toNearestOrEven) * unit
    guard abs(rounded) <= greatestFiniteMagnitude else {
      return Double(signOf: x, magnitudeOf: .infinity)
    }
    return rounded == 0 ? Double(signOf: x, magnitudeOf: 0) : rounded
  }
}
