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

  /// What was declared: hundreds of keys are handed around, of which a command reads some twenty.
  private let declared: Shared

  init(
    _ name: String, _ form: Form, _ scope: Scope, _ group: Group, _ commands: [Command],
    value: String = "", _ help: @autoclosure @escaping @Sendable () -> String
  ) {
    declared = Shared(
      Declaration(
        name: KeyName(name), form: form, scope: scope, group: group, commands: commands,
        valueName: value, help: help))
  }

  private init(_ declaration: Declaration) { declared = Shared(declaration) }

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
    let variants = declared.declaration.variants.filter { $0.commands.contains(command) }
    return variants.reduce(self) { $1.change($0) }
  }

  /// What help says of it for a command.
  package func help(for command: Command) -> String {
    let declaration = declared.declaration
    return declaration.helps.first { $0.command == command }?.help() ?? declaration.help()
  }
}

/// What a line of the table says.
///
/// Texts that only help and completion need are made when they ask.
private struct Declaration: Sendable {
  let name: KeyName
  let form: Key.Form
  let scope: Key.Scope
  let group: Key.Group
  let commands: [Command]
  var valueName: String
  let help: @Sendable () -> String
  var letter: Character?
  var standard: String?
  var takesHyphen = false
  var isRequired = false
  var completion: @Sendable () -> Key.Completion = { .none }
  var synonyms: [String] = []
  var spellings: [Key.Spelling] = []
  var helps: [(command: Command, help: @Sendable () -> String)] = []
  var variants: [(commands: [Command], change: @Sendable (Key) -> Key)] = []
}

/// Owns a declaration for all copies of its key.
private final class Shared: Sendable {
  let declaration: Declaration

  init(_ declaration: Declaration) { self.declaration = declaration }
}

// What is declared.
extension Key {
  package var name: KeyName { declared.declaration.name }
  package var form: Form { declared.declaration.form }
  package var scope: Scope { declared.declaration.scope }
  package var group: Group { declared.declaration.group }
  package var commands: [Command] { declared.declaration.commands }
  /// What help calls the value: `lo:hi`.
  package var valueName: String { declared.declaration.valueName }
  /// The letter behind one hyphen.
  package var letter: Character? { declared.declaration.letter }
  /// The value that counts where none is given, as one would type it.
  package var standard: String? { declared.declaration.standard }
  /// Whether a value may begin with a hyphen and stand as an argument of its own.
  package var takesHyphen: Bool { declared.declaration.takesHyphen }
  /// Whether the command cannot do without.
  package var isRequired: Bool { declared.declaration.isRequired }
  package var completion: Completion { declared.declaration.completion() }
  /// What other programs call it.
  package var synonyms: [String] { declared.declaration.synonyms }
  /// What else it is called on the command line, untold in help.
  package var spellings: [Spelling] { declared.declaration.spellings }
}

// What a declaration adds to the line.
extension Key {
  func letter(_ letter: Character) -> Key { with { $0.letter = letter } }
  func standard(_ text: String) -> Key { with { $0.standard = text } }
  func hyphened() -> Key { with { $0.takesHyphen = true } }
  func valued(_ name: String) -> Key { with { $0.valueName = name } }
  func required() -> Key { with { $0.isRequired = true } }
  func completed(_ completion: @autoclosure @escaping @Sendable () -> Completion) -> Key {
    with { $0.completion = completion }
  }
  func known(as names: String...) -> Key { with { $0.synonyms = names } }
  /// Declares it otherwise for some commands.
  func varied(for commands: Command..., change: @escaping @Sendable (Key) -> Key) -> Key {
    with { $0.variants.append((commands, change)) }
  }
  /// Another spelling, of all its commands or of some; with `values`, of these values alone.
  func spelled(_ name: String, for commands: [Command] = [], values: [String] = []) -> Key {
    with { $0.spellings.append(Spelling(name: name, commands: commands, values: values)) }
  }
  func help(_ text: @autoclosure @escaping @Sendable () -> String, for command: Command) -> Key {
    with { $0.helps.append((command, text)) }
  }

  private func with(_ change: (inout Declaration) -> Void) -> Key {
    var declaration = declared.declaration
    change(&declaration)
    return Key(declaration)
  }
}
