// Rows of formulas.

extension MathParser {
  /// Rows up to \end, each of formulas between &.
  mutating func rows(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    let name = try raw(token)
    guard let environment = MathTable.environments.first(where: { $0.name == name }) else {
      let known = MathTable.environments.map(\.name).sorted().joined(separator: ", ")
      throw error("There is no \\begin{\(name)}; there are \(known).", at: token)
    }
    var table = MathTable(rows: [], kind: environment.kind, alignments: environment.alignments)
    if name == "array" { try readColumns(of: &table, token) }
    try readRows(of: &table)
    let last = peek
    guard skip(.command("end")) else {
      if last.kind == .end {
        throw error("This \\begin{\(name)} has no \\end{\(name)}.", at: token)
      }
      throw stray()
    }
    guard try raw(last) == name else {
      throw error("\\begin{\(name)} is ended by \\end{\(name)}.", at: last)
    }
    let atom = MathAtom(.ordinary, .table(table))
    guard environment.left != nil || environment.right != nil else { return atom }
    let room = MathItem.space(MathSpacing.thin)
    let fence = MathAtom.Fence(
      left: environment.left, parts: [[room, .atom(atom), room]], right: environment.right)
    return MathAtom(.inner, .fenced(fence))
  }

  /// The conditions under a sum: \substack{a\\b}.
  mutating func conditions(_ token: MathToken) throws(TypesettingError) -> MathAtom {
    let opening = peek
    guard skip(.open) else {
      throw error("\(token.quoted) needs rows in braces: \(token.quoted){a\\\\b}.", at: opening)
    }
    var table = MathTable(rows: [], kind: .conditions, alignments: [.center])
    try readRows(of: &table)
    guard skip(.close) else {
      if peek.kind == .end { throw error("This { is not closed.", at: opening) }
      throw stray()
    }
    return MathAtom(.ordinary, .table(table))
  }

  /// Rows up to what ends them, with the rules between them.
  private mutating func readRows(of table: inout MathTable) throws(TypesettingError) {
    table.rows = [[]]
    while true {
      let row = table.rows.count - 1
      if table.rows[row].isEmpty {
        while skip(.command("hline")) { table.lines[row, default: 0] += 1 }
      }
      table.rows[row].append(try list())
      if skip(.cell) { continue }
      let end = peek.end
      guard skip(.command("\\")) else { break }
      if peek.kind == .character("["), peek.offset == end { readGap(below: row, of: &table) }
      table.rows.append([])
    }
    // A \\ behind the last row is no row.
    if table.rows.count > 1, table.rows.last == [[]] { table.rows.removeLast() }
  }

  /// The room in brackets behind \\; brackets that hold none begin the next row.
  private mutating func readGap(below row: Int, of table: inout MathTable) {
    var copy = self
    let opening = copy.take()
    while copy.peek.kind != .character("]"), copy.peek.kind != .end { copy.take() }
    let text = String(characters[opening.end..<copy.peek.offset])
    guard copy.skip(.character("]")), let gap = Self.length(text) else { return }
    table.gaps[row] = gap
    self = copy
  }

  /// The columns of an array: a letter each, and rules between them.
  private mutating func readColumns(of table: inout MathTable, _ token: MathToken)
    throws(TypesettingError)
  {
    let place = peek
    table.alignments = []
    for character in try raw(token) {
      switch character {
      case "l": table.alignments.append(.left)
      case "c": table.alignments.append(.center)
      case "r": table.alignments.append(.right)
      case "|": table.rules[table.alignments.count, default: 0] += 1
      case _ where character.isWhitespace: break
      default:
        throw error("The columns of an array are l, c, r and |, not '\(character)'.", at: place)
      }
    }
  }
}
