/// Rows and columns of formulas.
struct MathTable: Equatable {
  /// What kind of rows they are, which decides how far apart they stand.
  enum Kind: Equatable {
    /// A matrix or an array.
    case matrix
    /// The cases of a function, in the size of a line or of a display.
    case cases(isDisplay: Bool)
    /// Lines of one calculation, each in the size of a display.
    case lines
    /// A matrix within a line.
    case small
    /// The conditions under a sum.
    case conditions
  }

  /// Where a cell stands in its column.
  enum Alignment: Equatable {
    case left, center, right
  }

  /// The cells.
  var rows: [[[MathItem]]]
  var kind: Kind
  /// How the columns are aligned; the last one goes on where there are more columns.
  var alignments: [Alignment]
  /// How many rules stand before each column, and behind the last.
  var rules: [Int: Int] = [:]
  /// How many rules stand before each row, and below the last.
  var lines: [Int: Int] = [:]
  /// Additional room below rows, in eighteenths of an em.
  var gaps: [Int: Double] = [:]

  /// How a column is aligned.
  func alignment(of column: Int) -> Alignment {
    if kind == .lines, alignments.count == 2 { return alignments[column % 2] }
    return alignments.isEmpty ? .center : alignments[min(column, alignments.count - 1)]
  }
}

extension MathTable {
  /// A kind of rows that `\begin` starts, with its brackets.
  struct Environment {
    let name: String
    let kind: Kind
    let alignments: [Alignment]
    let left: Character?
    let right: Character?

    init(
      _ name: String, _ kind: Kind, _ alignments: [Alignment] = [.center], _ left: Character? = nil,
      _ right: Character? = nil
    ) {
      self.name = name
      self.kind = kind
      self.alignments = alignments
      self.left = left
      self.right = right
    }
  }

  /// All that there are; `array` is told its columns.
  static let environments: [Environment] = [
    Environment("cases", .cases(isDisplay: false), [.left], "{"),
    Environment("dcases", .cases(isDisplay: true), [.left], "{"),
    Environment("rcases", .cases(isDisplay: false), [.left], nil, "}"),
    Environment("matrix", .matrix), Environment("pmatrix", .matrix, [.center], "(", ")"),
    Environment("bmatrix", .matrix, [.center], "[", "]"),
    Environment("Bmatrix", .matrix, [.center], "{", "}"),
    Environment("vmatrix", .matrix, [.center], "|", "|"),
    Environment("Vmatrix", .matrix, [.center], "‖", "‖"),
    Environment("smallmatrix", .small), Environment("array", .matrix),
    Environment("aligned", .lines, [.right, .left]), Environment("align", .lines, [.right, .left]),
    Environment("align*", .lines, [.right, .left]), Environment("split", .lines, [.right, .left]),
    Environment("eqnarray", .lines, [.right, .center, .left]),
    Environment("gathered", .lines), Environment("gather", .lines), Environment("gather*", .lines),
    Environment("equation", .lines), Environment("equation*", .lines),
  ]
}
