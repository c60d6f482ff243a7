import FigureSpecification

/// A command of the program: what help says of it, and what it does.
protocol Subcommand: Sendable {
  static var command: Command { get }
  /// One line of help, with its full stop.
  static var abstract: String { get }
  /// What help says behind it, in paragraphs; lines that begin with blanks stay as they are.
  static var discussion: String { get }
  /// Does what is asked for.
  static func run(_ settings: Settings) throws
}

/// What a command line asks for.
enum Invocation {
  case run(Command, Settings)
  /// Help on a command, or on the program.
  case help(Command?)
  case version
  case completions(Shell)
  /// The page for `man`.
  case manual
}

/// A shell that completes command lines.
enum Shell: String, CaseIterable {
  case bash, zsh, fish
}
