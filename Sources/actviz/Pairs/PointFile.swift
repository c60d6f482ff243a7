/// A file of points: numbers one a line, or an npy file, which its first bytes tell.
///
///     var file = try PointFile(opening: "points.npy")
///     while let batch = try file.nextBatch() { … }
struct PointFile: ~Copyable {
  private var input: ByteInput
  private var form: Form

  private enum Form {
    case lines(NumberLines)
    case array(NumberArray)
  }

  /// Opens a file and reads its beginning, throwing a `Failure`; `-` is standard input.
  init(opening argument: String) throws(Failure) {
    var input = try ByteInput(opening: argument)
    form =
      try NumberArray.begins(&input)
      ? .array(NumberArray(&input)) : .lines(NumberLines(&input))
    self.input = input
  }

  /// The next numbers, at most `limit` of them and at least one; `nil` behind the last.
  mutating func nextBatch(limit: Int = 4096) throws(Failure) -> [Double]? {
    switch form {
    case .lines(var lines):
      defer { form = .lines(lines) }
      return try lines.nextBatch(limit, from: &input)
    case .array(var array):
      defer { form = .array(array) }
      return try array.nextBatch(limit, from: &input)
    }
  }
}
