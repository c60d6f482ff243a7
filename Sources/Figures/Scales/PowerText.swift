/// The labels of a logarithmic axis: the one place that decides how a power of ten is written.
enum PowerText {
  /// The exponents of powers that read best as decimals.
  static let plain = -3...3

  /// A mantissa times ten to an exponent: `0.02` where all labels of the axis are plain, else `2×10⁻⁷` as a
  /// formula.
  static func text(_ mantissa: Int, _ exponent: Int, isPlain: Bool) -> String {
    if isPlain || exponent == 0 || exponent == 1 {
      return AxisNumber.fixed(mantissa, exponent: exponent)
    }
    return "$" + (mantissa == 1 ? "" : "\(mantissa)\\times") + "10^{\(exponent)}$"
  }
}
