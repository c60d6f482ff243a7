import Activations

/// Which of a file's columns hold x, y, and where there is one, the error of y; or x, y and z.
enum PairColumns {
  /// Values of a quantity of a function.
  case values(ValueColumns)
  /// What was measured: y must be certain, and a column may hold errors.
  case measured
  /// The coordinates of points.
  case points
  /// The columns of these names, or at these places counted from 1: x, y, perhaps errors.
  case chosen([String])

  /// The places of columns among the names of two or more.
  struct Places: Equatable {
    var x: Int
    var y: Int
    /// The errors of y, or z.
    var third: Int?
  }

  /// What the columns hold, in the order of their places.
  var contents: [String] {
    switch self {
    case .values(let values) where values.isOfTwoVariables: ["x", "y", "z"]
    case .values, .measured, .points, .chosen: ["x", "y", "error"]
    }
  }

  /// How many columns there are at least.
  var fewest: Int {
    switch self {
    case .values(let values): values.isOfTwoVariables ? 3 : 2
    case .measured, .points, .chosen: 2
    }
  }

  /// The places of x, y and errors in a file's columns, of which the names are known or only how many there are.
  func places(in header: [String], areNames: Bool = true) throws(ColumnProblem) -> Places {
    guard header.count >= fewest else { throw tooFew(header) }
    let lowercased = header.map { $0.lowercased() }
    switch self {
    case .chosen(let columns):
      let places = try columns.map { (column) throws(ColumnProblem) in
        try Self.place(of: column, in: header, areNames: areNames)
      }
      guard places.count > 1 else { throw .tooFew }
      return Places(x: places[0], y: places[1], third: places.count > 2 ? places[2] : nil)
    case .values(let values):
      return try values.places(in: lowercased, areNames: areNames)
    case .points:
      guard areNames else { return Places(x: 0, y: 1) }
      let (x, others) = Self.x(in: lowercased)
      return Places(x: x, y: others.first { lowercased[$0] == "y" } ?? others[0])
    case .measured:
      guard areNames else { return Places(x: 0, y: 1, third: header.count > 2 ? 2 : nil) }
      let (x, others) = Self.x(in: lowercased)
      let error = others.first { Self.errorNames.contains(lowercased[$0]) }
      let values = others.filter { $0 != error }
      let y = values.first { lowercased[$0] == "y" } ?? (values.count == 1 ? values[0] : nil)
      guard let y else { throw .uncertain(header) }
      return Places(x: x, y: y, third: error)
    }
  }

  /// What a column of errors is called.
  private static let errorNames: Set = [
    "e", "error", "err", "yerr", "y_err", "y_error", "dy", "sigma", "std", "stderr", "sd", "se",
    "sem",
    "uncertainty",
  ]

  /// The column of that name, or else the first; and all others.
  static func x(in header: [String]) -> (x: Int, others: [Int]) {
    let x = header.firstIndex(of: "x") ?? 0
    return (x, header.indices.filter { $0 != x })
  }

  /// What is wrong with a file of fewer columns than are wanted.
  private func tooFew(_ header: [String]) -> ColumnProblem {
    switch self {
    case .values(let values) where values.isOfTwoVariables: .noZ(values.function, header.count)
    case .values, .measured, .points, .chosen: .tooFew
    }
  }

  private static func place(of column: String, in header: [String], areNames: Bool)
    throws(ColumnProblem) -> Int
  {
    if areNames, let place = header.firstIndex(of: column) { return place }
    if let place = Int(column), header.indices.contains(place - 1) { return place - 1 }
    throw areNames ? .unknown(column, header) : .unnamed(column, header.count)
  }
}

/// What is wrong with the columns of a file.
enum ColumnProblem: Error, Equatable {
  /// There is one at most.
  case tooFew
  /// There are so many, and the function is one of x and y.
  case noZ(String, Int)
  /// There is a z, and the function is one of x alone.
  case spareZ(String)
  /// Several could be y.
  case uncertain([String])
  /// None has that name.
  case unknown(String, [String])
  /// None of so many has that place, and none a name.
  case unnamed(String, Int)

  /// What is wrong with the columns of a file, and what would be right.
  func sentence(of file: String) -> String {
    func list(_ names: [String]) -> String {
      names.prefix(12).map { Printable.excerpt($0.utf8) }.joined(separator: ", ")
        + (names.count > 12 ? ", …" : "")
    }
    switch self {
    case .tooFew: return "\(file) has one column; x and y are wanted in two."
    case .noZ(let function, let count):
      return """
        \(file) has \(count == 1 ? "one column" : "two columns"), and \(function) is a function of x and y; x, y and z are \
        wanted in three.
        """
    case .spareZ(let function):
      return """
        \(file) has x, y and z in three columns, and \(function) is a function of x alone; x and y are wanted in two.
        """
    case .uncertain(let names):
      return """
        \(file) has the columns \(list(names)); say which are x and y, with a third for errors of y if there is one, \
        behind a colon: FILE:\(list(Array(names.prefix(2))).replacing(" ", with: "")).
        """
    case .unknown(let name, let names):
      let end = NearestName.question(name, among: names).map { "; \($0)" } ?? "."
      return "\(file) has no column '\(Printable.excerpt(name.utf8))'; it has \(list(names))\(end)"
    case .unnamed(let name, let count):
      return """
        \(file) has \(count) columns without names, so that '\(Printable.excerpt(name.utf8))' is none; \
        give their places, counted from 1.
        """
    }
  }
}
