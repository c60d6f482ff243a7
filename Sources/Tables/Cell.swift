import Activations
import CShortestDecimal

/// How the number in one place of a row becomes bytes.
enum Cell: Sendable {
  /// As the shortest decimal that reads back to the same double.
  case decimal
  /// As the hexadecimal digits of its bits in a type, behind `0x`.
  case hex(FloatType)
  /// As its bits in a type, the lowest byte first.
  case binary(FloatType)

  /// No cell is longer than this many bytes, what it writes for speed behind its end included.
  static let maximumLength = DecimalText.maximumLength

  /// A column's cell in text.
  init(textOf column: TableColumn) {
    self = column.content == .bits ? .hex(column.type) : .decimal
  }

  /// Writes a number's bits as digits; returns the length.
  static func writeHex(
    _ value: Double, _ type: FloatType, at place: UnsafeMutableRawPointer
  ) -> Int {
    let bits = type.bitPattern(of: value)
    place.storeBytes(of: UInt8(ascii: "0"), as: UInt8.self)
    place.storeBytes(of: UInt8(ascii: "x"), toByteOffset: 1, as: UInt8.self)
    let digits = type.bitWidth / 4
    for index in 0..<digits {
      let nibble = UInt8(truncatingIfNeeded: bits &>> UInt64(4 &* (digits &- 1 &- index)) & 15)
      let digit = nibble &+ (nibble < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") &- 10)
      place.storeBytes(of: digit, toByteOffset: 2 &+ index, as: UInt8.self)
    }
    return 2 &+ digits
  }

  /// Writes a number's bits as bytes; returns the length.
  static func writeBinary(
    _ value: Double, _ type: FloatType, at place: UnsafeMutableRawPointer
  ) -> Int {
    place.storeBytes(of: type.bitPattern(of: value).littleEndian, as: UInt64.self)
    return type.bitWidth / 8
  }
}
