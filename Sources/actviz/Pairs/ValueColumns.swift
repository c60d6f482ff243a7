import Activations

/// Which columns of a file hold the values of a function's quantity, and where they were taken.
struct ValueColumns {
  /// The function's name.
  let function: String
  /// Whether it is one of x and y.
  let isOfTwoVariables: Bool
  /// What was asked for.
  private let choice: ColumnChoice
  /// What a column of the values may be called, the best name first, in lower case.
  private let names: [String]
  /// The end of any other function's column of the same quantity, `.df`.
  private let suffix: String

  /// The columns of a function's quantity, called `y`, or `z` of two variables, `gelu.df`, `df`, `gelu` or `ANYTHING.df`.
  init(of function: Function, _ quantity: String, _ choice: ColumnChoice = ColumnChoice()) {
    self.function = function.name
    self.choice = choice
    isOfTwoVariables = function.surface != nil
    let names = [
      isOfTwoVariables ? "z" : "y", "\(function.label).\(quantity)",
      "\(function.name).\(quantity)", quantity, function.label, function.name,
    ]
    self.names = names.map { $0.lowercased() }
    suffix = ".\(quantity)"
  }

  /// The columns of x, of y where there are two variables, and of the values.
  func places(in names: ColumnNames) throws(ColumnProblem) -> [FileColumn] {
    let given = (
      x: try names.chosen(choice.x), y: try names.chosen(choice.y), z: try names.chosen(choice.z)
    )
    guard names.areNames else {
      return try unnamed(
        names, isOfTwoVariables ? [given.x, given.y, given.z] : [given.x, given.y])
    }
    return isOfTwoVariables
      ? try ofXAndY(names, given.x, given.y, given.z) : try ofX(names, given.x, given.y)
  }

  private func ofX(_ names: ColumnNames, _ givenX: FileColumn?, _ givenY: FileColumn?)
    throws(ColumnProblem) -> [FileColumn]
  {
    var x = givenX ?? names.x
    if givenX == nil, givenY == nil, names.named("x") != nil, names.named("y") != nil,
      names.others(than: x).contains(where: { isZ(names.bareName(of: $0)) })
    {
      throw .spareZ(function)
    }
    let y = givenY ?? value(among: names.others(than: x), names, isAlone: x != nil)
    // Beside the values there is one other: where they were taken.
    if x == nil, let y, names.others(than: y).count == 1 { x = names.others(than: y)[0] }
    guard let x, let y, x.index != y.index else {
      throw .uncertain(names.all, .options(["x", "y"]))
    }
    return [x, y]
  }

  private func ofXAndY(
    _ names: ColumnNames, _ givenX: FileColumn?, _ givenY: FileColumn?, _ givenZ: FileColumn?
  ) throws(ColumnProblem) -> [FileColumn] {
    let x = givenX ?? names.x
    let y = givenY ?? names.named("y")
    let z = givenZ ?? value(among: names.others(than: x, y), names, isAlone: x != nil && y != nil)
    guard let x, let y, let z else { throw .uncertain(names.all, .options(["x", "y", "z"])) }
    return [x, y, z]
  }

  /// Columns without names: in their order where there are no more than are wanted.
  private func unnamed(_ names: ColumnNames, _ given: [FileColumn?]) throws(ColumnProblem)
    -> [FileColumn]
  {
    let wanted = Array(["x", "y", "z"].prefix(given.count))
    let taken = given.compactMap(\.self)
    var rest = names.candidates.filter { column in !taken.contains { $0.index == column.index } }
    guard taken.count == given.count || taken.count + rest.count == given.count else {
      throw !isOfTwoVariables && names.all.count == 3 && taken.isEmpty
        ? .spareZ(function) : .unnamedMany(names.all.count, wanted)
    }
    return given.map { $0 ?? rest.removeFirst() }
  }

  /// The column of values among some: by its name, or the only one where all others are known.
  private func value(among columns: [FileColumn], _ names: ColumnNames, isAlone: Bool)
    -> FileColumn?
  {
    for name in self.names {
      if let column = columns.first(where: { names.bareName(of: $0) == name }) { return column }
    }
    return names.named(endingIn: suffix, among: columns)
      ?? (isAlone && columns.count == 1 ? columns[0] : nil)
  }

  /// Whether a column beside x and y is that of a function of both, as tables have it: `z`, `swiglu.fx`.
  private func isZ(_ name: String) -> Bool {
    let isOfTable = SurfaceQuantity.allCases.contains { name.hasSuffix(".\($0.rawValue)") }
    return name == "z" || isOfTable && !names.contains(name)
  }
}
