/// Where some fields of a line stand; nil where the line has fewer.
struct Fields {
  var first: Range<Int>?
  var second: Range<Int>?
  var third: Range<Int>?
  /// Whether the line has more than the file has columns.
  var haveSurplus = false
}

/// The fields of one line: between separators, without the blanks and quotes around them.
///
/// The separator is a tab, a semicolon or a comma, whichever of them comes first in this list and
/// is in the line outside of quotes; without any, blanks separate.
struct Separator: Sendable {
  private let byte: UInt8

  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")

  /// A separator that the file names itself.
  init(_ byte: UInt8) { self.byte = byte }

  /// Whether it is a semicolon, as it is where commas stand in numbers.
  var isSemicolon: Bool { byte == UInt8(ascii: ";") }

  /// Whether it is a tab.
  var isTab: Bool { byte == UInt8(ascii: "\t") }

  /// Whether it is a comma.
  var isComma: Bool { byte == UInt8(ascii: ",") }

  /// Whether it stands at a place.
  @inline(__always)
  func isAt(_ place: Int, of line: UnsafeRawBufferPointer) -> Bool { line[place] == byte }

  /// The separator of a line.
  init(of line: UnsafeRawBufferPointer) {
    var found = Set<UInt8>()
    var isQuoted = false
    for byte in line {
      if byte == Self.quote { isQuoted.toggle() }
      if !isQuoted { found.insert(byte) }
    }
    byte = ["\t", ";", ","].map { UInt8(ascii: $0) }.first(where: found.contains) ?? Self.space
  }

  /// The end of the field that begins at a place: at a separator or at the line's end.
  @inline(__always)
  private func end(_ line: UnsafeRawBufferPointer, from start: Int) -> Int {
    var isQuoted = false
    var end = start
    while end < line.count {
      if line[end] == Self.quote { isQuoted.toggle() }
      if line[end] == byte, !isQuoted { break }
      end &+= 1
    }
    return end
  }

  /// The start of the field behind one that ends at a place; `nil` behind the last.
  @inline(__always)
  private func start(_ line: UnsafeRawBufferPointer, behind end: Int) -> Int? {
    var start = end &+ 1
    if start > line.count { return nil }
    if byte == Self.space {
      while start < line.count, line[start] == Self.space { start &+= 1 }
    }
    return start
  }

  /// Where the fields of up to three columns stand in a line, the last of them -1 where there are fewer.
  ///
  /// `width` is how many columns the file has: what stands behind them, and is not blank, is surplus.
  @inline(__always)
  func fields(_ columns: (Int, Int, Int), of line: UnsafeRawBufferPointer, width: Int) -> Fields {
    var fields = Fields()
    var (start, index) = (0, 0)
    while true {
      let end = end(line, from: start)
      if index == columns.0 { fields.first = bare(start..<end, of: line) }
      if index == columns.1 { fields.second = bare(start..<end, of: line) }
      if index == columns.2 { fields.third = bare(start..<end, of: line) }
      if index >= width, !bare(start..<end, of: line).isEmpty { fields.haveSurplus = true }
      index &+= 1
      guard let next = self.start(line, behind: end) else { return fields }
      start = next
    }
  }

  /// A field without the blanks and quotes around it.
  @inline(__always)
  private func bare(_ field: Range<Int>, of line: UnsafeRawBufferPointer) -> Range<Int> {
    var field = field
    while let first = field.first, ByteInput.isBlank(line[first]) { field = field.dropFirst() }
    while let last = field.last, ByteInput.isBlank(line[last]) { field = field.dropLast() }
    if field.count > 1, line[field.lowerBound] == line[field.upperBound - 1],
      line[field.lowerBound] == Self.quote || line[field.lowerBound] == UInt8(ascii: "'")
    {
      field = field.dropFirst().dropLast()
    }
    return field
  }

  /// A line without the blanks around it, with the tabs before it, which part empty fields.
  static func withLeadingTabs(_ line: Range<Int>, of bytes: UnsafeRawBufferPointer) -> Range<Int> {
    var start = line.lowerBound
    while start > 0, bytes[start - 1] == UInt8(ascii: "\t") { start -= 1 }
    return start..<line.upperBound
  }

  /// All fields of a line as text, as a header needs them.
  func texts(of line: UnsafeRawBufferPointer) -> [String] {
    var texts: [String] = []
    var next: Int? = 0
    while let start = next {
      let end = end(line, from: start)
      texts.append(String(decoding: line[bare(start..<end, of: line)], as: UTF8.self))
      next = self.start(line, behind: end)
    }
    return texts
  }
}
