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

  /// The points in batches of so many.
  ///
  /// A file is read batch by batch, unless the points are to be counted: then it is read to its end
  /// first, eight bytes a number.
  func batches(of batch: Int, counted: Bool) throws -> PointBatches {
    switch self {
    case .grid(let grid): return PointBatches(of: batch, count: grid.count, grid.points)
    case .values(let values): return PointBatches(of: batch, count: values.count, values.values)
    case .file(let path, let reading):
      var file = try PointFile(opening: path, reading)
      guard counted else { return PointBatches(of: batch, file: file) }
      var values: [Double] = []
      while let read = try file.nextBatch() { values += read }
      return PointBatches(of: batch, count: values.count) { Array(values[$0]) }
    }
  }
}

/// The points of a table in batches, so that its length costs no memory.
struct PointBatches: ~Copyable {
  /// How many points there are in all; nil where only reading them can tell.
  let count: Int?
  private let points: (Range<Int>) -> [Double]
  private let batch: Int
  private var nextIndex = 0
  private var file: PointFile?

  /// So many points, of which any stretch can be asked for.
  init(of batch: Int, count: Int, _ points: @escaping (Range<Int>) -> [Double]) {
    (self.batch, self.count, self.points) = (batch, count, points)
    file = nil
  }

  init(of batch: Int, file: consuming PointFile) {
    (self.batch, count, points) = (batch, nil, { _ in [] })
    self.file = Optional(file)
  }

  /// The next points, nil behind the last.
  mutating func next() throws -> [Double]? {
    guard let count else { return try file?.nextBatch(limit: batch) }
    guard nextIndex < count else { return nil }
    let end = min(nextIndex + batch, count)
    defer { nextIndex = end }
    return points(nextIndex..<end)
  }
}
