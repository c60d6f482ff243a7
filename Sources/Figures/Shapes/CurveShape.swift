import Activations

/// A curve on its way to the canvas: from data coordinates to clipped polylines in pixels.
struct CurveShape {
  /// What is written beside the curve.
  let name: String
  /// Whether it is what the others are measured against.
  let isReference: Bool
  /// Polylines of two or more points, within the panel and a little beyond.
  let lines: [[Point]]
  /// Points that stand alone, within the panel.
  let dots: [Point]
  /// Areas that it fills, within the panel and a little beyond.
  let areas: [[Point]]
  /// How the lines are stroked.
  let stroke: Stroke

  /// Places a curve on its panel.
  init(_ curve: Scene.Curve, x: Scale, y: Scale, in panel: Rect, stroke: Stroke) {
    // Where a line leaves the panel its cap and join lie outside, where the renderer's clip takes them away.
    let room = panel.inset(by: -2 * stroke.width)
    let pieces = curve.segments.flatMap { segment in
      Clipping.polyline(
        CurveShape.thinned(segment.map { CurveShape.place($0, x, y) }), in: room)
    }
    lines = pieces.filter { $0.count > 1 }
    dots = pieces.compactMap { $0.count == 1 ? $0.first : nil }.filter(panel.contains)
    areas = curve.fills.map { CurveShape.area($0, x, y, in: room) }.filter { $0.count > 2 }
    self.stroke = stroke
    name = curve.label
    isReference = curve.role == .reference
  }

  /// The end of the curve farthest to the right within the panel; nil where it is not seen.
  func end(in panel: Rect) -> Point? {
    let ends = lines.flatMap { Clipping.polyline($0, in: panel) }.compactMap(\.last) + dots
    return ends.max { $0.x < $1.x }
  }

  /// The drawing commands.
  var commands: [DrawCommand] {
    var commands = areas.flatMap { area in
      // Drawn round with the curve's pen, so that it reaches as far as a line would.
      [DrawCommand.polygon(area, stroke.color), .stroke([area + area.prefix(1)], outline)]
    }
    if !lines.isEmpty { commands.append(.stroke(lines, stroke)) }
    if !dots.isEmpty {
      var dot = stroke
      dot.dash = []
      dot.cap = .round
      dot.width *= 2
      // A line without length draws its round caps.
      commands.append(.stroke(dots.map { [$0, $0] }, dot))
    }
    return commands
  }

  /// The pen that draws round an area.
  private var outline: Stroke {
    var outline = stroke
    outline.dash = []
    return outline
  }

  /// The length of the curve that lies in a rectangle, in pixels; a dot counts as its width, an area as its outline.
  func length(in rect: Rect) -> Double {
    (lines + areas).reduce(0) { $0 + Clipping.length(of: $1, in: rect) }
      + Double(dots.count(where: rect.contains)) * stroke.width * 2
  }

  /// How often a line crosses the curve.
  func crossings(of line: [Point]) -> Int {
    lines.reduce(0) { $0 + Clipping.crossings(of: $1, line) }
  }

  private static func place(_ point: Point, _ x: Scale, _ y: Scale) -> Point {
    guard point.isFinite else { return Point(x: .nan, y: .nan) }
    return Point(x: x.position(point.x), y: y.position(point.y))
  }

  /// The area between the ends of a run of columns.
  private static func area(_ run: [Extent], _ x: Scale, _ y: Scale, in rect: Rect)
    -> [Point]
  {
    let low = run.map { place(Point(x: $0.x, y: $0.low), x, y) }
    let high = run.map { place(Point(x: $0.x, y: $0.high), x, y) }
    return Clipping.polygon((low + high.reversed()).filter(\.isFinite), in: rect)
  }

  /// Leaves out points within a tenth of a pixel of the last one kept: a million samples draw like thousands.
  private static func thinned(_ points: [Point]) -> [Point] {
    guard points.count > 2000, var last = points.first else { return points }
    var kept = [last]
    for (index, point) in points.enumerated().dropFirst() {
      let isClose = abs(point.x - last.x) < 0.1 && abs(point.y - last.y) < 0.1
      if isClose && index < points.count - 1 { continue }
      kept.append(point)
      last = point
    }
    return kept
  }
}
