import Activations
import FigureSpecification

/// Where the points of a table of functions of two variables come from.
enum PlaneSource {
  /// Every x with every y, y changing faster.
  case grid(Grid, Grid)
  /// A file with columns x and y; `-` is standard input.
  case file(String, PairReading)

  /// The points that settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws {
    if settings[Keys.every] {
      throw settings.problem(
        Keys.every,
        "\(Keys.every.name) is for functions of x alone; give \(Keys.rows.name) NxM of two variables."
      )
    }
    let size = try settings.value(Keys.gridSize)
    let grids = (
      Grid(try settings.value(Keys.xRange), count: size.x),
      Grid(try settings.value(Keys.yDomain), count: size.y)
    )
    let choice = try ColumnChoice(settings)
    try ColumnChoice.refuse([Keys.zColumn], settings, "points have x and y")
    guard let file = try settings.value(Keys.points) else {
      try ColumnChoice.refuse(
        [Keys.xColumn, Keys.yColumn], settings, "no file is given")
      self = .grid(grids.0, grids.1)
      return
    }
    guard !settings.has(Keys.xRange), !settings.has(Keys.yRange), !settings.has(Keys.rows) else {
      throw settings.problem(
        Keys.points,
        """
        \(Keys.points.name) gives the points, so that \(Keys.xRange.name), \(Keys.yRange.name) and \(Keys.rows.name) \
        have no meaning with it.
        """)
    }
    let type = try settings.value(Keys.type)
    self = .file(
      file,
      PairReading(
        columns: .points(choice), type: type, rawType: try settings.isRaw ? type : nil))
  }

  /// The points in batches of so many.
  ///
  /// A file is read batch by batch, unless the points are to be counted: then it is read to its end first.
  func batches(of batch: Int, counted: Bool) throws -> PlaneBatches {
    switch self {
    case .grid(let xs, let ys):
      let rows = ys.points(0..<ys.count)
      return PlaneBatches(of: batch, count: xs.count * ys.count) { range in
        let columns = range.lowerBound / ys.count..<(range.upperBound - 1) / ys.count + 1
        let places = xs.points(columns)
        return range.map {
          Point(x: places[$0 / ys.count - columns.lowerBound], y: rows[$0 % ys.count])
        }
      }
    case .file(let path, let reading):
      var file = try PairFile(opening: path, reading)
      guard counted else { return PlaneBatches(of: batch, file: file) }
      var points: [Point] = []
      while let pairs = try file.next() { points += pairs.points }
      return PlaneBatches(of: batch, count: points.count) { Array(points[$0]) }
    }
  }
}

/// The points of a table in batches, so that its length costs no memory.
struct PlaneBatches: ~Copyable {
  /// How many points there are in all; nil where only reading them can tell.
  let count: Int?
  private let points: (Range<Int>) -> [Point]
  private let batch: Int
  private var nextIndex = 0
  private var file: PairFile?

  /// So many points, of which any stretch can be asked for.
  init(of batch: Int, count: Int, _ points: @escaping (Range<Int>) -> [Point]) {
    (self.batch, self.count, self.points) = (batch, count, points)
    file = nil
  }

  init(of batch: Int, file: consuming PairFile) {
    (self.batch, count, points) = (batch, nil, { _ in [] })
    self.file = Optional(file)
  }

  /// The next points, nil behind the last.
  mutating func next() throws -> [Point]? {
    guard let count else { return try file?.next(batch)?.points }
    guard nextIndex < count else { return nil }
    let end = min(nextIndex + batch, count)
    defer { nextIndex = end }
    return points(nextIndex..<end)
  }
}
