import Activations

/// What is wrong with the columns of a file.
enum ColumnProblem: Error, Equatable {
  /// How one says which columns are meant.
  enum Remedy: Equatable {
    /// By these options: `--x NAME --y NAME`.
    case options([String])
    /// Behind the file's name.
    case behindColon
  }

  /// There is one at most.
  case tooFew
  /// There are so many, and the function is one of x and y.
  case noZ(String, Int)
  /// There is a z, and the function is one of x alone.
  case spareZ(String)
  /// Several could be meant.
  case uncertain([String], Remedy)
  /// So many without names could be meant; the options that tell.
  case unnamedMany(Int, [String])
  /// None has that name.
  case unknown(String, [String])
  /// None of so many has that place, and none a name.
  case unnamed(String, Int)
  /// Several have that name.
  case twice(String)

  /// What is wrong with the columns of a file, and what would be right.
  func sentence(of file: String) -> String {
    switch self {
    case .tooFew: return "\(file) has one column; x and y are wanted in two."
    case .noZ(let function, let count):
      return """
        \(file) has \(count == 1 ? "one column" : "two columns"), and \(function) is a function of x and y; x, y and z are \
        wanted in three.
        """
    case .spareZ(let function):
      return """
        \(file) has x, y and z in three columns, and \(function) is a function of x alone; x and y are wanted in two. Choose \
        them with --x and --y.
        """
    case .uncertain(let names, .behindColon):
      return """
        \(file) has the columns \(Self.list(names)); say which are x and y, with a third for errors of y if there is one, \
        behind a colon: FILE:\(Self.list(Array(names.prefix(2))).replacing(" ", with: "")).
        """
    case .uncertain(let names, .options(let options)):
      return """
        \(file) has the columns \(Self.list(names)); say which \(Self.wanted(options)) with \(ColumnChoice.options(options)).
        """
    case .unnamedMany(let count, let options):
      let example = options.enumerated().map { "--\($1) \($0 + 1)" }.joined(separator: " ")
      return """
        \(file) has \(count) columns without names; say which \(Self.wanted(options)) by \(options.count == 1 ? "its place" : "their places"): \(example).
        """
    case .unknown(let name, let names):
      let end = NearestName.question(name, among: names).map { "; \($0)" } ?? "."
      return
        "\(file) has no column '\(Printable.excerpt(name.utf8))'; it has \(Self.list(names))\(end)"
    case .unnamed(let name, let count):
      return """
        \(file) has \(count) columns without names, so that '\(Printable.excerpt(name.utf8))' is none; \
        give their places, counted from 1.
        """
    case .twice(let name):
      return """
        \(file) has several columns '\(Printable.excerpt(name.utf8))'; give the place of one, counted from 1.
        """
    }
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(12).map { $0.isEmpty ? "''" : Printable.excerpt($0.utf8) }
      .joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }

  /// `is x`, `are x and y`, `are x, y and z`.
  private static func wanted(_ names: [String]) -> String {
    switch names.count {
    case 1: "is \(names[0])"
    case 2: "are \(names[0]) and \(names[1])"
    default: "are \(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
    }
  }
}
