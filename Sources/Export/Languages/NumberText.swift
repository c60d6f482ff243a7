import Activations

/// Numbers as languages write them.
enum NumberText {
  /// A hexadecimal float as C, Swift and others read it: `0x1.8p-1`.
  static func hexadecimal(_ value: Double) -> String {
    let sign = value.sign == .minus ? "-" : ""
    let size = value.magnitude
    guard size != 0 else { return sign + "0x0p+0" }
    var exponent = Int(size.exponent)
    var bits = size.significandBitPattern
    if size.isSubnormal {
      let shift = bits.leadingZeroBitCount - 11
      bits = (bits << UInt64(shift)) & 0xf_ffff_ffff_ffff
      exponent = -1022 - shift
    }
    var digits = String(bits, radix: 16)
    digits = String(repeating: "0", count: 13 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    let fraction = digits.isEmpty ? "" : "." + digits
    return "\(sign)0x1\(fraction)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
  }

  /// The decimal where it is short, as 0.5; else nil.
  static func short(_ value: Double) -> String? {
    let text = decimal(value)
    return text.count <= 8 && !text.contains("e") ? text : nil
  }

  /// The shortest decimal that reads back to the same double, with a point.
  static func decimal(_ value: Double) -> String {
    let text = "\(value)"
    return text.contains("e") || text.contains(".") ? text : text + ".0"
  }
}
