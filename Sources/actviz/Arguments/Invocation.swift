import Activations
import FigureSpecification
import Formulas

extension Invocation {
  /// What arguments ask for; `shell` is the user's, for completions without a name.
  ///
  /// Throws a `Problem`.
  init(_ arguments: [String], shell: String?) throws(Problem) {
    guard let first = arguments.first else {
      self = .help(nil, isShort: true)
      return
    }
    let parts = first.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    switch parts.first {
    case "--help", "-help": self = .help(nil, isShort: false)
    case "-h": self = .help(nil, isShort: true)
    case "--version": self = .version
    case "--generate-manual": self = .manual
    case "--generate-completion-script":
      self = .completions(
        try Shell(parts.count > 1 ? String(parts[1]) : arguments.dropFirst().first, shell))
    case "--complete": self = .proposals(Array(arguments.dropFirst()))
    case "help":
      let name = arguments.dropFirst().first { !$0.hasPrefix("-") && $0 != "help" }
      let command = try name.map { name throws(Problem) in try Command(named: name, at: 2) }
      self = .help(command, isShort: false)
    default:
      let command = try Command(named: first, at: 1)
      self = try ArgumentReader.invocation(of: command, arguments.dropFirst())
    }
  }
}

extension Shell {
  /// The shell of a name, or else the user's.
  fileprivate init(_ name: String?, _ user: String?) throws(Problem) {
    let names = Self.allCases.map(\.rawValue)
    let own = user?.split(separator: "/").last.map(String.init)
    guard let shell = name.map({ Shell(rawValue: $0) }) ?? own.flatMap(Shell.init) ?? .bash else {
      throw Problem(
        nil, at: .argument(1),
        "--generate-completion-script is for one of \(names.joined(separator: ", ")), not '\(name ?? "")'."
      )
    }
    self = shell
  }
}

extension Command {
  /// The command of a name that stands at a place among the arguments.
  fileprivate init(named name: String, at place: Int) throws(Problem) {
    if let command = Command(rawValue: name) {
      self = command
      return
    }
    throw Problem(nil, at: .argument(place), Self.unknown(name))
  }

  private static let help = "'actviz --help' shows all."

  private static func unknown(_ name: String) -> Sentence {
    let names = allCases.map(\.rawValue)
    let shown = Printable.excerpt(name.utf8)
    if name.hasPrefix("-"), !name.isHyphenedFormula {
      let end = Suggestion.end(
        for: String(name.drop { $0 == "-" }), among: names + ["help", "version", "generate-manual"])
      return
        "A command comes first, such as 'actviz plot gelu'; actviz has no option '\(shown)'\(end) \(help)"
    }
    if Catalogue.family(named: name) != nil || Formula.isFormula(name) {
      return "A command comes first; did you mean 'actviz plot \(ShellText.quoted(shown))'?"
    }
    let end =
      OtherNames.command(meantBy: name).map { "; did you mean '\($0.rawValue)'?" }
      ?? Suggestion.end(for: name, among: names)
    let all = end == "." ? "; there are \(names.joined(separator: ", "))." : end
    return "There is no command '\(shown)'\(all) \(help)"
  }
}
