import Activations

/// A function of x and y on its way to the canvas: an image, and lines of equal values in pixels.
struct FieldShape {
  /// The lines of one level.
  struct Level {
    let value: Double
    /// Pieces within the panel.
    var pieces: [[Point]]
    let stroke: Stroke
  }

  /// The image over the whole panel; nil where lines alone are shown.
  let raster: Raster?
  /// The lines, rising in their levels, the zero line last: it crosses none, and its width hides no neighbour.
  let levels: [Level]
  private let rect: Rect
  private let theme: Theme

  /// Places a field on its panel.
  init(_ field: Figure.Field, x: Scale, y: Scale, in panel: Rect, theme: Theme) {
    (rect, self.theme) = (panel, theme)
    let colors = FieldColors(field.scale, theme: theme)
    raster = field.grid.flatMap(colors.raster)
    let isOnColor = raster != nil
    let grouped = Dictionary(grouping: field.lines, by: \.level)
    levels = grouped.keys.sorted { ($0 == 0 ? 1 : 0, $0) < ($1 == 0 ? 1 : 0, $1) }.map { level in
      let pieces = (grouped[level] ?? []).flatMap { line in
        FieldShape.pieces(of: line, x: x, y: y, in: panel)
      }
      let color = isOnColor ? colors.ink(on: level) : colors.lineColor(level)
      return Level(
        value: level, pieces: pieces,
        stroke: theme.levelStroke(color, level: level, isDiverging: field.scale.isDiverging))
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
    imageCommands
      + levels.filter { !$0.pieces.isEmpty }.map { .stroke($0.pieces, $0.stroke) }
  }

  private var imageCommands: [DrawCommand] {
    guard let raster else { return [] }
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

extension Theme {
  /// The stroke of lines of equal values: thin, that of 0 heavier; where colours tell no sign, dashed below 0.
  fileprivate func levelStroke(_ color: Color, level: Double, isDiverging: Bool) -> Stroke {
    let width = level == 0 && isDiverging ? 0.85 * curveWidth : max(0.75, 0.4 * curveWidth)
    let isDashed = changesDashes && isDiverging && level < 0
    return Stroke(
      color: color, width: width, dash: isDashed ? [5 * width, 3 * width] : [],
      cap: isDashed ? .butt : .round)
  }
}
