import Activations

/// A function of x and y on its way to the canvas: an image over the whole panel, and lines of equal values.
struct FieldShape {
  /// The lines of one level.
  struct Level {
    let value: Double
    /// What is written on them.
    let text: String
    /// Pieces within the panel.
    let pieces: [ArcPath]
    let stroke: Stroke
  }

  private let field: Figure.Field
  private let x: Scale
  private let y: Scale
  private let rect: Rect
  private let theme: Theme
  private let measurer: any TextMeasurer

  /// Places a field on its panel; nothing is computed before it is drawn, as a layout is tried more than once.
  init(
    _ field: Figure.Field, x: Scale, y: Scale, in panel: Rect, theme: Theme,
    measurer: any TextMeasurer
  ) {
    (self.field, self.x, self.y, rect) = (field, x, y, panel)
    (self.theme, self.measurer) = (theme, measurer)
  }

  /// Whether the panel's edges must be drawn: those of lines alone, and where colours would run into the page.
  var needsFrame: Bool {
    field.grid == nil || FieldColors(field.scale, theme: theme).needFrame
  }

  /// The lines, rising in their levels.
  private func levels(_ colors: FieldColors) -> [Level] {
    let isAlone = field.grid == nil
    let hidden = field.hiddenLevels(in: rect, theme)
    let lines = field.lines.filter { !hidden.contains($0.level) }
    let grouped = Dictionary(grouping: lines, by: \.level)
    return grouped.keys.sorted().map { level in
      let pieces = (grouped[level] ?? []).flatMap { line in
        FieldShape.pieces(of: line, x: x, y: y, in: rect)
      }
      return Level(
        value: level, text: field.scale.text(of: level, isAlone: isAlone),
        pieces: pieces.compactMap(ArcPath.init), stroke: field.stroke(level, colors, theme))
    }
  }

  /// The parts of a line that lie in the panel, without points that no eye tells apart.
  private static func pieces(of line: Figure.Field.Line, x: Scale, y: Scale, in panel: Rect)
    -> [[Point]]
  {
    var points = line.points.map { Point(x: x.position($0.x), y: y.position($0.y)) }
    if line.isClosed, let first = points.first { points.append(first) }
    var pieces = Clipping.polyline(points, in: panel).filter { $0.count > 1 }
    // Where a closed line is cut at the panel's edge, its first and last piece are one.
    if line.isClosed, pieces.count > 1, let start = pieces.first, pieces.last?.last == start.first {
      let end = pieces.removeLast()
      pieces[0] = end + start.dropFirst()
    }
    return pieces
  }

  /// The drawing commands, to be clipped to the panel.
  var commands: [DrawCommand] {
    let colors = FieldColors(field.scale, theme: theme)
    let levels = levels(colors)
    let labels = LevelLabels(
      levels.map(\.pieces), texts: levels.map(\.text), in: rect, style: theme.levelStyle,
      measurer: measurer)
    let lines = levels.indices.map { (lines: labels.lines(of: $0), level: levels[$0]) }
    // That of 0 last: it is the widest.
    let drawn = lines.filter { $0.level.value != 0 } + lines.filter { $0.level.value == 0 }
    return imageCommands(colors)
      + drawn.filter { !$0.lines.isEmpty }.map { .stroke($0.lines, $0.level.stroke) }
      + labels.commands(levels.map(\.stroke.color))
  }

  private func imageCommands(_ colors: FieldColors) -> [DrawCommand] {
    guard let raster = field.grid.flatMap(colors.raster) else { return [] }
    return (raster.isOpaque ? [] : [hatching]) + [.image(raster, rect)]
  }

  /// Lines that are seen where there is no value, so that the page's colour is not taken for one of the field's.
  private var hatching: DrawCommand {
    let distance = 0.55 * theme.textSize
    let reach = rect.width + rect.height
    let lines = stride(from: distance / 2, to: reach, by: distance).compactMap { offset in
      Clipping.segment(
        Point(x: rect.minX + offset - rect.height, y: rect.maxY),
        Point(x: rect.minX + offset, y: rect.minY), in: rect
      ).map { [$0.from, $0.to] }
    }
    return .stroke(lines, theme.rule(theme.grid))
  }
}

extension Figure.Field {
  /// The levels that may have lines in a panel, rising, and how these look; none of a field without lines.
  package func levels(in panel: Rect, _ theme: Theme) -> [(value: Double, stroke: Stroke)] {
    guard !lines.isEmpty else { return [] }
    let colors = FieldColors(scale, theme: theme)
    let hidden = hiddenLevels(in: panel, theme)
    return scale.levels.filter { !hidden.contains($0) }.map { ($0, stroke($0, colors, theme)) }
  }

  /// Every other level, where a panel is so small that lines of all would run into each other; never that of 0.
  fileprivate func hiddenLevels(in panel: Rect, _ theme: Theme) -> Set<Double> {
    let levels = scale.levels
    guard min(panel.width, panel.height) < 8 * theme.textSize, levels.count > 5 else { return [] }
    let origin = levels.firstIndex(of: 0) ?? levels.count / 2
    return Set(
      levels.indices.filter { !($0 - origin).isMultiple(of: 2) }.map { levels[$0] })
  }

  fileprivate func stroke(_ level: Double, _ colors: FieldColors, _ theme: Theme) -> Stroke {
    let color = grid == nil ? colors.lineColor(level) : colors.ink(on: level)
    return theme.levelStroke(color, level: level, isDiverging: scale.isDiverging)
  }
}

extension Theme {
  /// The style of values on their lines: smaller than numbers at ticks, as there are many.
  fileprivate var levelStyle: TextStyle {
    TextStyle(size: max(0.85 * tickStyle.size, min(Theme.leastText, textSize)), color: text)
  }

  /// The stroke of lines of equal values: thin, that of 0 heavier; where colours tell no sign, dashed below 0.
  fileprivate func levelStroke(_ color: Color, level: Double, isDiverging: Bool) -> Stroke {
    let width = level == 0 && isDiverging ? 0.85 * curveWidth : max(0.75, 0.4 * curveWidth)
    let isDashed = changesDashes && isDiverging && level < 0
    return Stroke(
      color: color, width: width, dash: isDashed ? [5 * width, 3 * width] : [],
      cap: isDashed ? .butt : .round)
  }
}
