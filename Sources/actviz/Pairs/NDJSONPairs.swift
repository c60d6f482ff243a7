import Activations

/// Pairs as JSON objects, one a line; what JSON has no number for stands as `"nan"`, `"inf"`, `"-inf"`.
///
/// The first object's keys tell which members are x and y. `NaN` and `Infinity`, which Python's
/// json module writes, are read too.
struct NDJSONPairs: PairFormat {
  let columns: PairColumns
  /// The type of bit patterns, where it was given.
  let bits: FloatType?
  private var row: ObjectRow?

  init(columns: PairColumns, bitsOf type: FloatType?) {
    self.columns = columns
    bits = type
  }

  mutating func next(_ limit: Int, from input: inout ByteInput) throws(Failure) -> PairRows? {
    var lines = input.lines(comment: nil)
    if row == nil { row = try firstRow(of: &input, &lines) }
    guard let row else { return nil }
    return input.rows(limit, lines, row)
  }

  /// How rows are laid out, by the first one.
  private func firstRow(of input: inout ByteInput, _ lines: inout Lines) throws(Failure)
    -> ObjectRow?
  {
    guard let first = try input.firstRow(&lines) else { return nil }
    let names = lines.withBytes {
      JSONMembers.keys(of: UnsafeRawBufferPointer(rebasing: $0[first.place]))
    }
    guard let names else { throw lines.badLine(first.number, ObjectRow.noObject) }
    do {
      let keys = try columns.places(in: names).map {
        ObjectRow.Key(name: names[$0.index], form: $0.form)
      }
      return ObjectRow(keys: keys, bits: bits)
    } catch .tooFew {
      let wanted = names.first.map { $0.lowercased() == "x" ? "y" : "x" } ?? "x"
      throw lines.badLine(first.number, "the object has no member '\(wanted)'.")
    } catch {
      throw Failure(.data, error.sentence(of: input.name))
    }
  }
}

/// A row that is an object, and which of its members are meant.
private struct ObjectRow: RowReader {
  /// A member that counts.
  struct Key: Sendable {
    let name: String
    /// The name as it stands in a file.
    let bytes: [UInt8]
    let form: FileColumn.Form

    init(name: String, form: FileColumn.Form) {
      (self.name, bytes, self.form) = (name, Array(name.utf8), form)
    }

    @inline(__always)
    func isNamed(_ key: Range<Int>, of line: UnsafeRawBufferPointer) -> Bool {
      key.count == bytes.count && line[key].elementsEqual(bytes)
    }
  }

  /// The members of x, y and a third, as far as they are meant.
  let keys: [Key]
  let bits: FloatType?

  static let noObject = "it is no JSON object of numbers, such as {\"x\":0.5,\"y\":0.25}."

  @inline(__always)
  func append(_ row: Range<Int>, of bytes: UnsafeRawBufferPointer, to pairs: inout Pairs) -> Bool {
    let line = UnsafeRawBufferPointer(rebasing: bytes[row])
    guard let places = places(in: line), let x = number(0, places.0, of: line),
      keys.count < 2 || places.1 != nil, keys.count < 3 || places.2 != nil
    else { return false }
    let (y, third) = (number(1, places.1, of: line), number(2, places.2, of: line))
    guard keys.count < 2 || y != nil, keys.count < 3 || third != nil else { return false }
    pairs.append(x, y, third)
    return true
  }

  /// Where the values of the first members with these keys stand; nil where the line is no object.
  @inline(__always)
  private func places(in line: UnsafeRawBufferPointer) -> (Range<Int>?, Range<Int>?, Range<Int>?)? {
    var places: (Range<Int>?, Range<Int>?, Range<Int>?)
    let isObject = JSONMembers.forEach(of: line) { key, value in
      if places.0 == nil, keys[0].isNamed(key, of: line) { places.0 = value }
      if places.1 == nil, keys.count > 1, keys[1].isNamed(key, of: line) { places.1 = value }
      if places.2 == nil, keys.count > 2, keys[2].isNamed(key, of: line) { places.2 = value }
    }
    return isObject ? places : nil
  }

  /// The number that a member is; nil where there is none.
  @inline(__always)
  private func number(_ index: Int, _ place: Range<Int>?, of line: UnsafeRawBufferPointer)
    -> Double?
  {
    guard let place else { return nil }
    if keys[index].form == .number, let value = NumberText.number(line[place]) { return value }
    if case .number(let value) = reading(index, place, of: line) { return value }
    return nil
  }

  /// What the text of a member reads as.
  private func reading(_ index: Int, _ place: Range<Int>, of line: UnsafeRawBufferPointer)
    -> NumberSpelling.Reading
  {
    let text = String(decoding: line[place], as: UTF8.self)
    return keys[index].form == .bits ? BitText.read(text, as: bits) : NumberSpelling().read(text)
  }

  func problem(of row: Range<Int>, in bytes: UnsafeRawBufferPointer) -> String {
    let line = UnsafeRawBufferPointer(rebasing: bytes[row])
    guard let places = places(in: line) else { return Self.noObject }
    for (index, place) in [places.0, places.1, places.2].prefix(keys.count).enumerated() {
      let name = Printable.excerpt(keys[index].name.utf8)
      guard let place else { return "the object has no member '\(name)'." }
      if case .problem(let problem) = reading(index, place, of: line) {
        return "\(name) \(problem)."
      }
    }
    return "it cannot be read."
  }
}
