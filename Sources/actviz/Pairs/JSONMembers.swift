/// Walks over the members of a JSON object that stands in one line.
///
/// Values that are objects or arrays themselves have no place in a row and end the walk as malformed.
struct JSONMembers {
  /// A member: its key as written, and where its value stands, without quotes.
  struct Member {
    var key: String
    var value: Range<Int>
  }

  /// What does not look like JSON.
  private struct Malformed: Error {}

  private let line: UnsafeRawBufferPointer
  private var place = 0
  private var isFirst = true

  private init(of line: UnsafeRawBufferPointer) {
    self.line = line
  }

  /// All members of the object that the line holds; `nil` where it is none.
  static func all(of line: UnsafeRawBufferPointer) -> [Member]? {
    var members = JSONMembers(of: line)
    var all: [Member] = []
    do {
      while let member = try members.next() { all.append(member) }
      return all
    } catch {
      return nil
    }
  }

  /// The next member; `nil` behind the closing brace, which must end the line.
  private mutating func next() throws(Malformed) -> Member? {
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
    return Member(key: String(decoding: line[key], as: UTF8.self), value: try value())
  }

  private mutating func skipBlanks() {
    while place < line.count, ByteInput.isBlank(line[place]) { place += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < line.count, line[place] == UInt8(ascii: scalar) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(Malformed) {
    guard take(scalar) else { throw Malformed() }
  }

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

  private mutating func value() throws(Malformed) -> Range<Int> {
    guard place < line.count else { throw Malformed() }
    if line[place] == UInt8(ascii: "\"") { return try string() }
    let start = place
    while place < line.count, !Self.ends.contains(line[place]), !ByteInput.isBlank(line[place]) {
      place += 1
    }
    guard place > start, place < line.count else { throw Malformed() }
    return start..<place
  }

  private static let ends = Array(",{}[]\"".utf8)
}
