/// Finds the provenance in a picture, which is read in passing: no more of it is kept than the text.
enum ProvenanceReader {
  /// The provenance of a PNG, SVG, PDF or page that was drawn by this program; nil for anything else.
  ///
  /// Throws a `Failure`: 66 where the picture cannot be read, 65 where it carries more than a mebibyte.
  static func provenance(in input: inout ByteInput) throws(Failure) -> Provenance? {
    try input.fill(1 << 10)
    let start = input.buffer[input.pending]
    let text: String?
    if start.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      text = try png(&input)
    } else if start.starts(with: Array("%PDF".utf8)) {
      text = try pdf(&input)
    } else if start.contains(UInt8(ascii: "<")) {
      text = try svg(&input)
    } else {
      text = nil
    }
    return text.flatMap { Provenance($0) }
  }

  /// The provenance in the bytes of a picture; nil where there is none that can be read.
  static func provenance(in bytes: [UInt8]) -> Provenance? {
    var input = ByteInput(bytes, name: "the picture")
    return try? provenance(in: &input)
  }

  /// The text of the chunk `iTXt` with the keyword `actviz`.
  private static func png(_ input: inout ByteInput) throws(Failure) -> String? {
    let keyword = Array("actviz".utf8) + [0]
    guard try input.skip(8) else { return nil }
    var passed = 0
    while passed < largestPicture, let head = try input.nextBytes(8) {
      let length = head[..<4].reduce(0) { $0 << 8 | Int($1) }
      passed += length
      try input.fill(min(length, keyword.count))
      if head[4...].elementsEqual("iTXt".utf8), input.buffer[input.pending].starts(with: keyword) {
        guard length <= largestText else { throw tooLong(input) }
        // A flag and a method of compression, neither used; a language and a translated keyword, both empty.
        return try input.nextBytes(length).map {
          String(decoding: $0.dropFirst(keyword.count + 4), as: UTF8.self)
        }
      }
      guard try input.skip(length + 4) else { return nil }
    }
    return nil
  }

  /// The text of `<metadata class="actviz">`, which had an id in pictures of 0.1.0.
  private static func svg(_ input: inout ByteInput) throws(Failure) -> String? {
    let marks = ["class=\"actviz\">", "id=\"actviz\">"].map { Array($0.utf8) }
    var isFound = false
    while !isFound {
      let start = Array("<metadata ".utf8)
      guard try input.skip(past: start, within: largestPicture) else { return nil }
      for mark in marks where !isFound {
        try input.fill(mark.count)
        isFound = input.buffer[input.pending].starts(with: mark)
        if isFound { _ = try input.skip(mark.count) }
      }
    }
    var bytes: [UInt8] = []
    let end = Array("</metadata>".utf8)
    guard try input.skip(past: end, within: largestText, { bytes += $0 }) else {
      if bytes.count >= largestText { throw tooLong(input) }
      return nil
    }
    var text = String(decoding: bytes, as: UTF8.self)
    // The ampersand last, so that what it wrote is not read again.
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(
        separator: character)
    }
    return text
  }

  /// The string behind `/Keywords` in the document's information.
  private static func pdf(_ input: inout ByteInput) throws(Failure) -> String? {
    guard try input.skip(past: Array("/Keywords ".utf8), within: largestPicture) else { return nil }
    return try input.nextByte() == UInt8(ascii: "<") ? hexadecimal(&input) : literal(&input)
  }

  /// A PDF string in parentheses, up to the one that closes it; a backslash escapes.
  private static func literal(_ input: inout ByteInput) throws(Failure) -> String? {
    var text: [UInt8] = []
    var depth = 1
    while let byte = try input.nextByte() {
      guard text.count < largestText else { throw tooLong(input) }
      switch byte {
      case UInt8(ascii: "\\"): text.append(try input.nextByte() ?? byte)
      case UInt8(ascii: "("):
        depth += 1
        text.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return String(decoding: text, as: UTF8.self) }
        text.append(byte)
      default: text.append(byte)
      }
    }
    return nil
  }

  /// A PDF string of hexadecimal digits: UTF-16, the higher byte first, behind its byte order mark.
  private static func hexadecimal(_ input: inout ByteInput) throws(Failure) -> String? {
    var units: [UInt16] = []
    var digits = 0
    var unit: UInt16 = 0
    while let byte = try input.nextByte() {
      guard units.count < largestText else { throw tooLong(input) }
      guard byte != UInt8(ascii: ">") else {
        return String(decoding: units.dropFirst(units.first == 0xFEFF ? 1 : 0), as: UTF16.self)
      }
      guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { continue }
      unit = unit << 4 | UInt16(digit)
      digits += 1
      if digits % 4 == 0 { units.append(unit) }
    }
    return nil
  }

  /// The longest text that is read: as long as a figure file may be.
  static let largestText = 1 << 20
  /// How far the text is looked for, in bytes.
  private static let largestPicture = 1 << 30

  private static func tooLong(_ input: borrowing ByteInput) -> Failure {
    Failure(.data, "The figure in \(input.name) has more than \(largestText) bytes.")
  }
}
