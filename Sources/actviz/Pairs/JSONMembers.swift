/// Walks over the members of a JSON object that stands in one line.
///
/// Values that are objects or arrays themselves have no place in a row and end the walk as malformed.
struct JSONMembers {
  /// What does not look like JSON.
  private struct Malformed: Error {}

  private let line: UnsafeRawBufferPointer
  private var place = 0
  private var isFirst = true

  private init(of line: UnsafeRawBufferPointer) {
    self.line = line
  }

  /// Tells where key and value of each member stand, without quotes; false where the line holds no object.
  @inline(__always)
  static func forEach(
    of line: UnsafeRawBufferPointer, _ take: (_ key: Range<Int>, _ value: Range<Int>) -> Void
  ) -> Bool {
    var members = JSONMembers(of: line)
    do {
      while let (key, value) = try members.next() { take(key, value) }
      return true
    } catch {
      return false
    }
  }

  /// The keys of the object that the line holds, as written; `nil` where it is none.
  static func keys(of line: UnsafeRawBufferPointer) -> [String]? {
    var keys: [String] = []
    let isObject = forEach(of: line) { key, _ in
      keys.append(String(decoding: line[key], as: UTF8.self))
    }
    return isObject ? keys : nil
  }

  /// The next member; `nil` behind the closing brace, which must end the line.
  @inline(__always)
  private mutating func next() throws(Malformed) -> (key: Range<Int>, value: Range<Int>)? {
    if isFirst { try expect("{") }
    if take("}") {
      skipBlanks()
      guard place == line.count else { throw Malformed() }
      return nil
    }
    if !isFirst { try expect(",") }
    isFirst = false
    let key = try string()
    try expect(":")
    skipBlanks()
    return (key, try value())
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while place < line.count, ByteInput.isBlank(line[place]) { place += 1 }
  }

  @inline(__always)
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < line.count, line[place] == UInt8(ascii: scalar) else { return false }
    place += 1
    return true
  }

  @inline(__always)
  private mutating func expect(_ scalar: Unicode.Scalar) throws(Malformed) {
    guard take(scalar) else { throw Malformed() }
  }

  @inline(__always)
  private mutating func string() throws(Malformed) -> Range<Int> {
    try expect("\"")
    let start = place
    while place < line.count, line[place] != UInt8(ascii: "\"") {
      place += line[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard place < line.count else { throw Malformed() }
    defer { place += 1 }
    return start..<place
  }

  @inline(__always)
  private mutating func value() throws(Malformed) -> Range<Int> {
    guard place < line.count else { throw Malformed() }
    if line[place] == UInt8(ascii: "\"") { return try string() }
    let start = place
    while place < line.count, !Self.endsValue(line[place]) { place += 1 }
    guard place > start, place < line.count else { throw Malformed() }
    return start..<place
  }

  @inline(__always)
  private static func endsValue(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case ",", "{", "}", "[", "]", "\"": true
    default: ByteInput.isBlank(byte)
    }
  }
}
