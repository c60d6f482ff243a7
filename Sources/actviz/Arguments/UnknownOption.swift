import Activations
import FigureSpecification
import Formulas

/// An option that a command lacks: what may have been meant, by its letters or by its meaning.
struct UnknownOption {
  let command: Command
  /// The options that the command has.
  let options: [Key]
  /// As it was typed, with its hyphens.
  let typed: String

  /// The name without hyphens before it and without a value.
  private var name: String { String(typed.drop { $0 == "-" }.prefix { $0 != "=" }) }

  var sentence: Sentence {
    let lead = "\(command.rawValue) has no option '\(Printable.excerpt(typed.utf8))'"
    let help = "'actviz \(command.rawValue) --help' shows"
    let near = name.isEmpty ? [] : suggestions
    if !near.isEmpty {
      let list = near.map { "'\($0)'" }.joined(separator: " or ")
      return "\(lead); did you mean \(list)? \(help) all."
    }
    if !owners.isEmpty {
      return "\(lead); it is an option of \(owners.joined(separator: ", ")). \(help) those it has."
    }
    if !typed.hasPrefix("--"), Vocabulary.functions.contains(name.lowercased()) {
      return "\(lead), and a function in a formula needs its argument: '-\(name)(x)'."
    }
    return "\(lead); \(help) all."
  }

  /// The commands that have an option of just that name.
  private var owners: [String] {
    // A letter behind one hyphen is not the name of one letter behind two.
    guard name.count > 1 || typed.hasPrefix("--") else { return [] }
    return Command.allCases.filter { Keys.option(name, nil, of: $0, among: Keys.of($0)) != nil }
      .map(\.rawValue)
  }

  /// What is likely, from the surest to the least; none where nothing is.
  private var suggestions: [String] {
    if let key = options.first(where: { OtherNames.compact($0.name.text) == compact }) {
      return [Self.spelling(key)]
    }
    if let meant = OtherNames.meant(by: name, among: options) { return [meant] }
    if let letter = letterWithValue { return [letter] }
    guard owners.isEmpty else { return [] }
    // A word that says no to what it names is meant for the contrary.
    if name.hasPrefix("no-"), options.contains(where: { "no-" + $0.name.text == name }) {
      return negated
    }
    for likely in [axes, misspelt(by: 1) + choices, parts, misspelt(by: 2)]
    where (1...2).contains(likely.count) {
      return likely
    }
    return []
  }

  private var compact: String { OtherNames.compact(name) }

  private static func spelling(_ key: Key) -> String { "--\(key.name.text)" }

  /// `-ofile.svg` is `-o file.svg`.
  private var letterWithValue: String? {
    guard !typed.hasPrefix("--"), let letter = typed.dropFirst().first, typed.count > 2,
      let key = options.first(where: { $0.letter == letter }), key.form != .flag
    else { return nil }
    return "-\(letter) \(Printable.excerpt(typed.dropFirst(2).utf8))"
  }

  /// `--no-grid` is `--grid off`.
  private var negated: [String] {
    let base = String(name.dropFirst(3))
    let key = options.first { $0.name.text == base }
    guard case .words(let words) = key?.completion else { return [] }
    return ["off", "none"].filter(words.contains).prefix(1).map { "--\(base) \($0)" }
  }

  /// `--dark` is `--theme dark`: the options that take the word as a value.
  private var choices: [String] {
    options.compactMap { key in
      guard case .words(let words) = key.completion, words.contains(name.lowercased()) else {
        return nil
      }
      return "\(Self.spelling(key)) \(name.lowercased())"
    }
  }

  /// `--scale` may be that of x or of y.
  private var axes: [String] {
    options.filter { ["x-" + name, "y-" + name].contains($0.name.text) }.map(Self.spelling)
  }

  /// `--legend-title` is `--legend`, `--trans` is `--transparent`: names that hold the other whole.
  private var parts: [String] {
    let name = name.lowercased()
    guard name.count > 2 else { return [] }
    return options.filter { key in
      let other = key.name.text
      return name.hasPrefix(other + "-") || name.hasSuffix("-" + other) || other.hasPrefix(name)
        || other.hasSuffix("-" + name)
    }.map(Self.spelling)
  }

  /// The option that is spelt nearly so: one edit from five letters on, two from six, three from ten.
  private func misspelt(by most: Int) -> [String] {
    let length = compact.count
    let limit =
      most == 1 ? (length > 4 ? 1 : 0) : length < 3 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3
    let names = options.map(\.name.text) + ["help", "version"]
    let distances = names.map { NearestName.edits(compact, OtherNames.compact($0)) }
    guard length <= 64, let least = distances.min(), least <= limit else { return [] }
    return zip(names, distances).filter { $0.1 == least }.prefix(1).map { "--" + $0.0 }
  }
}
