import FigureSpecification

/// A command of the program: what help says of it, and what it does.
protocol Subcommand: Sendable {
  static var command: Command { get }
  /// One line of help, with its full stop.
  static var abstract: String { get }
  /// What help says behind it, in paragraphs; lines that begin with blanks stay as they are.
  static var discussion: String { get }
  /// The options that are used most, the most used first: those that short help shows.
  static var usual: [String] { get }
  /// Does what is asked for.
  static func run(_ settings: Settings) throws
}

/// What a command line asks for.
enum Invocation {
  case run(Command, Settings)
  /// Help on a command, or on the program: on one screen, or whole.
  case help(Command?, isShort: Bool)
  case version
  case completions(Shell)
  /// What may stand in place of the last of these words: what a shell's completions ask.
  case proposals([String])
  /// The page for `man`.
  case manual
}

/// A shell that completes command lines.
enum Shell: String, CaseIterable {
  case bash, zsh, fish
}
