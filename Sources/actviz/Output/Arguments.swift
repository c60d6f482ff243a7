/// The arguments of this run, which belong to the process.
enum Arguments {
  /// What stands behind the program's name, with U+FFFD for what is not UTF-8.
  static let all: [String] = Platform.arguments.dropFirst().map {
    String(decoding: $0, as: UTF8.self)
  }

  /// Throws a `Failure` (64) for an argument that is not UTF-8: a file of another name would be read or written.
  static func check() throws(Failure) {
    for (index, bytes) in Platform.arguments.enumerated().dropFirst()
    where String(validating: bytes, as: UTF8.self) == nil {
      throw Failure(
        .usage,
        "Argument \(index), '\(Printable.excerpt(bytes))', is not UTF-8 text; rename the file.")
    }
  }
}
