import Activations
import Figures

/// What a picture can show of many errors: those of a column of pixels as their smallest, median and largest.
struct ErrorColumns {
  /// The errors of one column.
  struct Column {
    /// Which column it is.
    let index: Int
    /// Where the largest finite error is.
    let x: Double
    /// The smallest, the median and the largest of the finite errors, in ulp; nil where there are none.
    let finite: (low: Double, median: Double, high: Double)?
    /// Where an error is infinite; nil where none is.
    let infinite: Double?
  }

  /// The columns that have rows, from left to right.
  let columns: [Column]
  /// How many finite errors there are.
  private let count: Int

  /// So many rows to a column are dense: stems would stand as a block that hides what most errors are.
  private static let dense = 4

  /// Gathers rows, in ascending order of x, into the columns of an axis.
  init(_ rows: [Tally.Row], on scale: Scale) {
    var columns: [Column] = []
    var group: [Tally.Row] = []
    var place = -1
    for row in rows where scale.domain.contains(row.x) {
      let position = Int(scale.position(row.x).rounded(.down))
      if position != place {
        columns += [Self.column(place, group)].compactMap(\.self)
        (place, group) = (position, [])
      }
      group.append(row)
    }
    self.columns = columns + [Self.column(place, group)].compactMap(\.self)
    count = rows.reduce(0) { $0 + Int($1.weight) }
  }

  /// Whether most columns hold so many errors that their extremes and their median tell more than stems.
  var areDense: Bool { count >= Self.dense * columns.count && columns.count > 8 }

  /// The largest finite error; 0 where there is none.
  var largest: Double { columns.compactMap(\.finite?.high).max() ?? 0 }

  private static func column(_ index: Int, _ rows: [Tally.Row]) -> Column? {
    guard !rows.isEmpty else { return nil }
    let finite = rows.filter { $0.error.isFinite }.sorted { $0.error < $1.error }
    let infinite = rows.first { $0.error == .infinity }?.x
    guard let first = finite.first, let last = finite.last else {
      return Column(index: index, x: rows[0].x, finite: nil, infinite: infinite)
    }
    return Column(
      index: index, x: last.x,
      finite: (first.error, median(finite), last.error), infinite: infinite)
  }

  /// The error in the middle of rows that stand in the order of their errors.
  private static func median(_ rows: [Tally.Row]) -> Double {
    var rest = rows.reduce(0) { $0 + Int($1.weight) } / 2
    for row in rows {
      if rest < row.weight { return row.error }
      rest -= Int(row.weight)
    }
    return rows.last?.error ?? 0
  }

  /// A stem for each column, from 0 to the largest error.
  var stems: [[Point]] {
    columns.compactMap { column in
      column.finite.map { errors in
        [Point(x: column.x, y: 0)] + (errors.high > 0 ? [Point(x: column.x, y: errors.high)] : [])
      }
    }
  }

  /// So many columns without errors part two stretches: a few, or more where most that have some stand far apart.
  private var reach: Int {
    let gaps = zip(columns, columns.dropFirst()).map { $1.index - $0.index }.sorted()
    return max(8, gaps.isEmpty ? 0 : 2 * gaps[gaps.count / 2])
  }

  /// Stretches of columns with finite errors, parted where more than a few columns have none.
  private var runs: [[Column]] {
    let reach = reach
    return columns.filter { $0.finite != nil }.reduce(into: []) { runs, column in
      if let last = runs.last?.last, column.index - last.index <= reach {
        runs[runs.count - 1].append(column)
      } else {
        runs.append([column])
      }
    }
  }

  /// The area from the smallest to the largest error.
  var band: [[Point]] {
    runs.map { run in
      run.map { Point(x: $0.x, y: $0.finite?.high ?? 0) }
        + run.reversed().map { Point(x: $0.x, y: $0.finite?.low ?? 0) }
    }
  }

  /// The line through the medians.
  var medians: [[Point]] {
    runs.map { $0.map { Point(x: $0.x, y: $0.finite?.median ?? 0) } }
  }
}
