import Activations

/// What is asked of a file of pairs: which columns are meant, and how bit patterns and raw bytes are to be read.
struct PairReading {
  var columns: PairColumns
  /// The type of bit patterns, where it was given.
  var type: FloatType?
  /// The type of the numbers that a file is nothing but; nil where its content tells what it is.
  var rawType: FloatType?
}

/// A file of x and y that an implementation produced, read in batches: CSV and its kin, NDJSON or NumPy's.
///
/// The content tells the format: npy by its magic bytes, NDJSON by its first `{`, all else is
/// fields between commas, semicolons, tabs or blanks. Reading throws a `Failure`: 66 where the file
/// cannot be read, 65 with the line (in npy, the record) where it holds what it should not.
struct PairFile: ~Copyable {
  private var input: ByteInput
  private var format: any PairFormat

  /// Opens a file and finds out its format; `-` is standard input.
  init(opening argument: String, _ reading: PairReading) throws(Failure) {
    var input = try ByteInput(opening: argument)
    format = try Self.format(of: &input, argument, reading)
    self.input = input
  }

  /// Opens files that hold a column each, in the order of x, y and z.
  init(joining paths: [String], _ reading: PairReading) throws(Failure) {
    let names = paths.map { "'\($0)'" }.joined(separator: " and ")
    let columns = try paths.map { (path) throws(Failure) in
      var input = try ByteInput(opening: path)
      if let type = reading.rawType { return NumberColumn(input, NpyElement(type), count: nil) }
      let array = try NpyArray(&input, nil, bitsOf: reading.type)
      return try array.column(input)
    }
    format = try ColumnPairs(columns, named: names)
    input = ByteInput([], name: names)
  }

  private static func format(
    of input: inout ByteInput, _ path: String, _ reading: PairReading
  ) throws(Failure) -> any PairFormat {
    if let type = reading.rawType {
      let element = NpyElement(type)
      let places = (0..<reading.columns.fewest).map {
        RecordPairs.Place(offset: $0 * element.width, element: element)
      }
      return RecordPairs(places, length: places.count * element.width, count: nil)
    }
    try input.fill(1 << 10)
    if input.buffer[input.pending].starts(with: NpyHeader.magic) {
      let part = input.isRegularFile ? FilePart(path: path, name: input.name) : nil
      let array = try NpyArray(&input, part, bitsOf: reading.type)
      return reading.columns.areAllOfArray
        ? try array.allNumbers() : try array.pairs(reading.columns)
    }
    if input.buffer[input.pending].starts(with: ZipArchive.magic) {
      return try NpzArchive.pairs(of: &input, path, reading)
    }
    if try Safetensors.begins(&input) {
      return try Safetensors.pairs(of: &input, path, reading)
    }
    try ForeignFormat.check(&input)
    let start = input.buffer[input.pending]
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
    switch text.first(where: { !ByteInput.isBlank($0) && $0 != UInt8(ascii: "\n") }) {
    case UInt8(ascii: "{"):
      return NDJSONPairs(columns: reading.columns, bitsOf: reading.type)
    case UInt8(ascii: "["):
      throw Failure(.data, "\(input.name) is a JSON array; write NDJSON, an object a line.")
    case nil:
      throw Failure(.data, "\(input.name) is empty; give \(reading.columns.wanted) a line.")
    default:
      return DelimitedPairs(columns: reading.columns, bitsOf: reading.type)
    }
  }

  /// The last part of a file's path, `-` for standard input.
  static func shortName(_ path: String) -> String {
    path == "-" ? "standard input" : String(path.split(separator: "/").last ?? path[...])
  }

  /// What messages call the file.
  var name: String { input.name }

  /// The type of the numbers in the file, where it says so.
  var type: FloatType? { format.type }

  /// The next pairs, at least one; `nil` behind the last.
  mutating func next(_ limit: Int = 4096) throws(Failure) -> Pairs? {
    try nextRows(limit)?.pairs()
  }

  /// The next pairs, at least one, to be read where they are wanted; `nil` behind the last.
  mutating func nextRows(_ limit: Int) throws(Failure) -> PairRows? {
    try format.next(limit, from: &input)
  }
}
