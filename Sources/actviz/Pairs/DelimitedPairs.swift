import Activations

/// Pairs in lines of fields: CSV, TSV, or columns between blanks, with a header or without.
///
/// Blank lines and lines that begin with `#` are passed over, and so is the `sep=;` of spreadsheets. A first line whose first
/// field is no number is a header.
struct DelimitedPairs: PairFormat {
  let columns: PairColumns
  /// The type of bit patterns, where it was given.
  let bits: FloatType?
  private var layout: Layout?
  private var marks = DecimalMarks()

  private static let comment = UInt8(ascii: "#")

  init(columns: PairColumns, bitsOf type: FloatType?) {
    self.columns = columns
    bits = type
  }

  mutating func next(_ limit: Int, from input: inout ByteInput) throws(Failure) -> PairRows? {
    var lines = input.lines(comment: Self.comment)
    if layout == nil { layout = try readLayout(of: &input, &lines) }
    guard let layout else { return nil }
    return input.rows(limit, lines, layout) { lines in
      if layout.separator.isSemicolon { note(&lines, layout) }
    }
  }

  /// Reads the first row, which tells how the others are laid out, and leaves it among the lines where it is no header.
  private func readLayout(of input: inout ByteInput, _ lines: inout Lines) throws(Failure)
    -> Layout?
  {
    guard var row = try input.firstRow(&lines) else { return nil }
    let named = Separator(namedBy: lines[row.place])
    if named != nil {
      lines = input.lines(comment: Self.comment)
      guard let next = try input.firstRow(&lines) else { return nil }
      row = next
    }
    // Where tabs part fields, one before the first is a field without a name.
    if lines[row.place].contains(UInt8(ascii: "\t")) {
      row.place = lines.withBytes { Separator.withLeadingTabs(row.place, of: $0) }
    }
    let (found, isHeader) = try layout(row, of: lines, input.name, named)
    if isHeader { lines = input.lines(comment: Self.comment) }
    return found
  }

  /// How the file's rows are laid out, from its first one, and whether that is a header.
  private func layout(
    _ row: (number: Int, place: Range<Int>), of lines: Lines, _ name: String, _ named: Separator?
  ) throws(Failure) -> (Layout, isHeader: Bool) {
    var (separator, texts) = lines.withBytes { bytes in
      let line = UnsafeRawBufferPointer(rebasing: bytes[row.place])
      let separator = named ?? Separator(of: line)
      return (separator, separator.texts(of: line))
    }
    let spelling = NumberSpelling(commaIsDecimal: separator.isSemicolon)
    var isHeader = false
    if case .problem = spelling.read(texts[0]) { isHeader = Self.mayBeName(texts[0]) }
    // Behind a last comma there is no column.
    while texts.count > 1, texts.last?.isEmpty == true { texts.removeLast() }
    let shown = "'\(Printable.excerpt(lines[row.place]))'"
    do {
      let places = try columns.places(in: texts, areNames: isHeader)
      let layout = Layout(
        separator: separator, columns: places, contents: columns.contents, width: texts.count,
        bits: bits, spelling: spelling, refusesBareHex: columns.refusesBareHex)
      return (layout, isHeader)
    } catch .tooFew {
      throw lines.badLine(row.number, "\(shown) is one column; give x and y in two.")
    } catch .unnamedMany(let count, let options) {
      let problem = ColumnProblem.unnamedMany(count, options)
      throw lines.badLine(row.number, problem.sentence(of: shown))
    } catch {
      throw Failure(.data, error.sentence(of: name))
    }
  }

  /// Whether a text that is no number may be the name of a column, and not a number with something wrong in it.
  private static func mayBeName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return true }
    return !"+-.0123456789\u{2212}".unicodeScalars.contains(first)
      && first.properties.generalCategory != .control
  }

  /// Notes which marks stand in the numbers of lines, and ends these where a point is one of decimals here, and of thousands there.
  private mutating func note(_ lines: inout Lines, _ layout: Layout) {
    let mixed = lines.firstRow { row, bytes in
      layout.forEachNumber(of: UnsafeRawBufferPointer(rebasing: bytes[row])) { marks.note($0) }
      return !marks.areMixed
    }
    guard let mixed else { return }
    let problem = """
      numbers with decimal commas stand beside numbers with decimal points, so that 1.234 may be 1234; write all in one way.
      """
    lines.end(behind: mixed.place, lines.badLine(mixed.number, problem))
  }
}

extension Separator {
  /// The separator that a first line `sep=;` names.
  fileprivate init?(namedBy line: ArraySlice<UInt8>) {
    guard line.count == 5, line.starts(with: "sep=".utf8), let byte = line.last else { return nil }
    self.init(byte)
  }
}
