/// What sets the names of one picture apart from those of others in the same page: seven letters and digits, and a hyphen.
///
/// It is told by the picture's bytes alone, so that it is the same in every run, and the same picture twice in a
/// page shares its names, which then mean the same thing. There are 26 × 36⁶ prefixes: among a thousand pictures two
/// differing ones share theirs with a chance of one in 100,000.
struct PicturePrefix {
  /// How many bytes it takes.
  static let length = 8

  /// The prefix.
  let bytes: [UInt8]

  /// The prefix of what a picture shows.
  init(of picture: [UInt8]) {
    var rest = PicturePrefix.hash(picture)
    func take(_ characters: StaticString) -> UInt8 {
      let (quotient, digit) = rest.quotientAndRemainder(
        dividingBy: UInt64(characters.utf8CodeUnitCount))
      rest = quotient
      return characters.utf8Start[Int(digit)]
    }
    // A name may not begin with a digit.
    let first = take("abcdefghijklmnopqrstuvwxyz")
    bytes =
      [first] + (2..<PicturePrefix.length).map { _ in take("abcdefghijklmnopqrstuvwxyz0123456789") }
      + [UInt8(ascii: "-")]
  }

  /// FNV-1a, of eight bytes at a time, with what MurmurHash3 ends by, so that every bit of the picture tells.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 32
    }
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for index in 0..<words {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)))
      }
      for byte in bytes[(words * 8)...] { add(UInt64(byte)) }
    }
    hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return hash ^ hash >> 33
  }
}
