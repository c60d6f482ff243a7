/// A value as Python writes it, as far as npy headers need: dicts, tuples, lists, strings and numbers.
indirect enum PythonLiteral: Equatable {
  case string(String)
  /// A whole number.
  case number(Int)
  /// `True`, `False` or `None`, as written.
  case word(String)
  /// A tuple or a list.
  case list([PythonLiteral])
  case dictionary([String: PythonLiteral])

  /// Reads a whole text; `nil` where it is none of these.
  init?(_ text: String) {
    var parser = Parser(text: Array(text.unicodeScalars))
    guard let value = parser.value(depth: 0), parser.isAtEnd else { return nil }
    self = value
  }

  /// The string, where it is one.
  var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The number, where it is one.
  var number: Int? { if case .number(let value) = self { value } else { nil } }
  /// The elements, where it is a tuple or a list.
  var list: [PythonLiteral]? { if case .list(let values) = self { values } else { nil } }

  private struct Parser {
    let text: [Unicode.Scalar]
    var place = 0

    /// The next scalar that is no blank.
    private var next: Unicode.Scalar? {
      mutating get {
        while place < text.count, text[place].properties.isWhitespace { place += 1 }
        return place < text.count ? text[place] : nil
      }
    }

    var isAtEnd: Bool { mutating get { next == nil } }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard next == scalar else { return false }
      place += 1
      return true
    }

    mutating func value(depth: Int) -> PythonLiteral? {
      // No header nests deeper; one that pretends to must not exhaust the stack.
      guard depth < 16, let first = next else { return nil }
      switch first {
      case "{": return dictionary(depth: depth)
      case "(": return list(closedBy: ")", depth: depth)
      case "[": return list(closedBy: "]", depth: depth)
      case "'", "\"": return string().map { .string($0) }
      default: return word()
      }
    }

    private mutating func list(closedBy close: Unicode.Scalar, depth: Int) -> PythonLiteral? {
      place += 1
      var values: [PythonLiteral] = []
      while !take(close) {
        guard let value = value(depth: depth + 1) else { return nil }
        values.append(value)
        if !take(","), next != close { return nil }
      }
      return .list(values)
    }

    private mutating func dictionary(depth: Int) -> PythonLiteral? {
      place += 1
      var members: [String: PythonLiteral] = [:]
      while !take("}") {
        guard let key = value(depth: depth + 1)?.string, take(":"),
          let value = value(depth: depth + 1)
        else { return nil }
        members[key] = value
        if !take(","), next != "}" { return nil }
      }
      return .dictionary(members)
    }

    private mutating func string() -> String? {
      let quote = text[place]
      place += 1
      var content = String.UnicodeScalarView()
      while place < text.count, text[place] != quote {
        if text[place] == "\\" { place += 1 }
        guard place < text.count else { return nil }
        content.append(text[place])
        place += 1
      }
      return take(quote) ? String(content) : nil
    }

    private mutating func word() -> PythonLiteral? {
      var content = String.UnicodeScalarView()
      while place < text.count,
        text[place].properties.isAlphabetic || "-0123456789".unicodeScalars.contains(text[place])
      {
        content.append(text[place])
        place += 1
      }
      let word = String(content)
      if let number = Int(word) { return .number(number) }
      return ["True", "False", "None"].contains(word) ? .word(word) : nil
    }
  }
}
