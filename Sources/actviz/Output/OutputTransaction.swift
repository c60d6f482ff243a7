/// All that one run writes: everything arrives at its place, or nothing does.
///
/// Every file is written whole beside its place. Only when the last one is complete are the devices and pipes
/// written, the files moved to their places, and what belongs on standard output printed. Where any of that fails,
/// files that were moved already are taken back, and no temporary file stays. Failures are 73 where a
/// file cannot be made, 74 where writing fails, 64 where two results go to one place or a result would replace what
/// is being read; a reader that has left ends the run quietly, its files in place.
///
///     var outputs = OutputTransaction()
///     try outputs.add(yaml, to: figureFile)
///     try outputs.add(bytes, to: picture)
///     try outputs.commit(printing: "picture.png\n")
struct OutputTransaction: ~Copyable {
  private var files: [StagedFile] = []
  /// What goes to standard output, a device or a pipe, and waits for the files.
  private var direct: [(output: Output, bytes: [UInt8])] = []
  private var places = OutputPlaces()

  init() {
    // A file may lie on a disk with a limit, and a pipe may lose its reader.
    Platform.makeFailedWritesErrors()
  }

  deinit {
    for file in files { file.discard() }
  }

  /// Completes a result; it takes its place with the others.
  mutating func add(_ bytes: [UInt8], to output: Output) throws {
    guard let file = try claim(output) else {
      direct.append((output, bytes))
      return
    }
    files.append(try StagedFile(for: file) { sink in try bytes.withUnsafeBytes(sink.write) })
  }

  /// Completes a text in UTF-8.
  mutating func add(_ text: String, to output: Output) throws {
    try add(Array(text.utf8), to: output)
  }

  /// Has `body` write a result of any length; a device or a pipe takes it at once.
  mutating func stream(to output: Output, _ body: (ByteSink) throws -> Void) throws {
    if let file = try claim(output) {
      files.append(try StagedFile(for: file, body))
    } else {
      try output.streamDirectly(body)
    }
  }

  /// Brings everything to its place, then tells a path on standard error and prints a text on standard output.
  ///
  /// `showing` is what a terminal on standard output is sent before that, once files can be read at their places.
  mutating func commit(
    telling path: String? = nil, showing: () throws -> [UInt8] = { [] }, printing text: String = ""
  ) throws {
    ProgressLine.end()
    if !text.isEmpty { try places.claimStandardOutput() }
    var readerHasLeft = false
    for (output, bytes) in direct {
      try output.writeDirectly(bytes, &readerHasLeft)
    }
    direct = []
    let isLastStep = files.count < 2 && text.isEmpty
    let placed = try PlacedFiles(files, keepsOld: !isLastStep)
    files = []
    let shown = try showing()
    if !shown.isEmpty { try Output.standardOutput.writeDirectly(shown, &readerHasLeft) }
    if let path { StandardError.print(lines: path) }
    if !text.isEmpty {
      do {
        let shown = Output.standardOutput.isTerminal ? Printable.lines(text) : text
        try Output.standardOutput.writeDirectly(Array(shown.utf8), &readerHasLeft)
      } catch {
        placed.takeBack()
        throw error
      }
    }
    placed.keep()
    if readerHasLeft { throw Failure.readerHasLeft }
  }

  /// The same with the path of a picture as what is printed; `quiet` leaves it out.
  mutating func commit(result: @autoclosure () -> String?, quiet: Bool) throws {
    try quiet ? commit() : commit(printing: result() ?? "")
  }

  /// The file that an output is, nil where it is written directly.
  private mutating func claim(_ output: Output) throws -> OutputFile? {
    guard case .file(let path) = output.destination else {
      try places.claimStandardOutput()
      return nil
    }
    let file = try OutputFile(path: path)
    try places.claim(file)
    return file.isWrittenDirectly ? nil : file
  }
}
