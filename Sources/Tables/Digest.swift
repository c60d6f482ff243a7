/// The SHA-256 checksum of bytes.
///
/// Sixty lines rather than swift-crypto, whose BoringSSL would double the build: here it tells
/// whether a file is whole, and names a page's scripts and styles in its policy, no more.
/// Source: FIPS 180-4, sections 4.1.2, 5.1.1 and 6.2. Its constants are the first 32 bits of the fractions of the square roots of the
/// first 8 primes, and of the cube roots of the first 64.
package enum Digest {
  private static let primes = (2...311).filter { number in
    !(2..<number).contains { number % $0 == 0 }
  }
  private static let start = primes.prefix(8).map { fraction(of: Double($0).squareRoot()) }
  private static let rounds = primes.prefix(64).map { fraction(of: cubeRoot(Double($0))) }

  /// The checksum as hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    sha256(bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }

  /// The checksum, 32 bytes.
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var state = start
    let whole = bytes.count / 64 * 64
    for first in stride(from: 0, to: whole, by: 64) {
      add(bytes[first..<first + 64], to: &state)
    }
    var rest = Array(bytes[whole...]) + [0x80]
    rest += Array(repeating: 0, count: (120 - rest.count) % 64)
    rest += bigEndian(UInt64(bytes.count) * 8)
    for first in stride(from: 0, to: rest.count, by: 64) {
      add(rest[first..<first + 64], to: &state)
    }
    return state.flatMap(bigEndian)
  }

  /// Takes a block of 64 bytes into the state.
  private static func add(_ block: ArraySlice<UInt8>, to state: inout [UInt32]) {
    var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { place in
      (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(block[place + $1]) }
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let small = turned(early, 7) ^ turned(early, 18) ^ early >> 3
      let large = turned(late, 17) ^ turned(late, 19) ^ late >> 10
      words.append(words[index - 16] &+ small &+ words[index - 7] &+ large)
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = e & f ^ ~e & g
      let mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      let first = h &+ mixed &+ choice &+ rounds[index] &+ words[index]
      let majority = a & b ^ a & c ^ b & c
      let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    state = zip(state, [a, b, c, d, e, f, g, h]).map { $0 &+ $1 }
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }

  private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    stride(from: number.bitWidth - 8, through: 0, by: -8).map {
      UInt8(truncatingIfNeeded: number >> $0)
    }
  }

  /// The first 32 bits of the fraction of a root: a double has 53 bits, of which the whole part takes three.
  private static func fraction(of root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 0x1p32)
  }

  /// By Newton's method.
  private static func cubeRoot(_ number: Double) -> Double {
    (0..<64).reduce(number) { root, _ in root - (root - number / (root * root)) / 3 }
  }
}
