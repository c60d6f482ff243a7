/// Bytes of an SVG document under construction.
struct SVGText {
  /// What has been written.
  private(set) var bytes: [UInt8] = []
  /// Where names of this picture's own begin.
  private var names: [Int] = []

  /// Appends markup as it is.
  mutating func write(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Appends one character of markup.
  mutating func write(ascii character: Unicode.Scalar) {
    bytes.append(UInt8(ascii: character))
  }

  /// Appends bytes of markup as they are.
  mutating func write(_ markup: [UInt8]) {
    bytes.append(contentsOf: markup)
  }

  /// Appends other bytes of markup.
  mutating func write(_ other: SVGText) {
    names += other.names.map { bytes.count + $0 }
    bytes.append(contentsOf: other.bytes)
  }

  /// Appends a name that no other picture shares, for an id or a class: `name` behind the picture's prefix.
  ///
  /// Pictures stand side by side in one page, where each id and class is every picture's. The prefix is room until
  /// ``namePicture()`` fills it.
  mutating func write(own name: String) {
    names.append(bytes.count)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: PicturePrefix.length))
    write(name)
  }

  /// Puts the prefix of what has been written so far before all of the picture's own names in it.
  mutating func namePicture() {
    let prefix = PicturePrefix(of: bytes).bytes
    for start in names {
      for (offset, byte) in prefix.enumerated() { bytes[start + offset] = byte }
    }
    names = []
  }

  /// Appends a number with at most so many decimals, without trailing zeros.
  ///
  /// Two decimals are a hundredth of a pixel: no eye sees more, and printing all of a double's digits is what
  /// takes Cairo's own SVG writer most of its time.
  mutating func write(_ value: Double, decimals: Int = 2) {
    let scale = powersOfTen[decimals]
    // Commands hold finite numbers near the canvas; anything else must not trap here.
    let scaled = value.isFinite ? min(max(value * scale, -1e15), 1e15).rounded() : 0
    var rest = UInt64(scaled.magnitude)
    let isNegative = scaled < 0 && rest > 0
    // Sixteen digits, a point and a sign, from the last one up: a figure has ten thousand numbers.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 18) { text in
      var start = text.count
      func put(_ byte: UInt8) {
        start -= 1
        text[start] = byte
      }
      for _ in 0..<decimals {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        if digit > 0 || start < text.count { put(UInt8(ascii: "0") + UInt8(digit)) }
        rest = quotient
      }
      if start < text.count { put(UInt8(ascii: ".")) }
      repeat {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        put(UInt8(ascii: "0") + UInt8(digit))
        rest = quotient
      } while rest > 0
      if isNegative { put(UInt8(ascii: "-")) }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  /// Appends text inside an attribute or an element: what XML reserves is escaped, and control characters become
  /// spaces, line ends among them unless they are kept; U+FFFE and U+FFFF, which XML forbids, U+FFFD.
  mutating func write(escaping text: String, keepingLines: Bool = false) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      case 0x0A where keepingLines: bytes.append(byte)
      case 0..<0x20: bytes.append(UInt8(ascii: " "))
      // The last byte of EF BF BE and EF BF BF.
      case 0xBE...0xBF where bytes.suffix(2).elementsEqual([0xEF, 0xBF]): bytes.append(0xBD)
      default: bytes.append(byte)
      }
    }
  }
}

private let powersOfTen: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6]
