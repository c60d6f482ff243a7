import Activations

/// What to tabulate, in plain values.
struct TableRequest {
  var functions: [Function]
  var quantities: [Quantity]
  var grid: Grid
  /// The file of numbers to evaluate at instead of the grid, if any.
  var file: String?

  init(functions: FunctionOptions, domain: DomainOptions, file: String?) throws {
    self.functions = try functions.resolved()
    quantities = try domain.quantities()
    try Quantity.check(quantities, of: self.functions)
    // Beyond 2⁵³ points neighbours have the same index as a double.
    grid = Grid(try domain.domain(), count: try domain.count(upTo: 1 << 53) ?? 1001)
    self.file = file
    if file != nil, domain.xRange != nil || domain.samples != nil {
      throw Failure(
        .usage, "--at gives the points, so that --x-range and --samples have no meaning with it.")
    }
  }

  /// The names of the columns: `x`, then `LABEL.QUANTITY`.
  var header: [String] {
    ["x"] + functions.flatMap { function in quantities.map { "\(function.label).\($0.rawValue)" } }
  }

  /// The columns for a batch of x, in the header's order.
  func columns(at xs: [Double]) -> [[Double]] {
    [xs] + functions.flatMap { $0.activation.columns(quantities, at: xs) }
  }

  /// The points in batches.
  func points() throws -> PointBatches {
    guard let file else { return PointBatches(grid: grid) }
    return PointBatches(file: try NumberFile.open(file))
  }
}

/// The points of a table in batches, so that its length costs no memory.
struct PointBatches: ~Copyable {
  private let grid: Grid?
  private var nextIndex = 0
  private var file: NumberFile?

  init(grid: Grid) {
    self.grid = grid
    file = nil
  }

  init(file: consuming NumberFile) {
    grid = nil
    self.file = Optional(file)
  }

  /// The next points, nil behind the last.
  mutating func next() throws -> [Double]? {
    guard let grid else { return try file?.nextBatch(limit: Self.fileBatch) }
    guard nextIndex < grid.count else { return nil }
    let end = min(nextIndex + Self.gridBatch, grid.count)
    defer { nextIndex = end }
    return grid.points(nextIndex..<end)
  }

  /// Points that stay in the cache with the columns made from them.
  private static let gridBatch = 4096
  /// More of a file's, so that a bad line in all but long files is found before anything is written.
  private static let fileBatch = 1 << 16
}
