import Formulas

extension Setting {
  /// An error in what its value refers to, said of its place; other errors as they are.
  package func problem(for error: any Error) -> any Error {
    switch error {
    case let error as FormulaError: Problem(key.name, at: place, error)
    case let error as ReferenceError: problem(Sentence(error))
    default: error
    }
  }

  /// An error in the definitions that its value holds, said of their line.
  package func problem(inDefinitions error: FormulaError) -> Problem {
    let line = error.line?.number ?? 1
    guard let source else {
      // A text on one line of a file, or with line ends that it only describes.
      return Problem(
        key.name, at: place,
        "line \(line) of the definitions, column \(error.column): \(error.description)",
        excerpt: error.excerpt)
    }
    // A block in a figure file is indented, nobody knows here by how much.
    let column = source.firstLine == 1 ? error.column : nil
    return Problem(
      key.name, at: .line(source.firstLine + line - 1, column: column, of: source.file),
      "\(error.description)", excerpt: error.excerpt)
  }
}

extension Sentence {
  /// The sentence of an error in a reference, with the command that lists the names where nothing near is known.
  fileprivate init(_ error: ReferenceError) {
    let command: String
    switch error.namesToLookThrough {
    case nil:
      self = "\(error.description)"
      return
    case .catalogue: command = "'actviz list' shows all of them"
    case .framework(let framework):
      command = "'actviz list --framework \(framework.name)' shows what it has"
    }
    self = "\(String(error.description.dropLast())); \(command)."
  }
}
