/// The fields of one line: between separators, without the blanks and quotes around them.
///
/// The separator is a tab, a semicolon or a comma, whichever of them comes first in this list and
/// is in the line outside of quotes; without any, blanks separate.
struct Separator {
  private let byte: UInt8

  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")

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

  /// Where the field with an index stands in the line; `nil` where the line has fewer.
  @inline(__always)
  func field(_ index: Int, of line: UnsafeRawBufferPointer) -> Range<Int>? {
    var start = 0
    for _ in 0..<index {
      guard let next = self.start(line, behind: end(line, from: start)) else { return nil }
      start = next
    }
    return bare(start..<end(line, from: start), of: line)
  }

  /// A field without the blanks and quotes around it.
  @inline(__always)
  private func bare(_ field: Range<Int>, of line: UnsafeRawBufferPointer) -> Range<Int> {
    var field = field
    while let first = field.first, ByteInput.isBlank(line[first]) { field = field.dropFirst() }
    while let last = field.last, ByteInput.isBlank(line[last]) { field = field.dropLast() }
    if field.count > 1, line[field.lowerBound] == Self.quote,
      line[field.upperBound - 1] == Self.quote
    {
      field = field.dropFirst().dropLast()
    }
    return field
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
