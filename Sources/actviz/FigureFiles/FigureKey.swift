/// A key of figure files: an option of `plot` and `compare` by its long name, and what may stand behind it.
struct FigureKey: Equatable {
  /// What stands behind a key.
  enum Form {
    /// One text or number.
    case text
    /// True or false.
    case flag
    /// One value or a sequence of them; commas on the command line.
    case list
    /// `LO:HI`, or a sequence of two numbers.
    case range
    /// A mapping of names to values or lists; `--param NAME=LIST` each on the command line.
    case assignments
    /// One text or a sequence of them; the option once for each on the command line.
    case texts
  }

  /// What a key speaks of.
  enum Scope {
    /// The figure as a whole.
    case figure
    /// Its panels: a panel has its own, or the figure's.
    case panel
  }

  /// The option's long name without its hyphens; `functions` for the arguments.
  let name: String
  let form: Form
  let scope: Scope

  /// The arguments that are no options.
  static let functions = FigureKey(name: "functions", form: .texts, scope: .panel)

  /// Definitions in full, so that a figure file needs no other file.
  static let definitions = FigureKey(name: "definitions", form: .texts, scope: .panel)

  /// All keys, in the order in which `--save` writes them.
  static let all =
    of(.figure, .text, "title", "theme", "size", "dpi", "font")
    + of(.figure, .flag, "transparent", "svg-text", "free-x", "free-y")
    + of(.figure, .text, "facet", "columns", "label")
    + [functions, definitions] + of(.panel, .texts, "define")
    + of(.panel, .assignments, "param")
    + of(.panel, .list, "alpha", "beta", "sigma", "gamma")
    + of(.panel, .text, "by", "reference", "dtype")
    + of(.panel, .list, "show")
    + of(.panel, .range, "x-range", "y-range")
    + of(.panel, .text, "x-scale", "y-scale", "samples")
    + of(.panel, .list, "mark") + of(.panel, .list, "band")
    + of(.panel, .flag, "gray-reference")
    + of(.panel, .texts, "name")

  /// Options that say where a result goes: no part of a figure.
  static let outputs: [String: Bool] = [
    "output": true, "o": true, "format": true, "save": true, "measures": true, "quiet": false,
    "q": false,
  ]

  /// The key of that name; `_` counts as `-`, case does not count.
  static func named(_ name: String) -> FigureKey? {
    let canonical = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    return all.first { $0.name == canonical }
  }

  private static func of(_ scope: Scope, _ form: Form, _ names: String...) -> [FigureKey] {
    names.map { FigureKey(name: $0, form: form, scope: scope) }
  }
}
