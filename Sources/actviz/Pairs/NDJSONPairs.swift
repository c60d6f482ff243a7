/// Pairs as JSON objects, one a line; what JSON has no number for stands as `"nan"`, `"inf"`, `"-inf"`.
///
/// The first object's keys tell which members are x and y. `NaN` and `Infinity`, which Python's
/// json module writes, are read too.
struct NDJSONPairs: PairFormat {
  let columns: PairColumns
  private var keys: Keys?

  /// The names of the members that count.
  private struct Keys {
    var x: String
    var y: String
    var third: String?
  }

  init(columns: PairColumns) {
    self.columns = columns
  }

  mutating func read(_ limit: Int, from input: inout ByteInput) throws(Failure) -> Pairs {
    var pairs = Pairs()
    while pairs.count < limit, let line = try input.nextLine() {
      if line.isEmpty { continue }
      let row = try row(line, of: input)
      guard case .values(let readings) = row, readings.allSatisfy({ $0.problem == nil }) else {
        throw bad(row, of: input)
      }
      let values = readings.map { if case .number(let value) = $0 { value } else { Double.nan } }
      pairs.append(values[0], values[1], values.count > 2 ? values[2] : nil)
    }
    return pairs
  }

  /// What a line holds.
  private enum Row {
    /// What x, y and perhaps an error read as.
    case values([NumberText.Reading])
    /// An object without a member of that name.
    case missing(String)
    case malformed
  }

  private mutating func row(_ line: Range<Int>, of input: borrowing ByteInput) throws(Failure)
    -> Row
  {
    let members = input.buffer.withUnsafeBytes {
      JSONMembers.all(of: UnsafeRawBufferPointer(rebasing: $0[line]))
    }
    guard let members else { return .malformed }
    let keys: Keys
    if let known = self.keys {
      keys = known
    } else {
      keys = try Self.keys(among: members, columns, of: input)
      self.keys = keys
    }
    var readings: [NumberText.Reading] = []
    for key in [keys.x, keys.y] + [keys.third].compactMap(\.self) {
      guard let member = members.first(where: { $0.key == key }) else { return .missing(key) }
      readings.append(
        input.buffer.withUnsafeBytes { bytes in
          let text = UnsafeRawBufferPointer(rebasing: bytes[line]).assumingMemoryBound(
            to: CChar.self)
          return NumberText.read(UnsafeBufferPointer(rebasing: text[member.value]))
        })
    }
    return .values(readings)
  }

  private static func keys(
    among members: [JSONMembers.Member], _ columns: PairColumns, of input: borrowing ByteInput
  ) throws(Failure) -> Keys {
    let names = members.map(\.key)
    do {
      let places = try columns.places(in: names)
      return Keys(
        x: names[places.x], y: names[places.y], third: places.third.map { names[$0] })
    } catch .tooFew {
      return Keys(x: "x", y: "y")
    } catch {
      throw Failure(.data, error.sentence(of: input.name))
    }
  }

  /// What is wrong with a line that could not be read.
  private func bad(_ row: Row, of input: borrowing ByteInput) -> Failure {
    switch row {
    case .malformed:
      return input.badLine("it is no JSON object of numbers, such as {\"x\":0.5,\"y\":0.25}.")
    case .missing(let key):
      return input.badLine("the object has no member '\(Printable.excerpt(key.utf8))'.")
    case .values(let readings):
      let names = [keys?.x, keys?.y, keys?.third].map { $0 ?? "y" }
      let wrong = zip(names, readings).first { $0.1.problem != nil }
      let problem = wrong?.1.problem ?? "cannot be read"
      return input.badLine("\(Printable.excerpt((wrong?.0 ?? "y").utf8)) \(problem).")
    }
  }
}
