/// Pairs in lines of fields: CSV, TSV, or columns between blanks, with a header or without.
///
/// Blank lines and lines that begin with `#` are passed over. A first line whose first field is no
/// number is a header.
struct DelimitedPairs: PairFormat {
  let columns: PairColumns
  private var layout: Layout?

  private struct Layout {
    var separator: Separator
    var places: PairColumns.Places
    /// What the columns hold, in the order of their places.
    var contents: [String]

    /// The number in a column of a line; nil where the line has fewer.
    @inline(__always)
    func number(_ column: Int, of line: UnsafeRawBufferPointer) -> NumberText.Reading? {
      guard let field = separator.field(column, of: line) else { return nil }
      let text = line.assumingMemoryBound(to: CChar.self)
      return NumberText.read(UnsafeBufferPointer(rebasing: text[field]))
    }
  }

  init(columns: PairColumns) {
    self.columns = columns
  }

  mutating func read(_ limit: Int, from input: inout ByteInput) throws(Failure) -> Pairs {
    var pairs = Pairs()
    pairs.xs.reserveCapacity(limit)
    pairs.ys.reserveCapacity(limit)
    while pairs.count < limit, let line = try input.nextLine() {
      if line.isEmpty || input.buffer[line.lowerBound] == UInt8(ascii: "#") { continue }
      let layout: Layout
      if let known = self.layout {
        layout = known
      } else {
        let (found, isHeader) = try Self.layout(line, of: input, columns)
        self.layout = found
        if isHeader { continue }
        layout = found
      }
      try Self.append(line, of: input, layout, to: &pairs)
    }
    return pairs
  }

  /// How the file's rows are laid out, from its first line, and whether that is a header.
  private static func layout(
    _ line: Range<Int>, of input: borrowing ByteInput, _ columns: PairColumns
  ) throws(Failure) -> (Layout, isHeader: Bool) {
    let (separator, texts) = input.buffer.withUnsafeBytes { bytes in
      let line = UnsafeRawBufferPointer(rebasing: bytes[line])
      let separator = Separator(of: line)
      return (separator, separator.texts(of: line))
    }
    let isHeader = NumberText.read(texts[0]) == .malformed
    do {
      let places = try columns.places(in: texts, areNames: isHeader)
      return (Layout(separator: separator, places: places, contents: columns.contents), isHeader)
    } catch .tooFew {
      throw input.badLine(
        "'\(Printable.excerpt(input.buffer[line]))' is one column; give x and y in two.")
    } catch {
      throw Failure(.data, error.sentence(of: input.name))
    }
  }

  private static func append(
    _ line: Range<Int>, of input: borrowing ByteInput, _ layout: Layout, to pairs: inout Pairs
  ) throws(Failure) {
    let row: (NumberText.Reading, NumberText.Reading)? = input.buffer.withUnsafeBytes { bytes in
      let line = UnsafeRawBufferPointer(rebasing: bytes[line])
      guard let x = layout.number(layout.places.x, of: line),
        let y = layout.number(layout.places.y, of: line)
      else { return nil }
      return (x, y)
    }
    guard case (.number(let x), .number(let y))? = row else {
      throw bad(line, of: input, layout)
    }
    guard let place = layout.places.third else {
      pairs.append(x, y)
      return
    }
    let third = input.buffer.withUnsafeBytes {
      layout.number(place, of: UnsafeRawBufferPointer(rebasing: $0[line]))
    }
    guard case .number(let third)? = third else { throw bad(line, of: input, layout) }
    pairs.append(x, y, third)
  }

  /// What is wrong with a row that could not be read.
  private static func bad(
    _ line: Range<Int>, of input: borrowing ByteInput, _ layout: Layout
  ) -> Failure {
    let texts = input.buffer.withUnsafeBytes { bytes in
      layout.separator.texts(of: UnsafeRawBufferPointer(rebasing: bytes[line]))
    }
    let places = layout.places
    let all = [places.x, places.y] + [places.third].compactMap(\.self)
    for (name, place) in zip(layout.contents, all) {
      guard place < texts.count else {
        return input.badLine(
          "\(name) is column \(place + 1), but there \(texts.count == 1 ? "is" : "are") only "
            + "\(texts.count).")
      }
      if let problem = NumberText.read(texts[place]).problem {
        return input.badLine("\(name) = '\(Printable.excerpt(texts[place].utf8))' \(problem).")
      }
    }
    return input.badLine("it cannot be read.")
  }
}

extension NumberText.Reading {
  /// What is wrong with a text that was read as a number, if anything.
  var problem: String? {
    switch self {
    case .number: nil
    case .outOfRange: "is beyond the largest double, 1.7976931348623157e+308"
    case .malformed: "is no number"
    }
  }
}
