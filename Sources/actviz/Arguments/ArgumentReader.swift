import Activations
import FigureSpecification
import Formulas

/// Reads the arguments of a command by the table of keys.
///
/// `--opt value`, `--opt=value`, `-o value`, `-o=value`, `-qo value`; behind `--` no argument is an option. An
/// empty value is a value. A formula that begins with a hyphen and is no option is a function.
struct ArgumentReader {
  private let command: Command
  private let keys: [Key]
  private var rest: ArraySlice<String>
  private var settings: [Setting] = []
  /// What stands there without a name, and its place among the arguments.
  private var operands: [(text: String, place: Place)] = []

  /// What the arguments behind a command's name ask for; they keep their numbers.
  static func invocation(of command: Command, _ arguments: ArraySlice<String>) throws(Problem)
    -> Invocation
  {
    var reader = ArgumentReader(command: command, keys: Keys.of(command), rest: arguments)
    do {
      if let other = try reader.read() { return other }
      return .run(command, try reader.finished())
    } catch {
      // Who asks for help gets it, whatever else is wrong.
      let words = reader.rest.prefix { $0 != "--" }
      if let word = words.first(where: Self.help.contains) {
        return .help(command, isShort: word == "-h")
      }
      throw error
    }
  }

  private init(command: Command, keys: [Key], rest: ArraySlice<String>) {
    self.command = command
    self.keys = keys
    self.rest = rest
  }

  private static let help = ["--help", "-h", "-help"]

  /// Reads all arguments; help and the version end that.
  private mutating func read() throws(Problem) -> Invocation? {
    while let argument = rest.first {
      let place = Place.argument(rest.startIndex + 1)
      rest.removeFirst()
      if !argument.hasPrefix("-") || argument == "-" {
        operands.append((argument, place))
      } else if argument == "--" {
        for index in rest.indices { operands.append((rest[index], .argument(index + 1))) }
        rest = []
      } else if Self.help.contains(argument) {
        return .help(command, isShort: argument == "-h")
      } else if argument == "--version" {
        return .version
      } else if argument.hasPrefix("--") {
        try readLong(argument, place)
      } else {
        try readShort(argument, place)
      }
    }
    return nil
  }

  private mutating func readLong(_ argument: String, _ place: Place) throws(Problem) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count > 1 ? String(parts[1]) : nil
    guard
      let key = Keys.option(
        String(parts[0].dropFirst(2)), value ?? rest.first, of: command, among: keys)
    else { throw unknown(String(parts[0]), at: place) }
    try read(key, as: String(parts[0]), value, place)
  }

  /// `-q`, `-o FILE`, `-qo FILE`, or a formula.
  private mutating func readShort(_ argument: String, _ place: Place) throws(Problem) {
    let parts = argument.dropFirst().split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let letters = parts.first ?? ""
    let found = letters.compactMap { letter in keys.first { $0.letter == letter } }
    guard found.count == letters.count, let last = found.last, let letter = letters.last else {
      guard !argument.isHyphenedFormula || isMisspeltOption(argument) else {
        operands.append((argument, place))
        return
      }
      throw unknown(argument, at: place)
    }
    for (key, letter) in zip(found, letters).dropLast() {
      guard key.form == .flag else { throw missingValue(of: key, as: "-\(letter)", at: place) }
      settings.append(Setting(key, "true", at: place))
    }
    try read(last, as: "-\(letter)", parts.count > 1 ? String(parts[1]) : nil, place)
  }

  /// Whether an argument with one hyphen can be meant for an option only: it gives a value, or all but says the name of one.
  ///
  /// `-x-range` would be −x − range.
  private func isMisspeltOption(_ argument: String) -> Bool {
    let name = argument.dropFirst().prefix { $0 != "=" }.lowercased()
    guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
      return false
    }
    let names = keys.filter { !$0.isPositional }.flatMap { [$0.name.text] + $0.synonyms }
    // `-x` and `-e` are formulas, though other programs call options so.
    if argument.contains("=") || (name.count > 2 && names.contains(name)) { return true }
    let near = name.count > 5 ? NearestName.to(name, among: names) : nil
    return near.map { NearestName.edits(name, $0) <= 2 } ?? false
  }

  /// Takes an option's value, which may follow as an argument of its own.
  private mutating func read(_ key: Key, as option: String, _ value: String?, _ place: Place)
    throws(Problem)
  {
    guard key.form != .flag else {
      if let value {
        throw Problem(key.name, at: place, "\(option) takes no value, but '\(value)' was given.")
      }
      settings.append(Setting(key, "true", at: place))
      return
    }
    if let value {
      settings.append(Setting(key, value, at: place))
      return
    }
    guard let next = rest.first, key.takesHyphen || !isOption(next) else {
      throw missingValue(of: key, as: option, at: place)
    }
    rest.removeFirst()
    settings.append(Setting(key, next, at: place))
  }

  /// Whether an argument reads as an option rather than as a value.
  private func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), argument.count > 1 else { return false }
    if argument.hasPrefix("--") || Self.help.contains(argument) { return true }
    return argument.dropFirst().prefix { $0 != "=" }.allSatisfy { letter in
      keys.contains { $0.letter == letter }
    }
  }

  /// The settings, with what stands there without a name under the keys that take it.
  private mutating func finished() throws(Problem) -> Settings {
    var given = operands[...]
    for key in keys where key.isPositional {
      guard !given.isEmpty else {
        if key.isRequired { throw missing(key) }
        break
      }
      let count = key.form == .texts ? given.count : 1
      settings += given.prefix(count).map { Setting(key, $0.text, at: $0.place) }
      given = given.dropFirst(count)
    }
    guard given.isEmpty else { throw tooMany(given) }
    for key in keys where key.isRequired && !settings.contains(where: { $0.key.name == key.name }) {
      throw missing(key)
    }
    return Settings(settings)
  }
}

// What is wrong with arguments.
extension ArgumentReader {
  private var help: String { "'actviz \(command.rawValue) --help' shows how." }

  private func missing(_ key: Key) -> Problem {
    let what = key.isPositional ? key.usage : "--\(key.name.text) \(key.usage)"
    return Problem(
      key.name, "\(command.rawValue) needs \(what); \(help)")
  }

  private func missingValue(of key: Key, as option: String, at place: Place) -> Problem {
    Problem(
      key.name, at: place, "\(option) needs a value: \(option) <\(key.valueName)>; \(help)")
  }

  private func tooMany(_ operands: ArraySlice<(text: String, place: Place)>) -> Problem {
    let texts = operands.prefix(3).map { "'\(Printable.excerpt($0.text.utf8))'" }
    let more = operands.count > 3 ? " and \(operands.count - 3) more" : ""
    let verb = operands.count > 1 ? "are" : "is"
    let taken = keys.filter(\.isPositional).map(\.usage)
    let limit = taken.isEmpty ? "options only" : taken.joined(separator: " ") + " and options"
    return Problem(
      nil, at: operands.first?.place ?? .program,
      "\(texts.joined(separator: ", "))\(more) \(verb) too many: \(command.rawValue) takes \(limit); \(help)"
    )
  }

  /// An option that the command lacks.
  private func unknown(_ option: String, at place: Place) -> Problem {
    let options = keys.filter { !$0.isPositional }
    let unknown = UnknownOption(command: command, options: options, typed: option)
    return Problem(nil, at: place, unknown.sentence)
  }
}

extension Key {
  /// How usage shows its value: `<function> ...`.
  var usage: String { "<\(valueName)>" + (form == .texts ? " ..." : "") }
}
