/// The stream for what is not a result: errors, and news for who watches.
enum StandardError {
  /// Writes a line, which may quote what others wrote; nobody can be told if that fails.
  static func print(_ line: String) { write(Printable.line(line)) }

  /// Writes lines, which may quote what others wrote.
  static func print(lines: String) { write(Printable.lines(lines)) }

  /// Writes lines of a formula and a caret, which are made for a terminal.
  static func print(excerpt: String) { write(excerpt) }

  private static func write(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    ProgressLine.givingWay {
      bytes.withUnsafeBytes { try? Platform.writeAll($0, to: 2) }
    }
  }
}
