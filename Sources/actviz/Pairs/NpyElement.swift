import Activations

/// How a number of a NumPy array stands in memory.
struct NpyElement {
  private enum Form {
    case float(FloatType)
    /// A signed integer.
    case integer
    /// What is no number and only takes room.
    case other
  }

  /// The bytes it takes.
  let width: Int
  private let isBigEndian: Bool
  private let form: Form

  /// The numbers of a type, little-endian.
  init(_ type: FloatType) {
    (width, isBigEndian, form) = (type.bitWidth / 8, false, .float(type))
  }

  /// The element of a type string such as `<f4`.
  ///
  /// Unsigned integers, and the raw bytes as which NumPy saves a bfloat16, are bit patterns of
  /// `type` where they are as wide. `nil` for a type string whose width is not known.
  init?(_ name: String, bitsOf type: FloatType?) {
    let order = name.first.flatMap { "<>|=".contains($0) ? $0 : nil }
    let code = name.dropFirst(order == nil ? 0 : 1)
    guard let kind = code.first, let size = Int(code.dropFirst().prefix { $0.isNumber }),
      (0...1 << 16).contains(size), "mM".contains(kind) || Int(code.dropFirst()) != nil
    else { return nil }
    // A character of a Unicode string takes four bytes.
    width = kind == "U" ? 4 * size : size
    isBigEndian = order == ">"
    let bits = type.flatMap { $0.bitWidth == 8 * size ? $0 : nil }
    form =
      switch (kind, size) {
      case ("f", 2): .float(.f16)
      case ("f", 4): .float(.f32)
      case ("f", 8): .float(.f64)
      case ("u", _), ("V", 2): bits.map { .float($0) } ?? .other
      // As wide as the type, it may be a number or a bit pattern.
      case ("i", 1), ("i", 2), ("i", 4), ("i", 8): bits == nil ? .integer : .other
      default: .other
      }
  }

  /// The type of the numbers; `nil` for integers, and for what is no number.
  var type: FloatType? { if case .float(let type) = form { type } else { nil } }

  /// Whether it is a number.
  var isNumber: Bool { if case .other = form { false } else { true } }

  /// What cannot be read in a type string, and what to do about it, as the rest of a sentence.
  static func problem(of name: String, _ type: FloatType?) -> String {
    let code = name.drop { "<>|=".contains($0) }
    let shown = "'\(Printable.excerpt(name.utf8))'"
    switch code.first {
    case "c": return "complex numbers (\(shown)); save its real part, .real"
    case "O": return "Python objects (\(shown)); save .astype('float64')"
    case "f":
      return "numbers of \(shown), which differ from machine to machine; save .astype('float64')"
    case "u", "V":
      return type == nil
        ? "\(shown); give --dtype to read bit patterns, or save .astype('float64')"
        : "\(shown), which is not as wide as --dtype \(type?.rawValue ?? "")"
    case "i":
      return
        "\(shown), numbers or bit patterns; save .astype('float64') for the one, .view('u\(code.dropFirst())') for the other"
    default: return "\(shown), not f2, f4 or f8; save .astype('float64')"
    }
  }

  /// Appends numbers that stand `stride` bytes apart.
  func append(
    _ count: Int, at start: UnsafeRawPointer, stride: Int, to numbers: inout [Double]
  ) {
    switch form {
    case .float(.f64):
      append(UInt64.self, count, start, stride, &numbers) { Double(bitPattern: $0) }
    case .float(.f32) where stride == width && !isBigEndian && 1.littleEndian == 1:
      Self.append([Double](singles: start, count: count), to: &numbers)
    case .float(.f32):
      append(UInt32.self, count, start, stride, &numbers) { Double(Float(bitPattern: $0)) }
    case .float(.bf16):
      append(UInt16.self, count, start, stride, &numbers) {
        Double(Float(bitPattern: UInt32($0) << 16))
      }
    case .float(.f16):
      append(UInt16.self, count, start, stride, &numbers) {
        FloatType.f16.value(bitPattern: UInt64($0))
      }
    case .integer:
      switch width {
      case 1: append(UInt8.self, count, start, stride, &numbers) { Double(Int8(bitPattern: $0)) }
      case 2: append(UInt16.self, count, start, stride, &numbers) { Double(Int16(bitPattern: $0)) }
      case 4: append(UInt32.self, count, start, stride, &numbers) { Double(Int32(bitPattern: $0)) }
      default: append(UInt64.self, count, start, stride, &numbers) { Double(Int64(bitPattern: $0)) }
      }
    case .other: numbers += Array(repeating: .nan, count: count)
    }
  }

  @inline(__always)
  private func append<Bits: FixedWidthInteger>(
    _ type: Bits.Type, _ count: Int, _ start: UnsafeRawPointer, _ stride: Int,
    _ numbers: inout [Double], _ value: (Bits) -> Double
  ) {
    let read = [Double](unsafeUninitializedCapacity: count) { room, size in
      func fill(_ stride: Int, _ isBigEndian: Bool) {
        for index in 0..<count {
          let bits = (start + index &* stride).loadUnaligned(as: Bits.self)
          room[index] = value(isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits))
        }
      }
      // Of numbers side by side vector registers take several at once.
      let width = MemoryLayout<Bits>.size
      if stride == width, !isBigEndian { fill(width, false) } else { fill(stride, isBigEndian) }
      size = count
    }
    Self.append(read, to: &numbers)
  }

  /// Appends without a copy where there is nothing yet.
  private static func append(_ read: [Double], to numbers: inout [Double]) {
    if numbers.isEmpty { numbers = read } else { numbers += read }
  }
}
