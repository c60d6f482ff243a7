import Activations

/// Which columns of a file hold the values of a function's quantity, and where they were taken.
struct ValueColumns {
  /// The function's name.
  let function: String
  /// Whether it is one of x and y.
  let isOfTwoVariables: Bool
  /// What a column of the values may be called, the best name first, in lower case.
  private let names: [String]
  /// The end of any other function's column of the same quantity, `.df`.
  private let suffix: String

  /// The columns of a function's quantity, called `y`, or `z` of two variables, `gelu.df`, `df`, `gelu` or `ANYTHING.df`.
  init(of function: Function, _ quantity: String) {
    self.function = function.name
    isOfTwoVariables = function.surface != nil
    let names = [
      isOfTwoVariables ? "z" : "y", "\(function.label).\(quantity)",
      "\(function.name).\(quantity)", quantity, function.label, function.name,
    ]
    self.names = names.map { $0.lowercased() }
    suffix = ".\(quantity)"
  }

  /// The places of the columns among their names in lower case.
  func places(in header: [String], areNames: Bool) throws(ColumnProblem) -> PairColumns.Places {
    guard areNames else {
      if isOfTwoVariables { return PairColumns.Places(x: 0, y: 1, third: 2) }
      guard header.count != 3 else { throw .spareZ(function) }
      return PairColumns.Places(x: 0, y: 1)
    }
    let (x, others) = PairColumns.x(in: header)
    guard isOfTwoVariables else {
      if header.contains("x"), header.contains("y"), others.contains(where: { isZ(header[$0]) }) {
        throw .spareZ(function)
      }
      return PairColumns.Places(x: x, y: value(among: others, header))
    }
    let y = others.first { header[$0] == "y" } ?? others[0]
    return PairColumns.Places(x: x, y: y, third: value(among: others.filter { $0 != y }, header))
  }

  /// The column of values among some.
  private func value(among places: [Int], _ header: [String]) -> Int {
    for name in names {
      if let place = places.first(where: { header[$0] == name }) { return place }
    }
    return places.first { header[$0].hasSuffix(suffix) } ?? places[0]
  }

  /// Whether a column beside x and y is that of a function of both, as tables have it: `z`, `swiglu.fx`.
  private func isZ(_ name: String) -> Bool {
    let isOfTable = SurfaceQuantity.allCases.contains { name.hasSuffix(".\($0.rawValue)") }
    return name == "z" || isOfTable && !names.contains(name)
  }
}
