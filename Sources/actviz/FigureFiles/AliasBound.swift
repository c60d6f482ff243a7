/// How much a YAML text can grow when its aliases are replaced by what they stand for.
///
/// Forty lines of aliases of aliases stand for more values than there is time for, and Yams looks at all of
/// those in a key.
enum AliasBound {
  /// The most growth that is read: within a second.
  static let limit = 1_000_000

  /// The product, over all anchors, of how often each may be used and one; at most a little above the limit.
  ///
  /// What looks like an alias in a quoted text or a formula counts too, where an anchor has its name.
  static func product(of text: String) -> Int {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "&")) else { return 1 }
    let anchors = Set(names(behind: UInt8(ascii: "&"), in: bytes))
    var uses: [ArraySlice<UInt8>: Int] = [:]
    for name in names(behind: UInt8(ascii: "*"), in: bytes) where anchors.contains(name) {
      uses[name, default: 1] += 1
    }
    return uses.values.reduce(1) { product, count in
      product > limit ? product : product * count
    }
  }

  /// All words, as anchors are called, that follow a sign.
  private static func names(behind sign: UInt8, in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.indices.compactMap { index in
      guard bytes[index] == sign else { return nil }
      let name = bytes[(index + 1)...].prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
      return name.isEmpty ? nil : name
    }
  }
}
