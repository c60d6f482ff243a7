import Figures

/// Executes drawing commands on a grid of characters.
struct CellCanvas {
  let columns: Int
  let rows: Int
  private(set) var cells: [Cell]
  /// What is drawn lies within the last of these, in pixels.
  private var clips: [Rect] = []
  private let theme: Theme
  /// How much lower than in the drawing everything stands, in pixels.
  private let shift: Double
  /// Where the x-axis of the last panel is, in pixels.
  private var axis: Double?

  /// An empty grid; `theme` is the one that the drawing was made in, by whose colours lines are known.
  init(columns: Int, rows: Int, theme: Theme, shift: Double) {
    self.shift = shift
    self.columns = columns
    self.rows = rows
    self.theme = theme
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// Executes one command.
  mutating func execute(_ command: DrawCommand) {
    switch command.moved(down: shift) {
    case .fill(let rect, let color): fill(rect, color)
    case .polygon(let corners, let color): fill(corners, color)
    case .stroke(let lines, let stroke):
      for line in lines { stroke.color == theme.grid ? markTick(line) : draw(line, stroke) }
    case .image(let raster, let rect): draw(raster, in: rect)
    case .pushClip(let rect): clips.append(rect)
    case .popClip: _ = clips.popLast()
    case .text(let label): write(label)
    case .pushPart(.plot(let place)): drawAxis(of: place.frame)
    case .pushGroup, .popGroup, .pushPart, .popPart: break
    }
  }

  // MARK: Places

  private func index(column: Int, row: Int) -> Int? {
    (0..<columns).contains(column) && (0..<rows).contains(row) ? row * columns + column : nil
  }

  /// The cell at a place in pixels, within the clip; nil elsewhere.
  private func index(x: Double, y: Double) -> Int? {
    guard isClear(x, y) else { return nil }
    return index(column: cell(x, Cells.width), row: cell(y, Cells.height))
  }

  private func cell(_ pixel: Double, _ side: Double) -> Int {
    Int(min(max(pixel / side, -1), 1e6).rounded(.down))
  }

  /// Whether a place may be drawn on; a dot has a part of it within the clip.
  private func isClear(_ x: Double, _ y: Double) -> Bool {
    guard let clip = clips.last else { return true }
    let slack = Cells.dot / 2
    return x >= clip.minX - slack && x <= clip.maxX + slack && y >= clip.minY - slack
      && y <= clip.maxY + slack
  }

  // MARK: Areas

  /// The ground of a legend clears what is below it; a faint area is shaded, any other is filled.
  private mutating func fill(_ rect: Rect, _ color: Color) {
    let corners = [
      Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY),
      Point(x: rect.maxX, y: rect.maxY), Point(x: rect.minX, y: rect.maxY),
    ]
    let isGround = [theme.background, theme.legendBackground, theme.halo].contains(color)
    guard isGround else { return fill(corners, color) }
    // A cell belongs to the ground with its middle.
    for row in 0..<rows {
      for column in 0..<columns {
        let (x, y) = ((Double(column) + 0.5) * Cells.width, (Double(row) + 0.5) * Cells.height)
        guard x >= rect.minX, x <= rect.maxX, y >= rect.minY, y <= rect.maxY else { continue }
        cells[row * columns + column] = Cell()
      }
    }
  }

  private mutating func fill(_ corners: [Point], _ color: Color) {
    let isFaint = color.alpha < 0.5
    let ys = corners.map(\.y)
    guard let low = ys.min(), let high = ys.max() else { return }
    let last = cell(high, Cells.dot)
    for row in max(0, cell(low, Cells.dot))...max(0, last, cell(low, Cells.dot)) where row <= last {
      let y = (Double(row) + 0.5) * Cells.dot
      let crossings = zip(corners, corners.dropFirst() + corners.prefix(1)).compactMap {
        from, to -> Double? in
        guard (from.y <= y) != (to.y <= y) else { return nil }
        return from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x)
      }.sorted()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let end = cell(crossings[pair + 1], Cells.dot)
        for column in max(0, cell(crossings[pair], Cells.dot))..<max(0, min(end + 1, 2 * columns)) {
          let x = (Double(column) + 0.5) * Cells.dot
          guard x >= crossings[pair], x <= crossings[pair + 1] else { continue }
          if isFaint { shade(x, y, color) } else { setDot(column, row, color) }
        }
      }
    }
  }

  private mutating func shade(_ x: Double, _ y: Double, _ color: Color) {
    guard let index = index(x: x, y: y) else { return }
    cells[index].isShaded = true
    if cells[index].dots == 0, cells[index].character == nil { cells[index].color = color }
  }

  private mutating func draw(_ raster: Raster, in rect: Rect) {
    guard rect.width > 0, rect.height > 0 else { return }
    func color(_ column: Int, _ half: Int) -> Color? {
      let x = (Double(column) + 0.5) * Cells.width, y = (Double(half) + 0.5) * Cells.width
      guard x >= rect.minX, x < rect.maxX, y >= rect.minY, y < rect.maxY else { return nil }
      let place = (
        Int((x - rect.minX) / rect.width * Double(raster.columns)),
        Int((y - rect.minY) / rect.height * Double(raster.rows))
      )
      let number = Int(raster.cells[place.1 * raster.columns + place.0])
      return number < raster.colors.count ? raster.colors[number] : nil
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let (upper, lower) = (color(column, 2 * row), color(column, 2 * row + 1))
        guard let one = upper ?? lower, let other = lower ?? upper, one.alpha > 0, other.alpha > 0
        else { continue }
        cells[row * columns + column] = Cell()
        cells[row * columns + column].ground = (one, other)
      }
    }
  }

  // MARK: Lines

  private mutating func draw(_ line: [Point], _ stroke: Stroke) {
    guard stroke.color.alpha > 0, let first = line.first else { return }
    if line.allSatisfy({ $0 == first }) { return mark(first, stroke) }
    if stroke.width <= theme.ruleWidth, line.count == 2 {
      return rule(line[0], line[1], stroke.color)
    }
    let thickness = max(1, Int((stroke.width / Cells.dot).rounded(.down)))
    for dot in DotPath(line, dash: stroke.dash).dots {
      for row in dot.row..<dot.row + thickness { setDot(dot.column, row, stroke.color) }
    }
  }

  /// A disc: a point that stands alone is a dot, a larger one a sign, open where a disc of the ground lies on it.
  private mutating func mark(_ point: Point, _ stroke: Stroke) {
    guard let index = index(x: point.x, y: point.y) else { return }
    if stroke.color == theme.halo {
      if cells[index].character == "●" { cells[index].character = "○" }
    } else if stroke.width > Cells.dot {
      cells[index].character = "●"
      cells[index].color = stroke.color
    } else {
      setDot(cell(point.x, Cells.dot), cell(point.y, Cells.dot), stroke.color)
    }
  }

  private mutating func setDot(_ column: Int, _ row: Int, _ color: Color) {
    let (x, y) = ((Double(column) + 0.5) * Cells.dot, (Double(row) + 0.5) * Cells.dot)
    guard column >= 0, row >= 0, let index = index(x: x, y: y) else { return }
    cells[index].dots |= Cell.dotBits[row % 4][column % 2]
    if cells[index].character == nil { cells[index].color = color }
  }

  /// The y-axis, which a picture with a grid does without.
  private mutating func drawAxis(of frame: Rect) {
    axis = frame.maxY + shift
    rule(
      Point(x: frame.minX, y: frame.minY + shift), Point(x: frame.minX, y: frame.maxY + shift),
      theme.frame)
  }

  /// A line of the grid would be taken for a curve: a level one is a tick of the y-axis, as upright ones have theirs below.
  private mutating func markTick(_ line: [Point]) {
    guard line.count == 2, line[0].y == line[1].y else { return }
    if line[0].y == axis { return rule(line[0], line[1], theme.frame) }
    let column = cell(min(line[0].x, line[1].x), Cells.width)
    guard let index = index(column: column, row: cell(line[0].y, Cells.height)) else { return }
    cells[index].rule.insert(.left)
  }

  /// A line of an axis, upright or level.
  private mutating func rule(_ from: Point, _ to: Point, _ color: Color) {
    let (low, high) = (
      (cell(min(from.x, to.x), Cells.width), cell(min(from.y, to.y), Cells.height)),
      (cell(max(from.x, to.x), Cells.width), cell(max(from.y, to.y), Cells.height))
    )
    let isLevel = abs(from.x - to.x) > abs(from.y - to.y)
    let (back, on): (Cell.Directions, Cell.Directions) =
      isLevel ? (.left, .right) : (.up, .down)
    let (start, end) = isLevel ? (low.0, high.0) : (low.1, high.1)
    for place in start...end {
      guard
        let index = isLevel
          ? index(column: place, row: low.1) : index(column: low.0, row: place)
      else { continue }
      // A tick is shorter than a cell: it leads away from its axis, to the left or downwards.
      let isTick = start == end
      if place > start || isTick && isLevel { cells[index].rule.insert(back) }
      if place < end || isTick && !isLevel { cells[index].rule.insert(on) }
      if cells[index].dots == 0, cells[index].character == nil { cells[index].color = color }
    }
  }

  // MARK: Text

  /// A character as a terminal can show it: what would turn or hide its neighbours is a sign for what is unknown.
  private static func shown(_ character: Character) -> Character {
    switch character.unicodeScalars.first?.properties.generalCategory {
    case .control, .format, .privateUse, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    default: character
    }
  }

  private mutating func write(_ label: Label) {
    let width = label.text.reduce(0) { $0 + Cells.count($1) }
    let middle = label.position.y - 0.365 * label.style.size
    let shift = label.rotation == 0 ? label.anchor.shift(of: 1) : -0.5
    let start = label.position.x / Cells.width + shift * Double(width)
    let row = cell(label.rotation == 0 ? middle : label.position.y, Cells.height)
    var column = max(0, min(Int(min(max(start, 0), 1e6).rounded()), columns - width))
    for character in label.text {
      if let index = index(column: column, row: row) {
        cells[index].character = Self.shown(character)
        let isPlain = [theme.text, theme.mutedText].contains(label.style.color)
        cells[index].color = isPlain ? nil : label.style.color
        cells[index].isTaken = false
      }
      if Cells.count(character) == 2, let next = index(column: column + 1, row: row) {
        cells[next].isTaken = true
      }
      column += Cells.count(character)
    }
  }
}
