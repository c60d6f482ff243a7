import Activations
import Analysis
import Exact
import FigureSpecification
import Tables

/// What to tabulate, in plain values.
struct TableRequest: Tabulation {
  var functions: [Function]
  var quantities: [Quantity]
  /// What every x and every result is rounded to.
  var type: FloatType
  /// Whether the bits of a number stand beside it.
  var showsBits: Bool
  var points: PointSource
  let isExact: Bool
  /// What proves the values, where proof is asked for, or decides how they round, where a type is.
  private var proved: [ProvedColumns]?

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, _ functions: [Function]) throws {
    self.functions = try settings.named(functions, by: Keys.columnNames)
    try settings.checkNames(of: self.functions)
    if settings.has(Keys.yRange) {
      throw settings.problem(
        Keys.yRange,
        "\(Keys.yRange.name) is the domain of y, and \(functions[0].name) is a function of x alone."
      )
    }
    quantities = try settings.value(Keys.quantities)
    try settings.check(quantities, of: functions, by: Keys.quantities)
    let given = try settings.value(Keys.type)
    type = given ?? .f64
    showsBits = settings[Keys.bits]
    points = try PointSource(settings, type: type)
    isExact = settings[Keys.exact]
    if isExact {
      proved = functions.map { ProvedColumns($0) }
    } else if given != nil {
      proved = functions.map { ProvedColumns($0, .roundings) }
    }
  }

  /// The columns: `x`, then `LABEL.QUANTITY`, each with `.bits` behind it where bits are asked for.
  var header: TableHeader {
    TableHeader(["x"], functions, quantities, type, showsBits: showsBits)
  }

  /// What is to be told of the work: rows, each done once all functions have it.
  func stage(rows: Int?) -> WorkProgress.Stage {
    .rows(rows, of: functions.count)
  }

  /// The numbers for a batch of x, in the header's order.
  mutating func columns(at points: [Double], telling progress: WorkProgress)
    -> [[Double]]
  {
    let xs = type == .f64 ? points : points.map(type.rounded)
    let columns = [xs] + values(at: xs, telling: progress)
    return header.numbers(columns)
  }

  private mutating func values(at xs: [Double], telling progress: WorkProgress) -> [[Double]] {
    guard var proved else {
      return functions.flatMap { function in
        defer { progress.advance(xs.count) }
        return function.activation.columns(quantities, at: xs)
      }
    }
    let columns = proved.indices.flatMap { index in
      proved[index].progress = progress
      return proved[index].columns(quantities, at: xs, as: type)
    }
    self.proved = proved
    return columns
  }

  /// What was proved so far.
  var proofs: ProofCount {
    var proofs = ProofCount()
    for columns in proved ?? [] { proofs.add(columns) }
    return proofs
  }
}
