extension ByteInput {
  /// A file whole, and what messages call it; `-` is standard input.
  ///
  /// Throws a `Failure`: 66 where it cannot be read, 65 where it is longer than a limit.
  static func bytes(of file: String, upTo limit: Int) throws(Failure) -> (
    bytes: [UInt8], name: String
  ) {
    var input = try ByteInput(opening: file)
    var bytes: [UInt8] = []
    while true {
      try input.fill(1)
      guard !input.pending.isEmpty else { return (bytes, input.name) }
      bytes += input.buffer[input.pending]
      guard bytes.count <= limit else {
        throw Failure(.data, "\(input.name) has more than \(limit) bytes.")
      }
      input.take(input.pending.count)
    }
  }

  /// A text file whole, without its byte order mark; 65 where it is not UTF-8.
  static func text(of file: String, upTo limit: Int) throws(Failure) -> (text: String, name: String)
  {
    let (bytes, name) = try bytes(of: file, upTo: limit)
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.data, "\(name) is not UTF-8 text.")
    }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    return (text, name)
  }
}
