/// How each format writes a string so that it stays one cell.
enum Quoting {
  /// The string as RFC 4180 asks: quoted only when it holds a comma, a quote or a line end.
  static func csv(_ text: String) -> String {
    // Unicode scalars, because Swift sees a CR LF pair as one character that is neither.
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// The string with tabs, line ends and backslashes as `\t`, `\n`, `\r` and `\\`.
  static func tsv(_ text: String) -> String {
    replacing(in: text) { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\t": "\\t"
      case "\n": "\\n"
      case "\r": "\\r"
      default: nil
      }
    }
  }

  /// The string as a JSON string literal, with its quotes.
  static func json(_ text: String) -> String {
    let escaped = replacing(in: text) { scalar in
      switch scalar {
      case "\"": return "\\\""
      case "\\": return "\\\\"
      case "\n": return "\\n"
      case "\r": return "\\r"
      case "\t": return "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: return nil
      }
    }
    return "\"" + escaped + "\""
  }

  /// The string with pipes and backslashes escaped and line ends as spaces.
  static func markdown(_ text: String) -> String {
    replacing(in: text) { scalar in
      switch scalar {
      case "|": "\\|"
      case "\\": "\\\\"
      case "\n", "\r": " "
      default: nil
      }
    }
  }

  private static func replacing(
    in text: String, _ replacement: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let replaced = replacement(scalar) {
        result += replaced
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
