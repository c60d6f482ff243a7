/// A key: an option by its long name, or what stands without one, as one line of ``Keys/all`` declares it.
///
/// Arguments, figure files, what is saved, help, completions and suggestions all read that line and nothing else.
package struct Key: Sendable {
  /// What stands behind a key.
  package enum Form: Sendable {
    /// One text or number.
    case text
    /// Nothing on the command line, true or false in a file.
    case flag
    /// One value or a sequence of them; commas on the command line.
    case list
    /// `LO:HI`, or a sequence of two numbers.
    case range
    /// A mapping of names to values or lists; `--param NAME=LIST` each on the command line.
    case assignments
    /// One text or a sequence of them; once for each on the command line.
    case texts
    /// Values in the order of the curves, or a mapping of names; lists and `NAME=VALUE` on the command line.
    case perCurve
  }

  /// What a key speaks of.
  package enum Scope: Sendable {
    /// The figure as a whole.
    case figure
    /// Its panels: a panel has its own, or the figure's.
    case panel
    /// What a command does beside figures.
    case command
    /// Where a result goes and what is said of it: no part of what is asked for.
    case result
  }

  /// Under which title help shows it.
  package enum Group: String, CaseIterable, Sendable {
    case arguments = "ARGUMENTS"
    case figure = "FIGURE"
    case panels = "PANELS"
    case curves = "CURVES"
    case axes = "AXES"
    case annotations = "ANNOTATIONS"
    case reading = "READING AIDS"
    case output = "OUTPUT"
    case options = "OPTIONS"
  }

  /// What a shell proposes behind it.
  package enum Completion: Equatable, Sendable {
    case none
    case functions
    case words([String])
    /// Files with one of these extensions, any where there are none.
    case files([String])
    /// The parameters of the functions that are named: `alpha=`.
    case parameters
    /// What divides a figure into panels: these words, or a parameter.
    case facets([String])
  }

  /// A spelling of an option that goes on working where its name was changed, or that two commands had for one idea.
  package struct Spelling: Sendable {
    package let name: String
    /// The commands that know it; all that have the key where there are none.
    package let commands: [Command]
    /// The values that it stands for; any where there are none.
    package let values: [String]
  }

  package let name: KeyName
  package let form: Form
  package let scope: Scope
  package let group: Group
  package let commands: [Command]
  /// What help calls the value: `lo:hi`.
  package private(set) var valueName: String
  private let help: String
  /// The letter behind one hyphen.
  package private(set) var letter: Character?
  /// The value that counts where none is given, as one would type it.
  package private(set) var standard: String?
  /// Whether a value may begin with a hyphen and stand as an argument of its own.
  package private(set) var takesHyphen = false
  /// Whether the command cannot do without.
  package private(set) var isRequired = false
  package private(set) var completion = Completion.none
  /// What other programs call it.
  package private(set) var synonyms: [String] = []
  /// What else it is called on the command line, untold in help.
  package private(set) var spellings: [Spelling] = []
  private var helps: [(command: Command, help: String)] = []
  private var variants: [(commands: [Command], change: @Sendable (Key) -> Key)] = []

  init(
    _ name: String, _ form: Form, _ scope: Scope, _ group: Group, _ commands: [Command],
    value: String = "", _ help: String
  ) {
    self.name = KeyName(name)
    self.form = form
    self.scope = scope
    self.group = group
    self.commands = commands
    valueName = value
    self.help = help
  }

  /// Whether it stands on the command line without its name.
  package var isPositional: Bool { group == .arguments }

  /// Whether a figure file may hold it.
  package var isOfFigures: Bool {
    switch scope {
    case .figure, .panel: true
    case .command, .result: false
    }
  }

  /// The key as it is for a command.
  func of(_ command: Command) -> Key {
    variants.filter { $0.commands.contains(command) }.reduce(self) { $1.change($0) }
  }

  /// What help says of it for a command.
  package func help(for command: Command) -> String {
    helps.first { $0.command == command }?.help ?? help
  }
}

// What a declaration adds to the line.
extension Key {
  func letter(_ letter: Character) -> Key { with { $0.letter = letter } }
  func standard(_ text: String) -> Key { with { $0.standard = text } }
  func hyphened() -> Key { with { $0.takesHyphen = true } }
  func valued(_ name: String) -> Key { with { $0.valueName = name } }
  func required() -> Key { with { $0.isRequired = true } }
  func completed(_ completion: Completion) -> Key { with { $0.completion = completion } }
  func known(as names: String...) -> Key { with { $0.synonyms = names } }
  /// Declares it otherwise for some commands.
  func varied(for commands: Command..., change: @escaping @Sendable (Key) -> Key) -> Key {
    with { $0.variants.append((commands, change)) }
  }
  /// Another spelling, of all its commands or of some; with `values`, of these values alone.
  func spelled(_ name: String, for commands: [Command] = [], values: [String] = []) -> Key {
    with { $0.spellings.append(Spelling(name: name, commands: commands, values: values)) }
  }
  func help(_ text: String, for command: Command) -> Key {
    with { $0.helps.append((command, text)) }
  }

  private func with(_ change: (inout Key) -> Void) -> Key {
    var key = self
    change(&key)
    return key
  }
}
