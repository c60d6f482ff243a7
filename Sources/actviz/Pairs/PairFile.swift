import Activations

/// A file of x and y that an implementation produced, read in batches: CSV and its kin, NDJSON or npy.
///
/// The content tells the format: npy by its magic bytes, NDJSON by its first `{`, all else is
/// fields between commas, semicolons, tabs or blanks. Reading throws a `Failure`: 66 where the file
/// cannot be read, 65 with the line (in npy, the record) where it holds what it should not.
struct PairFile: ~Copyable {
  private var input: ByteInput
  private var format: any PairFormat

  /// Opens a file and finds out its format; `-` is standard input.
  ///
  /// `columns` tells which columns are meant, `type` as what type to read raw bit patterns.
  init(opening argument: String, columns: PairColumns, type: FloatType?) throws(Failure) {
    var input = try ByteInput(opening: argument)
    format = try Self.format(of: &input, columns, type)
    self.input = input
  }

  private static func format(
    of input: inout ByteInput, _ columns: PairColumns, _ type: FloatType?
  ) throws(Failure) -> any PairFormat {
    try input.fill(1 << 10)
    let start = input.buffer[input.pending]
    if start.starts(with: NpyHeader.magic) {
      return try NpyPairs(&input, columns, bitsOf: type)
    }
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
    switch text.first(where: { !ByteInput.isBlank($0) && $0 != UInt8(ascii: "\n") }) {
    case UInt8(ascii: "{"):
      return NDJSONPairs(columns: columns)
    case UInt8(ascii: "["):
      throw Failure(.data, "\(input.name) is a JSON array; write NDJSON, an object a line.")
    case nil:
      throw Failure(.data, "\(input.name) is empty; give a row of x and y a line.")
    default:
      return DelimitedPairs(columns: columns)
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
    let pairs = try format.read(limit, from: &input)
    return pairs.count == 0 ? nil : pairs
  }
}
