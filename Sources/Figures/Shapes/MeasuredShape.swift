/// Measured points on their way to the canvas.
struct MeasuredShape {
  /// A point in pixels, within the panel.
  struct Place {
    let center: Point
    /// The bar of its error, clipped; nil where it has none.
    let bar: (top: Double, bottom: Double)?
    /// Whether the bar ends within the panel, above and below.
    var ends = (top: false, bottom: false)
  }

  private let places: [Place]
  private let sign: Int
  private let color: Color
  private let theme: Theme

  /// Places points on their panel.
  init(_ measured: Measured, x: Scale, y: Scale, in panel: Rect, theme: Theme) {
    places = measured.points.indices.compactMap { index in
      let point = measured.points[index]
      guard point.isFinite else { return nil }
      let center = Point(x: x.position(point.x), y: y.position(point.y))
      // A point beyond the edge has no bar either: where it belongs cannot be seen.
      guard center.isFinite, panel.inset(by: -0.5).contains(center) else { return nil }
      guard let ends = measured.ends(index) else { return Place(center: center, bar: nil) }
      // On a logarithmic axis what reaches 0 reaches the bottom.
      let (high, low) = (y.position(ends.high), y.position(ends.low))
      let (top, bottom) = (high.isFinite ? high : panel.minY, low.isFinite ? low : panel.maxY + 1)
      return Place(
        center: center, bar: (max(top, panel.minY), min(bottom, panel.maxY)),
        ends: (top >= panel.minY, bottom <= panel.maxY))
    }
    (sign, self.theme) = (measured.sign, theme)
    color = theme.stroke(measured.style).color
  }

  /// The drawing commands: bars, then signs on halos.
  var commands: [DrawCommand] {
    if places.isEmpty { return [] }
    return bars + PointSign.commands(at: places.map(\.center), sign, color: color, theme: theme)
  }

  private var bars: [DrawCommand] {
    let half = PointSign.radius(theme) * 0.8
    let lines = places.flatMap { place -> [[Point]] in
      guard let bar = place.bar else { return [] }
      let x = place.center.x
      func cap(_ y: Double) -> [Point] { [Point(x: x - half, y: y), Point(x: x + half, y: y)] }
      return [[Point(x: x, y: bar.top), Point(x: x, y: bar.bottom)]]
        + (place.ends.top ? [cap(bar.top)] : []) + (place.ends.bottom ? [cap(bar.bottom)] : [])
    }
    return lines.isEmpty ? [] : [.stroke(lines, PointSign.barStroke(color, theme))]
  }

  /// What a box costs that covers points or bars, in pixels of curve.
  func length(in rect: Rect) -> Double {
    let zone = rect.inset(by: -PointSign.radius(theme))
    return places.reduce(0) { sum, place in
      let bar = place.bar.map {
        Clipping.length(
          of: [Point(x: place.center.x, y: $0.top), Point(x: place.center.x, y: $0.bottom)],
          in: rect)
      }
      return sum + (zone.contains(place.center) ? 4 * PointSign.radius(theme) : 0) + (bar ?? 0)
    }
  }
}

/// The signs of measured points: a disc, a square, a diamond, a triangle.
enum PointSign {
  /// From the middle to the edge of a disc, in pixels.
  static func radius(_ theme: Theme) -> Double { 1.9 * theme.curveWidth }

  /// The stroke of error bars.
  static func barStroke(_ color: Color, _ theme: Theme) -> Stroke {
    Stroke(color: color, width: max(1, 0.5 * theme.curveWidth))
  }

  /// Signs with a thin halo, so that each is seen on a curve and on its neighbours.
  static func commands(at centers: [Point], _ sign: Int, color: Color, theme: Theme)
    -> [DrawCommand]
  {
    let radius = radius(theme)
    let rim = max(0.8, 0.35 * theme.curveWidth)
    if sign % 4 == 0 {
      // A line without length draws its round caps.
      return [(radius + rim, theme.halo), (radius, color)].map { radius, color in
        .stroke(centers.map { [$0, $0] }, Stroke(color: color, width: 2 * radius, cap: .round))
      }
    }
    return [(radius + rim, theme.halo), (radius, color)].flatMap { radius, color in
      centers.map { .polygon(corners(sign, around: $0, radius), color) }
    }
  }

  /// The corners of a sign that is as large to the eye as a disc of the radius.
  private static func corners(_ sign: Int, around center: Point, _ radius: Double) -> [Point] {
    let corners: [(Double, Double)]
    switch sign % 4 {
    case 1: corners = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
    case 2: corners = [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]
    default: corners = [(0, -1.3), (1.2, 0.85), (-1.2, 0.85)]
    }
    return corners.map { Point(x: center.x + $0.0 * radius, y: center.y + $0.1 * radius) }
  }
}
