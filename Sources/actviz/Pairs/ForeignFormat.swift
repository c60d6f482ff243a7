/// What is no table of numbers, told by its first bytes, with what to do about it.
enum ForeignFormat {
  /// Throws a `Failure` (65) for what cannot be read as text.
  static func check(_ input: inout ByteInput) throws(Failure) {
    try input.fill(1 << 10)
    let start = Array(input.buffer[input.pending].prefix(1 << 10))
    if let (what, remedy) = known(start) {
      throw Failure(.data, "\(input.name) is \(what); \(remedy).")
    }
    // A line or two of text with a NUL in it is told by its line.
    let zeros = start.count { $0 == 0 }
    guard zeros < 8 || zeros * 8 <= start.count else {
      throw Failure(
        .data,
        "\(input.name) is binary; if it is nothing but numbers, read it with --input-format raw and --dtype, else save it as npy or CSV."
      )
    }
  }

  private static func known(_ start: [UInt8]) -> (what: String, remedy: String)? {
    for format in formats where start.dropFirst(format.offset).starts(with: format.magic) {
      return (format.what, format.remedy)
    }
    if let order = utf16Order(start) {
      return ("UTF-16\(order)", "save it as UTF-8")
    }
    let text = String(decoding: start.prefix(64), as: UTF8.self).drop { $0.isWhitespace }
    for word in ["tensor(", "array(", "Array(", "[["] where text.hasPrefix(word) {
      return (
        "a printed array", "its digits are rounded: save it with numpy.save, or as columns of a CSV"
      )
    }
    return nil
  }

  /// Which of its bytes comes first, for UTF-16 without a mark: every other byte of a text in ASCII is 0.
  private static func utf16Order(_ start: [UInt8]) -> String? {
    let pairs = start.count / 2
    guard pairs > 2 else { return nil }
    func zeros(_ place: Int) -> Int { (0..<pairs).count { start[2 * $0 + place] == 0 } }
    let (even, odd) = (zeros(0), zeros(1))
    func isText(_ place: Int) -> Bool {
      (0..<pairs).allSatisfy { (0x09...0x7E).contains(start[2 * $0 + place]) }
    }
    if odd == pairs, isText(0) { return " (little-endian)" }
    if even == pairs, isText(1) { return " (big-endian)" }
    return nil
  }

  private struct Format {
    var magic: [UInt8]
    var offset = 0
    var what: String
    var remedy: String

    init(_ magic: [UInt8], at offset: Int = 0, _ what: String, _ remedy: String) {
      (self.magic, self.offset, self.what, self.remedy) = (magic, offset, what, remedy)
    }

    init(_ magic: String, _ what: String, _ remedy: String) {
      self.init(Array(magic.utf8), what, remedy)
    }
  }

  private static let asCSV = "export it as CSV"
  private static let asNumPy = "save x and y from it with numpy.savez(\"values.npz\", x=x, y=y)"

  private static let formats = [
    Format([0xFF, 0xFE, 0, 0], "UTF-32", "save it as UTF-8"),
    Format([0, 0, 0xFE, 0xFF], "UTF-32", "save it as UTF-8"),
    Format([0xFF, 0xFE], "UTF-16 (little-endian)", "save it as UTF-8"),
    Format([0xFE, 0xFF], "UTF-16 (big-endian)", "save it as UTF-8"),
    Format([0x1F, 0x8B], "compressed by gzip", "give what gunzip makes of it: gunzip -c FILE |"),
    Format("BZh", "compressed by bzip2", "give what bunzip2 makes of it: bunzip2 -c FILE |"),
    Format([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed by xz", "give what xz -dc makes of it"),
    Format([0x28, 0xB5, 0x2F, 0xFD], "compressed by zstd", "give what zstd -dc makes of it"),
    Format("PAR1", "a Parquet file", asCSV),
    Format("ARROW1", "an Arrow file", asCSV),
    Format([0x89] + Array("HDF".utf8), "an HDF5 file", asNumPy),
    Format("MATLAB 5.0", "a MATLAB file", "write x and y with writematrix, as CSV"),
    Format("%PDF", "a PDF", "give the numbers themselves, as CSV"),
    Format([0xD0, 0xCF, 0x11, 0xE0], "an old Excel file", asCSV),
    Format("SQLite format 3", "an SQLite database", asCSV),
    Format([0x89] + Array("PNG".utf8), "a PNG picture", "give the numbers themselves, as CSV"),
    Format([0x7F] + Array("ELF".utf8), "a compiled program", "give the values that it computes"),
    Format([0xCF, 0xFA, 0xED, 0xFE], "a compiled program", "give the values that it computes"),
    Format([0x80, 2], "pickled by Python", asNumPy),
    Format([0x80, 3], "pickled by Python", asNumPy),
    Format([0x80, 4], "pickled by Python", asNumPy),
    Format([0x80, 5], "pickled by Python", asNumPy),
    Format("PK\u{5}\u{6}", "an empty zip archive", "give one with x.npy and y.npy"),
  ]
}
