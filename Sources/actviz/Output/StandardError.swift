/// The stream for what is not a result: errors, and news for who watches.
enum StandardError {
  /// Writes a line; nobody can be told if that fails.
  static func print(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    bytes.withUnsafeBytes { try? Platform.writeAll($0, to: 2) }
  }
}
