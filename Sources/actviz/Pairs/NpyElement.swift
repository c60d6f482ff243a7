import Activations

/// How a number of an npy file stands in memory.
struct NpyElement {
  /// The bytes it takes.
  let width: Int
  private let isBigEndian: Bool
  /// The type whose bit pattern it is; `nil` for what is no number and only takes room.
  let type: FloatType?

  /// The element of a type string such as `<f4`.
  ///
  /// Unsigned integers, and the raw bytes as which NumPy saves a bfloat16, are bit patterns of
  /// `type` where they are as wide. `nil` for a type string whose width is not known.
  init?(_ name: String, bitsOf type: FloatType?) {
    let order = name.first.flatMap { "<>|=".contains($0) ? $0 : nil }
    let code = name.dropFirst(order == nil ? 0 : 1)
    guard let kind = code.first, let size = Int(code.dropFirst()), (0...1 << 16).contains(size)
    else { return nil }
    // A character of a Unicode string takes four bytes.
    width = kind == "U" ? 4 * size : size
    isBigEndian = order == ">"
    switch (kind, size) {
    case ("f", 2): self.type = .f16
    case ("f", 4): self.type = .f32
    case ("f", 8): self.type = .f64
    case ("u", _), ("V", 2): self.type = type?.bitWidth == 8 * size ? type : nil
    default: self.type = nil
    }
  }

  /// The number at an address; NaN for what is none.
  @inline(__always)
  func value(at address: UnsafeRawPointer) -> Double {
    switch type {
    case .f64:
      Double(bitPattern: ordered(address.loadUnaligned(as: UInt64.self)))
    case .f32:
      Double(Float(bitPattern: ordered(address.loadUnaligned(as: UInt32.self))))
    case .bf16:
      Double(Float(bitPattern: UInt32(ordered(address.loadUnaligned(as: UInt16.self))) << 16))
    case .f16:
      FloatType.f16.value(bitPattern: UInt64(ordered(address.loadUnaligned(as: UInt16.self))))
    case nil: .nan
    }
  }

  @inline(__always)
  private func ordered<Bits: FixedWidthInteger>(_ bits: Bits) -> Bits {
    isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits)
  }
}
