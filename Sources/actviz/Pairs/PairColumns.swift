import Activations

/// Which of a file's columns hold x, y, and where there is one, the error of y; or x, y and z; or x alone.
enum PairColumns {
  /// Values of a quantity of a function.
  case values(ValueColumns)
  /// What was measured: y must be certain, and a column may hold errors.
  case measured
  /// The coordinates of points in the plane.
  case points(ColumnChoice)
  /// Points of the line.
  case coordinates(ColumnChoice)
  /// The columns of these names, or at these places counted from 1: x, y, perhaps errors.
  case chosen([String])

  /// What the columns hold, in the order of their places.
  var contents: [String] {
    switch self {
    case .values(let values) where values.isOfTwoVariables: ["x", "y", "z"]
    case .values, .measured, .points, .coordinates, .chosen: ["x", "y", "error"]
    }
  }

  /// Whether all numbers of an array are meant, whatever its shape.
  var areAllOfArray: Bool {
    if case .coordinates(let choice) = self { choice.x == nil } else { false }
  }

  /// What is wanted of a file, a row or line of it.
  var wanted: String {
    fewest == 1 ? "a number" : "a row of " + (fewest == 2 ? "x and y" : "x, y and z")
  }

  /// How many columns there are at least.
  var fewest: Int {
    switch self {
    case .values(let values): values.isOfTwoVariables ? 3 : 2
    case .measured, .points, .chosen: 2
    case .coordinates: 1
    }
  }

  /// The columns of x, y and a third in a file, of which the names are known or only how many there are.
  func places(in header: [String], areNames: Bool = true) throws(ColumnProblem) -> [FileColumn] {
    let names = ColumnNames(header, areNames: areNames)
    guard names.candidates.count >= fewest else { throw tooFew(names.candidates.count) }
    switch self {
    case .chosen(let columns):
      let places = try columns.map { (column) throws(ColumnProblem) in try names.chosen(column) }
      guard places.count > 1 else { throw .tooFew }
      return places.compactMap(\.self)
    case .values(let values): return try values.places(in: names)
    case .points(let choice): return try Self.points(in: names, choice)
    case .coordinates(let choice): return [try Self.coordinate(in: names, choice)]
    case .measured: return try Self.measured(in: names)
    }
  }

  private static func coordinate(in names: ColumnNames, _ choice: ColumnChoice)
    throws(ColumnProblem) -> FileColumn
  {
    if let x = try names.chosen(choice.x) { return x }
    if names.candidates.count == 1 { return names.candidates[0] }
    guard names.areNames else { throw .unnamedMany(names.all.count, ["x"]) }
    guard let x = names.x else { throw .uncertain(names.all, .options(["x"])) }
    return x
  }

  private static func points(in names: ColumnNames, _ choice: ColumnChoice)
    throws(ColumnProblem) -> [FileColumn]
  {
    let (x, y) = (try names.chosen(choice.x) ?? names.named("x"), try names.chosen(choice.y))
    if let x, let y = y ?? names.named("y") { return [x, y] }
    let rest = names.others(than: x, y)
    guard [x, y].compactMap(\.self).count + rest.count == 2 else {
      throw names.areNames
        ? .uncertain(names.all, .options(["x", "y"]))
        : .unnamedMany(names.all.count, ["x", "y"])
    }
    return x.map { [$0, y ?? rest[0]] } ?? [rest[0], y ?? rest[1]]
  }

  private static func measured(in names: ColumnNames) throws(ColumnProblem) -> [FileColumn] {
    guard names.areNames else { return Array(names.candidates.prefix(3)) }
    let x = names.named("x") ?? names.candidates[0]
    let others = names.others(than: x)
    let error = others.first { errorNames.contains(names.bareName(of: $0)) }
    let values = others.filter { $0 != error }
    let y =
      values.first { names.bareName(of: $0) == "y" } ?? (values.count == 1 ? values[0] : nil)
    guard let y else { throw .uncertain(names.all, .behindColon) }
    return [x, y] + [error].compactMap(\.self)
  }

  /// What a column of errors is called.
  private static let errorNames: Set = [
    "e", "error", "err", "yerr", "y_err", "y_error", "dy", "sigma", "std", "stderr", "sd", "se",
    "sem", "uncertainty",
  ]

  /// What is wrong with a file of fewer columns than are wanted.
  private func tooFew(_ count: Int) -> ColumnProblem {
    switch self {
    case .values(let values) where values.isOfTwoVariables: .noZ(values.function, count)
    case .values, .measured, .points, .coordinates, .chosen: .tooFew
    }
  }
}
