import Activations
import CShortestDecimal

/// How the rows of a file of fields are laid out.
struct Layout: RowReader {
  let separator: Separator
  /// The columns that are meant, one to three.
  let columns: [FileColumn]
  /// What they hold, in their order.
  let contents: [String]
  /// How many columns the file has.
  let width: Int
  /// The type of bit patterns.
  let bits: FloatType?
  let spelling: NumberSpelling
  /// Whether `0x3f80` where numbers stand is refused: it may be a bit pattern.
  let refusesBareHex: Bool
  private let places: (Int, Int, Int)
  private let haveBits: Bool
  /// Whether the file has no other columns, and these in their order, of numbers.
  private let areAll: Bool

  init(
    separator: Separator, columns: [FileColumn], contents: [String], width: Int, bits: FloatType?,
    spelling: NumberSpelling, refusesBareHex: Bool
  ) {
    self.separator = separator
    self.columns = columns
    self.contents = contents
    self.width = width
    self.bits = bits
    self.spelling = spelling
    self.refusesBareHex = refusesBareHex
    let indices = columns.map(\.index) + [-1, -1]
    places = (indices[0], indices[1], indices[2])
    haveBits = columns.contains { $0.form == .bits }
    areAll =
      !haveBits && columns.count == width && columns.indices.allSatisfy { columns[$0].index == $0 }
  }

  @inline(__always)
  func append(_ row: Range<Int>, of bytes: UnsafeRawBufferPointer, to pairs: inout Pairs) -> Bool {
    let line = line(row, of: bytes)
    guard let row = decimals(of: line) ?? self.row(line) else { return false }
    pairs.append(row.x, row.y, row.third)
    return true
  }

  /// The numbers of a line that is nothing but them, in plain decimals between separators; nil for any other.
  @inline(__always)
  private func decimals(of line: UnsafeRawBufferPointer) -> (x: Double, y: Double?, third: Double?)?
  {
    guard areAll, let start = line.baseAddress?.assumingMemoryBound(to: CChar.self) else {
      return nil
    }
    var (place, numbers) = (0, (0.0, 0.0, 0.0))
    let count = line.count
    @inline(__always)
    func read(_ number: inout Double, isLast: Bool) -> Bool {
      let length = actviz_read_decimal(start + place, count - place, &number)
      guard length > 0 else { return false }
      place += length
      if isLast { return place == count }
      guard place < count, separator.isAt(place, of: line) else { return false }
      place += 1
      return true
    }
    guard read(&numbers.0, isLast: width == 1) else { return nil }
    guard width > 1 else { return (numbers.0, nil, nil) }
    guard read(&numbers.1, isLast: width == 2) else { return nil }
    guard width > 2 else { return (numbers.0, numbers.1, nil) }
    return read(&numbers.2, isLast: true) ? (numbers.0, numbers.1, numbers.2) : nil
  }

  /// The bytes of a row.
  @inline(__always)
  private func line(_ row: Range<Int>, of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let place = separator.isTab ? Separator.withLeadingTabs(row, of: bytes) : row
    return UnsafeRawBufferPointer(rebasing: bytes[place])
  }

  /// Hands over the fields of a line in which numbers stand, and no bit patterns.
  @inline(__always)
  func forEachNumber(
    of line: UnsafeRawBufferPointer, _ take: (Slice<UnsafeRawBufferPointer>) -> Void
  ) {
    let fields = separator.fields(places, of: line, width: width)
    for (column, field) in zip(columns, [fields.first, fields.second, fields.third])
    where column.form == .number {
      if let field { take(line[field]) }
    }
  }

  /// The numbers of a line, behind which stands a byte that belongs to no number; nil where something is wrong with it.
  @inline(__always)
  private func row(_ line: UnsafeRawBufferPointer) -> (x: Double, y: Double?, third: Double?)? {
    // A line of one number needs no search for its fields.
    if width == 1, columns.count == 1, let x = number(0..<line.count, of: line, 0) {
      return (x, nil, nil)
    }
    let fields = separator.fields(places, of: line, width: width)
    guard !fields.haveSurplus, let x = number(fields.first, of: line, 0) else { return nil }
    guard columns.count > 1 else { return (x, nil, nil) }
    guard let y = number(fields.second, of: line, 1) else { return nil }
    guard columns.count > 2 else { return (x, y, nil) }
    guard let third = number(fields.third, of: line, 2) else { return nil }
    return (x, y, third)
  }

  /// The number in a field; nil where it is none.
  @inline(__always)
  private func number(_ field: Range<Int>?, of line: UnsafeRawBufferPointer, _ column: Int)
    -> Double?
  {
    guard let field else { return nil }
    if !haveBits, !(refusesBareHex && Self.isBareHex(line, field)) {
      if let value = NumberText.number(line[field]) { return value }
      if spelling.commaIsDecimal, let value = Self.numberWithComma(line[field]) { return value }
    }
    let text = String(decoding: line[field], as: UTF8.self)
    if case .number(let value) = read(text, column) { return value }
    return nil
  }

  /// The number of a field that is a decimal but for its comma, which stands in place of a point; nil for any other.
  private static func numberWithComma(_ field: Slice<UnsafeRawBufferPointer>) -> Double? {
    guard let comma = field.firstIndex(of: DecimalMarks.comma), field.count < mostBytes,
      !field.contains(DecimalMarks.point)
    else { return nil }
    return withUnsafeTemporaryAllocation(byteCount: mostBytes, alignment: 1) { bytes in
      bytes.copyBytes(from: field)
      bytes[comma - field.startIndex] = DecimalMarks.point
      // What belongs to no number.
      bytes[field.count] = 0
      return NumberText.number(UnsafeRawBufferPointer(bytes)[..<field.count])
    }
  }

  /// Decimals that are looked at as bytes are shorter.
  private static let mostBytes = 64

  /// Whether a field is `0x3f80`, without the exponent that C and Python write behind a hex float.
  @inline(__always)
  private static func isBareHex(_ line: UnsafeRawBufferPointer, _ field: Range<Int>) -> Bool {
    guard field.count > 2, line[field.lowerBound + 1] | 0x20 == UInt8(ascii: "x") else {
      return false
    }
    return !line[field].contains { $0 | 0x20 == UInt8(ascii: "p") || $0 == UInt8(ascii: ".") }
  }

  /// What a text of a column reads as.
  private func read(_ text: String, _ column: Int) -> NumberSpelling.Reading {
    if columns[column].form == .bits { return BitText.read(text, as: bits) }
    if refusesBareHex, BitText.looksLikeBits(text) {
      let name = "--\(contents[column]) \(columns[column].index + 1).bits"
      return .problem(
        "may be a bit pattern; read it so with \(name), or write the number as \(text)p0")
    }
    return spelling.read(text)
  }

  func problem(of row: Range<Int>, in bytes: UnsafeRawBufferPointer) -> String {
    let line = line(row, of: bytes)
    let texts = separator.texts(of: line)
    for (place, column) in columns.enumerated() {
      let name = contents[place]
      guard column.index < texts.count else {
        return
          "\(name) is column \(column.index + 1), but there \(texts.count == 1 ? "is" : "are") only "
          + "\(texts.count)."
      }
      if case .problem(let problem) = read(texts[column.index], place) {
        return "\(name) = '\(Printable.excerpt(texts[column.index].utf8))' \(problem)."
      }
    }
    if texts.count > width {
      let remedy =
        separator.isComma
        ? "; where commas stand in numbers, semicolons have to stand between them" : ""
      return
        "'\(Printable.excerpt(line))' has \(texts.count) fields, and the first line \(width)\(remedy)."
    }
    return "it cannot be read."
  }
}

extension BitText {
  /// Whether a text is a hexadecimal number without exponent: `0x3f80`.
  static func looksLikeBits(_ text: String) -> Bool {
    text.count > 2 && text.lowercased().hasPrefix("0x")
      && text.dropFirst(2).allSatisfy(\.isHexDigit)
  }
}

extension PairColumns {
  /// Whether a hexadecimal number without exponent may be a bit pattern, and so is refused where it is not said.
  var refusesBareHex: Bool {
    switch self {
    case .values: true
    case .measured, .points, .coordinates, .chosen: false
    }
  }
}
