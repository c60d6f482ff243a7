/// A JSON value, for results that are no table.
package enum JSON: Sendable {
  /// A text.
  case string(String)
  /// A number; what JSON has no number for becomes the string `"nan"`, `"inf"` or `"-inf"`.
  case number(Double)
  /// A truth value.
  case flag(Bool)
  /// A list of values.
  case array([JSON])
  /// Members in the order in which they are written.
  case object([(String, JSON)])
  /// No value.
  case null

  /// The value as JSON text, indented by two spaces, without a final line end.
  package var text: String { text(indentation: "") }

  /// The value as JSON text on one line, without blanks.
  package var line: String {
    switch self {
    case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { Quoting.json($0) + ":" + $1.line }.joined(separator: ",") + "}"
    case .string, .number, .flag, .null: text
    }
  }

  private func text(indentation: String) -> String {
    let inner = indentation + "  "
    switch self {
    case .string(let text): return Quoting.json(text)
    case .number(let value):
      let text = DecimalText.shortest(value)
      return value.isFinite ? text : Quoting.json(text)
    case .flag(let flag): return flag ? "true" : "false"
    case .null: return "null"
    case .array(let values):
      return Self.block("[", values.map { $0.text(indentation: inner) }, "]", indentation)
    case .object(let members):
      let lines = members.map { "\(Quoting.json($0)): \($1.text(indentation: inner))" }
      return Self.block("{", lines, "}", indentation)
    }
  }

  private static func block(
    _ open: String, _ items: [String], _ close: String, _ indentation: String
  ) -> String {
    guard !items.isEmpty else { return open + close }
    let inner = "\n" + indentation + "  "
    return open + inner + items.joined(separator: "," + inner) + "\n" + indentation + close
  }
}
