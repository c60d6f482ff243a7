import Activations
import FigureSpecification

/// Where the points of a table come from.
enum PointSource {
  case grid(Grid)
  /// A file of numbers; `-` is standard input.
  case file(String, PairReading)
  case values(FiniteValues)

  /// The points that settings ask for, not yet rounded to the type.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, type: FloatType) throws {
    try ColumnChoice.refuse([Keys.yColumn, Keys.zColumn], settings, "points have x alone")
    if !settings.has(Keys.points) {
      try ColumnChoice.refuse([Keys.xColumn], settings, "no file is given")
      if settings.has(Keys.inputFormat) {
        throw settings.problem(
          Keys.inputFormat, "\(Keys.inputFormat.name) tells how a file is read, and none is given.")
      }
    }
    if settings[Keys.every] {
      self = .values(try Self.values(settings, type: type))
      return
    }
    let grid = Grid(
      try settings.value(Keys.xRange), count: try settings.value(Keys.rows) ?? 1001)
    guard let file = try settings.value(Keys.points) else {
      self = .grid(grid)
      return
    }
    guard !settings.has(Keys.xRange), !settings.has(Keys.rows) else {
      throw settings.problem(
        Keys.points,
        """
        \(Keys.points.name) gives the points, so that \(Keys.xRange.name) and \(Keys.rows.name) have no meaning \
        with it.
        """)
    }
    let columns = PairColumns.coordinates(try ColumnChoice(settings))
    self = .file(
      file,
      PairReading(
        columns: columns, type: try settings.value(Keys.type),
        rawType: try settings.isRaw ? type : nil))
  }

  /// Every finite value of a type, of those in the x-range where one is given.
  private static func values(_ settings: Settings, type: FloatType) throws -> FiniteValues {
    guard type != .f64 else {
      throw settings.problem(
        Keys.every,
        "\(Keys.every.name) takes every value of f32, f16 or bf16; give it by \(Keys.type.name), as f64 has too many."
      )
    }
    guard !settings.has(Keys.points), !settings.has(Keys.rows) else {
      throw settings.problem(
        Keys.every,
        """
        \(Keys.every.name) gives the points, so that \(Keys.points.name) and \(Keys.rows.name) have no meaning \
        with it.
        """)
    }
    let range = settings.has(Keys.xRange) ? try settings.value(Keys.xRange) : nil
    let values = FiniteValues(of: type, in: range)
    guard values.count > 0 else { throw settings.noValue(of: type) }
    return values
  }

  /// The points in batches.
  ///
  /// A file is read batch by batch, unless the points are to be counted: then it is read to its end
  /// first, eight bytes a number.
  func batches(counted: Bool) throws -> PointBatches {
    switch self {
    case .grid(let grid): return PointBatches(grid: grid)
    case .values(let values): return PointBatches(values)
    case .file(let path, let reading):
      var file = try PointFile(opening: path, reading)
      guard counted else { return PointBatches(file: file) }
      var values: [Double] = []
      while let batch = try file.nextBatch() { values += batch }
      return PointBatches(values: values)
    }
  }
}

/// The points of a table in batches, so that its length costs no memory.
struct PointBatches: ~Copyable {
  /// How many points there are in all; nil where only reading them can tell.
  let count: Int?
  private let points: (Range<Int>) -> [Double]
  private var nextIndex = 0
  private var file: PointFile?

  init(grid: Grid) {
    count = grid.count
    points = grid.points
    file = nil
  }

  init(values: [Double]) {
    count = values.count
    points = { Array(values[$0]) }
    file = nil
  }

  init(_ values: FiniteValues) {
    count = values.count
    points = values.values
    file = nil
  }

  init(file: consuming PointFile) {
    count = nil
    points = { _ in [] }
    self.file = Optional(file)
  }

  /// The next points, nil behind the last.
  mutating func next() throws -> [Double]? {
    guard let count else { return try file?.nextBatch(limit: Self.fileBatch) }
    guard nextIndex < count else { return nil }
    let end = min(nextIndex + Self.gridBatch, count)
    defer { nextIndex = end }
    return points(nextIndex..<end)
  }

  /// Points that stay in the cache with the columns made from them.
  private static let gridBatch = 4096
  /// More of a file's, so that a bad line in all but long files is found before anything is written.
  private static let fileBatch = 1 << 16
}
