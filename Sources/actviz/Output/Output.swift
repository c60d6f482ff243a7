/// Where a command's result goes, and the one way that it gets there.
///
/// A file is made whole or not at all, with all else that the run writes: see ``OutputTransaction``.
struct Output: Equatable {
  enum Destination: Equatable {
    case standardOutput
    case file(String)
  }

  var destination: Destination

  static let standardOutput = Output(destination: .standardOutput)

  init(destination: Destination) {
    self.destination = destination
  }

  /// The output that `-o` names: a path, or `-` for standard output.
  init(_ argument: String) {
    // Opening /dev/stdout anew would lose the place of a file that the shell appends to.
    let isStandardOutput = ["-", "/dev/stdout", "/dev/fd/1"].contains(argument)
    destination = isStandardOutput ? .standardOutput : .file(argument)
  }

  /// Writes a whole result, the only one of a run.
  func write(_ bytes: [UInt8]) throws {
    try stream { sink in try bytes.withUnsafeBytes(sink.write) }
  }

  /// Writes a text as UTF-8.
  func write(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Has `body` write the only result of a run, and finishes it if `body` returns.
  ///
  /// If `body` throws, the error goes on and a regular file stays as it was.
  func stream(_ body: (ByteSink) throws -> Void) throws {
    var outputs = OutputTransaction()
    try outputs.stream(to: self, body)
    try outputs.commit()
  }

  /// Writes to standard output, a device or a pipe, and takes note of a reader that has left.
  func writeDirectly(_ bytes: [UInt8], _ readerHasLeft: inout Bool) throws {
    do {
      try streamDirectly { sink in try bytes.withUnsafeBytes(sink.write) }
    } catch let failure as Failure where failure == .readerHasLeft {
      readerHasLeft = true
    }
  }

  /// Has `body` write to standard output, a device or a pipe.
  func streamDirectly(_ body: (ByteSink) throws -> Void) throws {
    switch destination {
    case .standardOutput:
      if Platform.isTerminal(1) { ProgressLine.end() }
      let sink = ByteSink(descriptor: 1, name: "standard output")
      try body(sink)
      try Self.closeCopy(of: sink)
    case .file(let path):
      let sink = try OutputFile(path: path).openExisting()
      do {
        try body(sink)
      } catch {
        try? sink.close()
        throw error
      }
      try sink.close()
    }
  }

  /// Learns of delayed write errors, and leaves standard output open.
  private static func closeCopy(of sink: ByteSink) throws(Failure) {
    do {
      try Platform.close(Platform.duplicate(sink.descriptor))
    } catch {
      throw Failure(.ioError, "Writing to \(sink.name) failed: \(error.message).")
    }
  }

  /// How many characters a line of text may have on standard output; nil where that is no terminal.
  ///
  /// Some terminals break a line that fills them.
  static var textWidth: Int? {
    Platform.isTerminal(1) ? (Platform.columns(ofTerminal: 1) ?? 80) - 1 : nil
  }

  /// How many characters a line may have on standard output, and how many lines are seen at once, where it tells; nil where that is no
  /// terminal.
  static var textSize: (columns: Int, rows: Int?)? {
    textWidth.map { ($0, Platform.rows(ofTerminal: 1)) }
  }

  /// Whether the result would land on a terminal, where pictures are noise.
  var isTerminal: Bool {
    switch destination {
    case .standardOutput:
      return Platform.isTerminal(1)
    case .file(let path):
      // Only a character device can be one, and opening a pipe would wait for its reader.
      guard (try? Platform.status(of: path).kind) == .characterDevice,
        let descriptor = try? Platform.open(path, .writeExisting)
      else { return false }
      defer { try? Platform.close(descriptor) }
      return Platform.isTerminal(descriptor)
    }
  }
}
