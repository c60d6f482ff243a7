import Activations
import ArgumentParser

/// What formulas need beside themselves: values for their parameters, and definitions.
struct FormulaOptions: ParsableArguments {
  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a parameter of formulas; repeatable.", valueName: "name=list"))
  var parameters: [String] = []

  @Option(
    name: .customLong("define"),
    help: ArgumentHelp(
      "Read definitions 'NAME(x; a=1) = FORMULA', one a line; repeatable.", valueName: "file"),
    completion: .file())
  var definitionFiles: [String] = []

  /// The parameters with the option as it was typed and the list of values.
  func assignments() throws -> [(name: String, option: String, text: String)] {
    try parameters.map { text in
      let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty else {
        throw Failure(.usage, "--param must be of the form NAME=LIST, not '\(text)'.")
      }
      return (sides[0].lowercased(), "param \(sides[0])", String(sides[1]))
    }
  }

  /// The definitions of all files.
  func definitions() throws -> Definitions {
    var definitions = Definitions()
    for file in definitionFiles {
      var input = try ByteInput(opening: file)
      var bytes: [UInt8] = []
      while true {
        try input.fill(1)
        guard !input.pending.isEmpty else { break }
        bytes += input.buffer[input.pending]
        guard bytes.count <= Self.largest else {
          throw Failure(.data, "\(input.name) has more than \(Self.largest) bytes.")
        }
        input.take(input.pending.count)
      }
      var text = String(decoding: bytes, as: UTF8.self)
      if text.first == "\u{FEFF}" { text.removeFirst() }
      do {
        try definitions.read(text, from: input.name)
      } catch {
        throw Failure(.data, error)
      }
    }
    return definitions
  }

  /// The longest file of definitions.
  private static let largest = 1 << 20
}

extension Failure {
  /// A formula's error, under its text and a caret; in a file, with the line and the column.
  init(_ status: ExitStatus, _ error: FormulaError) {
    let place = error.line.map { "Line \($0.number) of \($0.file), column \(error.column): " }
    self.init(status, (place ?? "") + error.description, excerpt: error.excerpt)
  }
}
