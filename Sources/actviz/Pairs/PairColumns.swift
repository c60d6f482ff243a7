import Activations

/// Which of a file's named columns hold x and y.
struct PairColumns {
  /// What a column of the values may be called, the best name first; in lower case.
  private let names: [String]
  /// The end of any other function's column of the same quantity: `.df`.
  private let suffix: String

  /// The columns of a function's quantity, called `y`, `gelu.df`, `df`, `gelu` or `ANYTHING.df`.
  init(of function: Function, _ quantity: Quantity) {
    names = [
      "y", "\(function.label).\(quantity)", "\(function.name).\(quantity)", "\(quantity)",
      function.label, function.name,
    ].map { $0.lowercased() }
    suffix = ".\(quantity)"
  }

  /// The places of x and y among the names of two columns or more.
  ///
  /// x is the column of that name, or else the first; y the column that is named best, or else
  /// the first one that is not x.
  func places(in header: [String]) -> (x: Int, y: Int)? {
    guard header.count > 1 else { return nil }
    let header = header.map { $0.lowercased() }
    let x = header.firstIndex(of: "x") ?? 0
    let others = header.indices.filter { $0 != x }
    for name in names {
      if let y = others.first(where: { header[$0] == name }) { return (x, y) }
    }
    return (x, others.first { header[$0].hasSuffix(suffix) } ?? others[0])
  }
}
