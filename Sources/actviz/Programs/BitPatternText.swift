import Activations

extension FloatType {
  /// The bits of a value as they are written: `0x3f80`, as many digits as the type has.
  func text(ofBits bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, bitWidth / 4 - digits.count)) + digits
  }

  /// The bits that a text stands for; nil where it is no hexadecimal number, or has more than the type.
  func bits(ofText text: some StringProtocol) -> UInt64? {
    guard text.lowercased().hasPrefix("0x"), !text.dropFirst(2).isEmpty,
      let bits = UInt64(text.dropFirst(2), radix: 16), bits >> UInt64(bitWidth - 1) < 2
    else { return nil }
    return bits
  }
}
