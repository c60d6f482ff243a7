/// Rows and columns of formulas, as LaTeX's array sets them.
extension MathLayout {
  /// Rows and columns, around the axis.
  func table(_ table: MathTable, _ style: MathStyle) -> MathBox {
    let em = font.em(style)
    let style = table.kind.style(in: style)
    let boxes = table.rows.map { row in
      row.enumerated().map { column, cell in
        // What follows & is the right side of a relation.
        let isRight = table.kind == .lines && column % 2 == 1
        let empty = MathItem.atom(MathAtom(.ordinary, .list([])))
        return box(isRight ? [empty] + cell : cell, style)
      }
    }
    let columns = boxes.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      boxes.map { $0.count > column ? $0[column].width + $0[column].italic : 0 }.max() ?? 0
    }
    let (places, width) = places(of: widths, table, em)
    var whole = MathBox()
    var edges: [Double] = []
    var y = 0.0
    for (index, row) in boxes.enumerated() {
      edges.append(y)
      let height = max(table.kind.strut.height * em, row.map(\.height).reduce(0, max))
      let depth = max(table.kind.strut.depth * em, row.map(\.depth).reduce(0, max))
      y += height + (index > 0 ? table.kind.gap * em : 0)
      for (column, cell) in row.enumerated() {
        let free = widths[column] - cell.width - cell.italic
        let shift =
          switch table.alignment(of: column) {
          case .left: 0.0
          case .center: free / 2
          case .right: free
          }
        whole.draw(cell, x: places[column] + shift, y: y)
      }
      y += depth + (table.gaps[index] ?? 0) / 18 * em
    }
    edges.append(y)
    whole.width = width
    rules(of: table, places, widths, edges, em, in: &whole)
    return whole.lowered(by: (whole.height - whole.depth) / 2 - MathFont.axis * em)
  }

  /// Where columns begin, and how wide all are.
  private func places(of widths: [Double], _ table: MathTable, _ em: Double) -> ([Double], Double) {
    // Rules stand in the middle of the room between columns, and off the columns at the ends.
    let margin = table.hasMargins ? MathTable.margin * em : 0
    var x = margin
    var places: [Double] = []
    for (column, width) in widths.enumerated() {
      if column > 0 { x += table.kind.room(before: column) * em }
      places.append(x)
      x += width
    }
    return (places, x + margin)
  }

  /// Draws the rules between columns and rows.
  private func rules(
    of table: MathTable, _ places: [Double], _ widths: [Double], _ edges: [Double], _ em: Double,
    in whole: inout MathBox
  ) {
    let thickness = MathFont.rule * em
    let (top, bottom) = (edges[0], edges[edges.count - 1])
    for (column, count) in table.rules {
      let middle =
        column == 0
        ? thickness / 2
        : column < places.count
          ? (places[column - 1] + widths[column - 1] + places[column]) / 2
          : whole.width - thickness / 2
      for index in 0..<count {
        let x = middle + (Double(index) - Double(count - 1) / 2) * 3 * thickness
        let line = [Point(x: x, y: top), Point(x: x, y: bottom)]
        whole.pieces.append(.stroke(line, width: thickness))
      }
    }
    for (row, count) in table.lines where edges.indices.contains(row) {
      for index in 0..<count {
        let y = edges[row] + (Double(index) - Double(count - 1) / 2) * 3 * thickness
        whole.pieces.append(
          .rule(Rect(minX: 0, minY: y - thickness / 2, maxX: whole.width, maxY: y + thickness / 2)))
      }
    }
    if !table.rules.isEmpty || !table.lines.isEmpty {
      whole.height = max(whole.height, -top)
      whole.depth = max(whole.depth, bottom)
    }
  }
}

extension MathTable {
  /// The room between a rule at an end and what is beside it, in ems: LaTeX's `\arraycolsep`.
  static let margin = 0.5

  /// Whether room is kept beside the first column and the last one.
  fileprivate var hasMargins: Bool { !rules.isEmpty || !lines.isEmpty }
}

extension MathTable.Kind {
  /// The style of its cells.
  func style(in style: MathStyle) -> MathStyle {
    switch self {
    case .matrix, .cases(isDisplay: false):
      MathStyle(level: style.isScript ? style.level : .text, isCramped: style.isCramped)
    case .cases(isDisplay: true), .lines: MathStyle(level: .display)
    case .small: MathStyle(level: style.isScript ? .scriptScript : .script)
    case .conditions: style.isScript ? style : MathStyle(level: .script, isCramped: true)
    }
  }

  /// What each row takes at least above and below its baseline, in ems.
  ///
  /// LaTeX's strut: 0.84 and 0.36 of a line of 1.2 em, `\arraystretch` 1.2 times that for cases. Sans-serif letters fill
  /// more of their em than Computer Modern's, so that the same distances look narrower.
  var strut: (height: Double, depth: Double) {
    switch self {
    case .matrix: (0.96, 0.4)
    case .cases: (1.1, 0.48)
    case .lines: (0.96, 0.4)
    case .small: (0.62, 0.2)
    case .conditions: (0.8, 0.2)
    }
  }

  /// The room between rows beside the struts, in ems: `\jot` between lines; elsewhere what keeps fractions apart.
  var gap: Double { self == .lines ? 0.3 : 0.12 }

  /// The room between a column and the one before, in ems.
  func room(before column: Int) -> Double {
    switch self {
    case .matrix, .cases: 1
    case .lines: column.isMultiple(of: 2) ? 2 : 0
    case .small, .conditions: 0.5
    }
  }
}
