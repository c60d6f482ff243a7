import Activations
import Analysis
import Exact
import FigureSpecification
import Formulas
import Tables

/// What to tabulate of functions of two variables, in plain values.
struct SurfaceTableRequest: Tabulation {
  private let functions: [Function]
  private let quantities: [SurfaceQuantity]
  /// What every x, every y and every result is rounded to.
  private let type: FloatType
  private let showsBits: Bool
  let points: PlaneSource
  let isExact: Bool
  private var proved: [ProvedSurface]?

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, _ functions: [Function]) throws {
    if let other = functions.first(where: { $0.surface == nil }) {
      throw settings.problem(
        Keys.functions,
        "\(other.name) is a function of x alone, and \(functions.first { $0.surface != nil }?.name ?? "") one of x and y: they make two tables."
      )
    }
    self.functions = try settings.named(functions, by: Keys.columnNames)
    try settings.checkNames(of: self.functions)
    quantities = try settings.value(Keys.surfaceQuantities)
    try settings.check(quantities, of: functions)
    let surfaces = functions.compactMap { $0.surface as? FormulaSurface }
    let given = try settings.value(Keys.type)
    type = given ?? .f64
    showsBits = settings[Keys.bits]
    points = try PlaneSource(settings)
    isExact = settings[Keys.exact]
    if isExact {
      proved = surfaces.map { ProvedSurface($0) }
    } else if given != nil {
      proved = surfaces.map { ProvedSurface($0, .roundings) }
    }
  }

  /// The columns: `x`, `y`, then `LABEL.QUANTITY`, each with `.bits` behind it where bits are asked for.
  var header: TableHeader {
    TableHeader(["x", "y"], functions, quantities, type, showsBits: showsBits)
  }

  /// What is to be told of the work: rows, each done once all functions have it.
  func stage(rows: Int?) -> WorkProgress.Stage { .rows(rows, of: functions.count) }

  /// The numbers for a batch of points, in the header's order.
  mutating func columns(at points: [Point], telling progress: WorkProgress)
    -> [[Double]]
  {
    let points = points.map { Point(x: type.rounded($0.x), y: type.rounded($0.y)) }
    let columns = [points.map(\.x), points.map(\.y)] + values(at: points, telling: progress)
    return header.numbers(columns)
  }

  private mutating func values(at points: [Point], telling progress: WorkProgress) -> [[Double]] {
    guard var proved else {
      return functions.flatMap { function in
        defer { progress.advance(points.count) }
        return function.surface?.columns(quantities, at: points) ?? []
      }
    }
    let columns = proved.indices.flatMap { index in
      defer { progress.advance(points.count) }
      return proved[index].columns(quantities, at: points, as: type)
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
