import Activations

/// Pairs as JSON objects, one a line; what JSON has no number for stands as `"nan"`, `"inf"`, `"-inf"`.
///
/// The first object's keys tell which members are x and y. `NaN` and `Infinity`, which Python's
/// json module writes, are read too.
struct NDJSONPairs: PairFormat {
  let columns: PairColumns
  /// The type of bit patterns, where it was given.
  let bits: FloatType?
  private var keys: [Key] = []

  /// A member that counts.
  private struct Key {
    var name: String
    var form: FileColumn.Form
  }

  init(columns: PairColumns, bitsOf type: FloatType?) {
    self.columns = columns
    bits = type
  }

  mutating func read(_ limit: Int, from input: inout ByteInput) throws(Failure) -> Pairs {
    var pairs = Pairs()
    while pairs.count < limit, let line = try input.nextLine() {
      if line.isEmpty { continue }
      let members = input.buffer.withUnsafeBytes {
        JSONMembers.all(of: UnsafeRawBufferPointer(rebasing: $0[line]))
      }
      guard let members else {
        throw input.badLine("it is no JSON object of numbers, such as {\"x\":0.5,\"y\":0.25}.")
      }
      if keys.isEmpty { keys = try keys(among: members, of: input) }
      let x = try value(keys[0], members, line, of: input)
      let y = try keys.count > 1 ? value(keys[1], members, line, of: input) : nil
      pairs.append(x, y, try keys.count > 2 ? value(keys[2], members, line, of: input) : nil)
    }
    return pairs
  }

  /// The number that a member is.
  @inline(__always)
  private func value(
    _ key: Key, _ members: [JSONMembers.Member], _ line: Range<Int>, of input: borrowing ByteInput
  ) throws(Failure) -> Double {
    guard let member = members.first(where: { $0.key == key.name }) else {
      throw input.badLine("the object has no member '\(Printable.excerpt(key.name.utf8))'.")
    }
    let reading = input.buffer.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes[line])[member.value]
      if key.form == .number {
        let characters = UnsafeRawBufferPointer(rebasing: text).assumingMemoryBound(to: CChar.self)
        if case .number(let value) = NumberText.read(characters) {
          return NumberSpelling.Reading.number(value)
        }
      }
      let string = String(decoding: text, as: UTF8.self)
      return key.form == .bits
        ? BitText.read(string, as: bits) : NumberSpelling().read(string)
    }
    switch reading {
    case .number(let value): return value
    case .problem(let problem):
      throw input.badLine("\(Printable.excerpt(key.name.utf8)) \(problem).")
    }
  }

  private func keys(
    among members: [JSONMembers.Member], of input: borrowing ByteInput
  ) throws(Failure) -> [Key] {
    let names = members.map(\.key)
    do {
      return try columns.places(in: names).map { Key(name: names[$0.index], form: $0.form) }
    } catch .tooFew {
      let wanted = names.first.map { $0.lowercased() == "x" ? "y" : "x" } ?? "x"
      throw input.badLine("the object has no member '\(wanted)'.")
    } catch {
      throw Failure(.data, error.sentence(of: input.name))
    }
  }
}
