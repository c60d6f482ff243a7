/// The arguments of a command that draws, key by key: what a command line and a figure file have in common.
struct ArgumentList: Equatable {
  /// A key with its value, as the command line spells it.
  struct Setting: Equatable {
    let key: FigureKey
    /// The value; empty for a flag.
    let value: String
  }

  /// `plot` or `compare`.
  var command: String
  /// Functions and options in the order in which they were given.
  var settings: [Setting]

  /// The parts of a command line that was found right; where its result goes is left out.
  init(command: String, _ arguments: [String]) {
    self.command = command
    settings = []
    var rest = arguments[...]
    var areOptionsOver = false
    while let argument = rest.popFirst() {
      if areOptionsOver || !argument.hasPrefix("-") || argument == "-" {
        settings.append(Setting(key: .functions, value: argument))
      } else if argument == "--" {
        areOptionsOver = true
      } else {
        add(option: argument, &rest)
      }
    }
  }

  init(command: String, settings: [Setting]) {
    self.command = command
    self.settings = settings
  }

  private mutating func add(option: String, _ rest: inout ArraySlice<String>) {
    let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0].drop { $0 == "-" })
    if let takesValue = FigureKey.outputs[name] ?? Self.grouped(option) {
      if takesValue, parts.count == 1 { rest = rest.dropFirst() }
    } else if let key = FigureKey.named(name) {
      let isFlag = key.form == .flag
      let value = isFlag ? "" : parts.count > 1 ? String(parts[1]) : rest.popFirst() ?? ""
      settings.append(Setting(key: key, value: value))
    } else {
      // A formula that begins with a minus sign.
      settings.append(Setting(key: .functions, value: option))
    }
  }

  /// Whether short options behind one hyphen, such as `-qo`, take a value; nil for anything else.
  private static func grouped(_ option: String) -> Bool? {
    let letters = option.dropFirst().prefix { $0 != "=" }.map { FigureKey.outputs[String($0)] }
    return letters.count < 2 || letters.contains(nil) ? nil : letters.last ?? nil
  }

  /// The arguments behind the command's name, such that nothing in them is mistaken for an option.
  var arguments: [String] {
    let options = settings.filter { $0.key != .functions }.flatMap { setting -> [String] in
      let option = "--\(setting.key.name)"
      if setting.key.form == .flag { return [option] }
      // An empty value behind an equals sign would not be seen.
      return setting.value.isEmpty ? [option, ""] : ["\(option)=\(setting.value)"]
    }
    let functions = settings.filter { $0.key == .functions }.map(\.value)
    return options + (functions.isEmpty ? [] : ["--"] + functions)
  }

  /// The command as one types it into a shell, functions first.
  var shellText: String {
    let functions = settings.filter { $0.key == .functions }.map { Self.quoted($0.value) }
    let isRisky = functions.contains { $0.hasPrefix("-") }
    let options = settings.filter { $0.key != .functions }.flatMap { setting in
      ["--\(setting.key.name)"] + (setting.key.form == .flag ? [] : [Self.quoted(setting.value)])
    }
    let words = isRisky ? options + ["--"] + functions : functions + options
    return (["actviz", command] + words).joined(separator: " ")
  }

  /// Any command as one types it into a shell, without the place of its result.
  static func shellText(_ arguments: [String]) -> String {
    var words = ["actviz"]
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if ["-q", "--quiet"].contains(argument) || argument.hasPrefix("--output=") { continue }
      if ["-o", "--output"].contains(argument) {
        rest = rest.dropFirst()
      } else {
        words.append(quoted(argument))
      }
    }
    return words.joined(separator: " ")
  }

  /// A word for a POSIX shell, in quotes where it needs them.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
        || "_-.,:=/+%@".unicodeScalars.contains($0)
    }
    if isPlain, !word.isEmpty { return word }
    guard !word.contains(where: \.isNewline) else { return quotedByCode(word) }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// A word on one line though it has several: `$'first\nsecond'`, which bash, zsh and ksh know.
  private static func quotedByCode(_ word: String) -> String {
    let parts = word.map { character -> String in
      switch character {
      case "\\", "'": "\\\(character)"
      case let end where end.isNewline: "\\n"
      default: String(character)
      }
    }
    return "$'" + parts.joined() + "'"
  }
}
