import FigureSpecification

/// A command line that is being typed, up to the cursor: what its words are to the command.
///
/// Nothing is refused: what is wrong with a line is said when it is run.
struct CommandLineAtCursor {
  /// What the word at the cursor may be.
  enum Expected {
    /// The value of an option; the lead stands before it in the same word, `--theme=`.
    case value(Key, lead: String)
    case option
    case operand
  }

  let command: Command
  /// The word at the cursor, as far as it stands before it.
  let current: String
  /// What stands there without a name.
  private(set) var operands: [String] = []
  /// The options that have a value, with it.
  private(set) var values: [(key: Key, text: String)] = []
  private var pending: Key?
  private var isBehindHyphens = false

  /// The words behind the command's name, before the one at the cursor.
  init(_ command: Command, _ words: ArraySlice<String>, at current: String) {
    self.command = command
    self.current = current
    for word in words { take(word) }
  }

  /// What the word at the cursor may be.
  var expected: Expected {
    if let pending { return .value(pending, lead: "") }
    guard !isBehindHyphens, current.hasPrefix("-") else { return .operand }
    if let equals = current.firstIndex(of: "="), let key = option(current[..<equals]) {
      return .value(key, lead: String(current[...equals]))
    }
    return .option
  }

  private mutating func take(_ word: String) {
    if let key = pending {
      values.append((key, word))
      pending = nil
    } else if isBehindHyphens || !word.hasPrefix("-") || word == "-" {
      operands.append(word)
    } else if word == "--" {
      isBehindHyphens = true
    } else {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = option(parts[0]) else {
        if !word.hasPrefix("--") { operands.append(word) }
        return
      }
      if parts.count > 1 {
        values.append((key, String(parts[1])))
      } else if key.form != .flag {
        pending = key
      }
    }
  }

  /// The option that a word names, the last of several letters: `--output`, `-o`, `-qo`.
  private func option(_ word: Substring) -> Key? {
    let keys = Keys.of(command).filter { !$0.isPositional }
    if word.hasPrefix("--") {
      return Keys.option(String(word.dropFirst(2)), nil, of: command, among: keys)
    }
    let found = word.dropFirst().map { letter in keys.first { $0.letter == letter } }
    guard found.allSatisfy({ $0 != nil }), let last = found.last else { return nil }
    return last
  }
}
