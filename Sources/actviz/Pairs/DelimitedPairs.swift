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

  init(columns: PairColumns, bitsOf type: FloatType?) {
    self.columns = columns
    bits = type
  }

  mutating func read(_ limit: Int, from input: inout ByteInput) throws(Failure) -> Pairs {
    var pairs = Pairs()
    pairs.xs.reserveCapacity(limit)
    if columns.fewest > 1 { pairs.ys.reserveCapacity(limit) }
    if layout == nil { layout = try readLayout(of: &input, &pairs) }
    guard let layout else { return pairs }
    while pairs.count < limit, let line = try input.nextLine() {
      if line.isEmpty || input.buffer[line.lowerBound] == UInt8(ascii: "#") { continue }
      let row = layout.separator.isTab ? input.withLeadingTabs(line) : line
      try Self.append(row, of: input, layout, to: &pairs)
      if layout.separator.isSemicolon { try note(line, of: input, layout) }
    }
    return pairs
  }

  /// Reads the first row, which tells how the others are laid out, and takes its numbers where it is no header.
  private func readLayout(of input: inout ByteInput, _ pairs: inout Pairs) throws(Failure)
    -> Layout?
  {
    guard var line = try Self.nextRow(of: &input) else { return nil }
    let named = Separator(namedBy: input.buffer[line])
    if named != nil {
      guard let next = try Self.nextRow(of: &input) else { return nil }
      line = next
    }
    // Where tabs part fields, one before the first is a field without a name.
    if input.buffer[line].contains(UInt8(ascii: "\t")) { line = input.withLeadingTabs(line) }
    let (found, isHeader) = try layout(line, of: input, named)
    if !isHeader { try Self.append(line, of: input, found, to: &pairs) }
    return found
  }

  /// The next line that is no comment and not blank.
  private static func nextRow(of input: inout ByteInput) throws(Failure) -> Range<Int>? {
    while let line = try input.nextLine() {
      if !line.isEmpty, input.buffer[line.lowerBound] != UInt8(ascii: "#") { return line }
    }
    return nil
  }

  /// How the file's rows are laid out, from its first line, and whether that is a header.
  private func layout(
    _ line: Range<Int>, of input: borrowing ByteInput, _ named: Separator?
  ) throws(Failure) -> (Layout, isHeader: Bool) {
    var (separator, texts) = input.buffer.withUnsafeBytes { bytes in
      let line = UnsafeRawBufferPointer(rebasing: bytes[line])
      let separator = named ?? Separator(of: line)
      return (separator, separator.texts(of: line))
    }
    let spelling = NumberSpelling(commaIsDecimal: separator.isSemicolon)
    var isHeader = false
    if case .problem = spelling.read(texts[0]) { isHeader = Self.mayBeName(texts[0]) }
    // Behind a last comma there is no column.
    while texts.count > 1, texts.last?.isEmpty == true { texts.removeLast() }
    do {
      let places = try columns.places(in: texts, areNames: isHeader)
      let layout = Layout(
        separator: separator, columns: places, contents: columns.contents, width: texts.count,
        bits: bits, spelling: spelling, refusesBareHex: columns.refusesBareHex)
      return (layout, isHeader)
    } catch .tooFew {
      throw input.badLine(
        "'\(Printable.excerpt(input.buffer[line]))' is one column; give x and y in two.")
    } catch .unnamedMany(let count, let options) {
      let problem = ColumnProblem.unnamedMany(count, options)
      throw input.badLine(problem.sentence(of: "'\(Printable.excerpt(input.buffer[line]))'"))
    } catch {
      throw Failure(.data, error.sentence(of: input.name))
    }
  }

  /// Whether a text that is no number may be the name of a column, and not a number with something wrong in it.
  private static func mayBeName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return true }
    return !"+-.0123456789\u{2212}".unicodeScalars.contains(first)
      && first.properties.generalCategory != .control
  }

  /// Notes which marks stand in the numbers of a line; throws where a point is one of decimals here, and of thousands there.
  private mutating func note(
    _ line: Range<Int>, of input: borrowing ByteInput, _ layout: Layout
  ) throws(Failure) {
    let bytes = input.buffer[line]
    guard bytes.contains(where: { $0 == DecimalMarks.comma || $0 == DecimalMarks.point }) else {
      return
    }
    let texts = input.buffer.withUnsafeBytes {
      layout.separator.texts(of: UnsafeRawBufferPointer(rebasing: $0[line]))
    }
    for column in layout.columns where column.form == .number {
      marks.note(texts[column.index])
    }
    if marks.areMixed {
      throw input.badLine(
        "numbers with decimal commas stand beside numbers with decimal points, so that 1.234 may be 1234; write all in one way."
      )
    }
  }

  private static func append(
    _ line: Range<Int>, of input: borrowing ByteInput, _ layout: Layout, to pairs: inout Pairs
  ) throws(Failure) {
    let row = input.buffer.withUnsafeBytes {
      layout.row(UnsafeRawBufferPointer(rebasing: $0[line]))
    }
    guard let row else {
      throw input.badLine(
        input.buffer.withUnsafeBytes {
          layout.problem(of: UnsafeRawBufferPointer(rebasing: $0[line]))
        })
    }
    pairs.append(row.x, row.y, row.third)
  }
}

extension Separator {
  /// The separator that a first line `sep=;` names.
  fileprivate init?(namedBy line: ArraySlice<UInt8>) {
    guard line.count == 5, line.starts(with: "sep=".utf8), let byte = line.last else { return nil }
    self.init(byte)
  }
}
