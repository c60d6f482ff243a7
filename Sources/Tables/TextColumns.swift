/// Text side by side on a terminal, where some letters take two places and some none.
package enum TextColumns {
  /// What stands between two columns.
  static let gap = "  "

  /// How many places a text takes.
  package static func width(_ text: String) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// A text with blanks behind it, up to a width.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - Self.width(text)))
  }

  /// A text in lines of a width, broken behind semicolons where that does, else at blanks, else within words.
  package static func lines(_ text: String, width: Int) -> [String] {
    var parts: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      if let last = parts.last, last.last != ";" {
        parts[parts.count - 1] = last + " " + word
      } else {
        parts.append(String(word))
      }
    }
    return lines(of: parts, width: width)
  }

  /// Parts, with blanks between them, in lines of a width; what is longer alone is broken at its blanks, or else within words.
  package static func lines(of parts: [String], width: Int) -> [String] {
    let lines = filled(parts, width: width) { part in
      filled(part.split(separator: " ").map(String.init), width: width) { word in
        pieces(of: word, width: width)
      }
    }
    return lines.isEmpty ? [""] : lines
  }

  /// Things side by side while they fit a line; one that does not fit any is what `broken` makes of it.
  private static func filled(_ things: [String], width: Int, broken: (String) -> [String])
    -> [String]
  {
    things.reduce(into: []) { lines, thing in
      if let last = lines.last, Self.width(last) + 1 + Self.width(thing) <= width {
        lines[lines.count - 1] += " " + thing
      } else {
        lines += Self.width(thing) <= width ? [thing] : broken(thing)
      }
    }
  }

  private static func pieces(of word: String, width: Int) -> [String] {
    var (rest, pieces): (Substring, [String]) = (word[...], [])
    while Self.width(String(rest)) > width {
      let end = end(of: rest, width: max(1, width))
      pieces.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return rest.isEmpty ? pieces : pieces + [String(rest)]
  }

  /// Cells of some lines each, side by side, each line ending in a line end and no blanks.
  package static func row(_ cells: [[String]], widths: [Int]) -> String {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = zip(cells, widths).map { cell, width in
        padded(line < cell.count ? cell[line] : "", to: width)
      }.joined(separator: gap)
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  /// Widths for columns that would be so wide, the same for all that have to be narrower.
  package static func widths(_ natural: [Int], within room: Int) -> [Int] {
    let free = room - gap.count * (natural.count - 1)
    var limit = natural.max() ?? 0
    while limit > 1, natural.reduce(0, { $0 + min($1, limit) }) > free { limit -= 1 }
    return natural.map { min($0, limit) }
  }

  /// Where a word is broken: behind a comma, a bracket or an operator in its second half, else where the room ends.
  private static func end(of word: Substring, width: Int) -> Substring.Index {
    var (room, end) = (width, word.startIndex)
    var best: Substring.Index?
    while end < word.endIndex {
      room -= Self.width(String(word[end]))
      if room < 0, end > word.startIndex { break }
      let next = word.index(after: end)
      if ",;:)]*/+-−·=|&\u{A0}".contains(word[end]), room < width / 2 { best = next }
      end = next
    }
    return best ?? end
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// What Unicode's East Asian Width calls wide or full-width, with unassigned places between, and pictures.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
