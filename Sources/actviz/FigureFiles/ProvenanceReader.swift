/// Finds the provenance in the bytes of a picture.
enum ProvenanceReader {
  /// The provenance of a PNG, SVG or PDF that was drawn by this program; nil for anything else.
  static func provenance(in bytes: [UInt8]) -> Provenance? {
    let text: String?
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      text = png(bytes)
    } else if bytes.starts(with: Array("%PDF".utf8)) {
      text = pdf(bytes)
    } else {
      text = svg(bytes)
    }
    return text.flatMap { Provenance($0) }
  }

  /// The text of the chunk `iTXt` with the keyword `actviz`.
  private static func png(_ bytes: [UInt8]) -> String? {
    let keyword = Array("actviz".utf8) + [0]
    var place = 8
    while place + 12 <= bytes.count {
      let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let start = place + 8
      guard length <= bytes.count - start - 4 else { return nil }
      let chunk = bytes[start..<start + length]
      if bytes[place + 4..<start].elementsEqual("iTXt".utf8), chunk.starts(with: keyword) {
        // A flag and a method of compression, neither used; a language and a translated keyword, both empty.
        return String(decoding: chunk.dropFirst(keyword.count + 4), as: UTF8.self)
      }
      place = start + length + 4
    }
    return nil
  }

  /// The text of `<metadata id="actviz">`.
  private static func svg(_ bytes: [UInt8]) -> String? {
    let start = Array("<metadata id=\"actviz\">".utf8)
    guard let first = firstIndex(of: start, in: bytes[...]) else { return nil }
    let rest = bytes[(first + start.count)...]
    guard let end = firstIndex(of: Array("</metadata>".utf8), in: rest) else { return nil }
    var text = String(decoding: rest[..<end], as: UTF8.self)
    // The ampersand last, so that what it wrote is not read again.
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(
        separator: character)
    }
    return text
  }

  /// The string behind `/Keywords` in the document's information.
  private static func pdf(_ bytes: [UInt8]) -> String? {
    let start = Array("/Keywords ".utf8)
    guard let first = firstIndex(of: start, in: bytes[...]) else { return nil }
    let rest = bytes[(first + start.count)...]
    return rest.first == UInt8(ascii: "<")
      ? hexadecimal(rest.dropFirst()) : literal(rest.dropFirst())
  }

  /// A PDF string in parentheses, up to the one that closes it; a backslash escapes.
  private static func literal(_ bytes: ArraySlice<UInt8>) -> String? {
    var text: [UInt8] = []
    var depth = 1
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\\"): text.append(rest.popFirst() ?? byte)
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
  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String? {
    var units: [UInt16] = []
    var digits = 0
    var unit: UInt16 = 0
    for byte in bytes {
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

  private static func firstIndex(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
    return (bytes.startIndex...bytes.endIndex - pattern.count).first { place in
      bytes[place] == first && bytes[place..<place + pattern.count].elementsEqual(pattern)
    }
  }
}
