import CZlib

/// The bytes of a PNG, chunk by chunk (PNG specification, 5).
struct PNGFile {
  /// How the numbers of a pixel stand in a row; the raw value is the specification's number of the type.
  enum ColorType: UInt8 {
    case rgb = 2
    case indexed = 3
    case rgba = 6
  }

  /// What has been written.
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// Begins a picture of eight bits a channel, its rows one after another.
  init(width: Int, height: Int, _ type: ColorType) {
    append("IHDR", Self.number(width) + Self.number(height) + [8, type.rawValue, 0, 0, 0])
  }

  /// Appends a chunk: how long it is, its name, what it holds, and a checksum of name and contents.
  mutating func append(_ name: StaticString, _ contents: some Collection<UInt8>) {
    bytes += Self.number(contents.count)
    let start = bytes.count
    name.withUTF8Buffer { bytes += $0 }
    bytes += contents
    let checksum = bytes[start...].withUnsafeBufferPointer {
      crc32(0, $0.baseAddress, UInt32($0.count))
    }
    bytes += Self.number(Int(checksum))
  }

  /// Four bytes, the highest first.
  private static func number(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).bigEndian) { Array($0) }
  }

  /// States how dense the pixels are, in both directions.
  mutating func state(dpi: Double) {
    let perMetre = Self.number(Int((dpi / 0.0254).rounded()))
    append("pHYs", perMetre + perMetre + [1])
  }

  /// Appends a text under a keyword, up to a NUL, which would end it.
  mutating func append(text: String, keyword: String) {
    // Behind the keyword: not compressed, by no method, no language, no translated keyword.
    append("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + text.utf8.prefix { $0 != 0 })
  }

  /// Appends the colours that numbers stand for, words of opacity, red, green and blue.
  mutating func append(palette words: [UInt32]) {
    let parts = words.map { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
    append("PLTE", parts.flatMap { $0.dropFirst() })
    append("tRNS", parts.map { $0[0] })
  }
}
