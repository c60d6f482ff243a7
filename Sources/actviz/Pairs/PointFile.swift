/// A file of points: numbers one a line, a column of a CSV, or an array of NumPy.
///
///     var file = try PointFile(opening: "points.npy", reading)
///     while let batch = try file.nextBatch() { … }
///
/// The first million numbers are read at once, so that a mistake among them is known before
/// anything is written. One further on is found while standard output already holds rows.
struct PointFile: ~Copyable {
  /// How many numbers are read at once: 8 MB of them.
  private static let readAheadCount = 1 << 20

  private var file: PairFile
  /// The numbers that were read at once and are not yet handed out.
  private var ahead: ArraySlice<Double> = []

  /// Opens a file and reads its beginning, throwing a `Failure`; `-` is standard input.
  init(opening argument: String, _ reading: PairReading) throws(Failure) {
    var file = try PairFile(opening: argument, reading)
    var first: [Double] = []
    while first.count < Self.readAheadCount, let batch = try file.next() { first += batch.xs }
    guard !first.isEmpty else {
      throw Failure(.data, "There is no number in \(file.name); give one a line.")
    }
    ahead = first[...]
    self.file = file
  }

  /// The next numbers, at most `limit` of them and at least one; `nil` behind the last.
  mutating func nextBatch(limit: Int = 4096) throws(Failure) -> [Double]? {
    guard ahead.isEmpty else {
      let batch = Array(ahead.prefix(limit))
      ahead = ahead.dropFirst(limit)
      // Gives the memory back once it is used up.
      if ahead.isEmpty { ahead = [] }
      return batch
    }
    return try file.next(limit)?.xs
  }
}
