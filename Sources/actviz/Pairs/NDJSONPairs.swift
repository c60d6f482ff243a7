/// Pairs as JSON objects, one a line; what JSON has no number for stands as `"nan"`, `"inf"`, `"-inf"`.
///
/// The first object's keys tell which members are x and y. `NaN` and `Infinity`, which Python's
/// json module writes, are read too.
struct NDJSONPairs: PairFormat {
  let columns: PairColumns
  private var keys: (x: String, y: String)?

  init(columns: PairColumns) {
    self.columns = columns
  }

  mutating func read(_ limit: Int, from input: inout ByteInput) throws(Failure) -> Pairs {
    var pairs = Pairs()
    while pairs.count < limit, let line = try input.nextLine() {
      if line.isEmpty { continue }
      let row = row(line, of: input)
      guard case .values(.number(let x), .number(let y)) = row else {
        throw bad(row, of: input)
      }
      pairs.append(x, y)
    }
    return pairs
  }

  /// What a line holds.
  private enum Row {
    /// What x and y read as.
    case values(NumberText.Reading, NumberText.Reading)
    /// An object without a member of that name.
    case missing(String)
    case malformed
  }

  private mutating func row(_ line: Range<Int>, of input: borrowing ByteInput) -> Row {
    input.buffer.withUnsafeBytes { bytes in
      let line = UnsafeRawBufferPointer(rebasing: bytes[line])
      guard let members = JSONMembers.all(of: line) else { return .malformed }
      let keys = keys ?? Self.keys(among: members, columns)
      self.keys = keys
      guard let x = members.first(where: { $0.key == keys.x }) else { return .missing(keys.x) }
      guard let y = members.first(where: { $0.key == keys.y }) else { return .missing(keys.y) }
      let text = line.assumingMemoryBound(to: CChar.self)
      return .values(
        NumberText.read(UnsafeBufferPointer(rebasing: text[x.value])),
        NumberText.read(UnsafeBufferPointer(rebasing: text[y.value])))
    }
  }

  private static func keys(among members: [JSONMembers.Member], _ columns: PairColumns) -> (
    x: String, y: String
  ) {
    let names = members.map(\.key)
    guard let places = columns.places(in: names) else { return ("x", "y") }
    return (names[places.x], names[places.y])
  }

  /// What is wrong with a line that could not be read.
  private func bad(_ row: Row, of input: borrowing ByteInput) -> Failure {
    switch row {
    case .malformed:
      return input.badLine("it is no JSON object of numbers, such as {\"x\":0.5,\"y\":0.25}.")
    case .missing(let key):
      return input.badLine("the object has no member '\(Printable.excerpt(key.utf8))'.")
    case .values(let x, let y):
      let key = x.problem == nil ? keys?.y : keys?.x
      let problem = x.problem ?? y.problem ?? "cannot be read"
      return input.badLine("\(Printable.excerpt((key ?? "y").utf8)) \(problem).")
    }
  }
}
