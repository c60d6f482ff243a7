import Activations

/// A shaded area on its way to the canvas: clipped polygons in pixels.
struct BandShape {
  /// Polygons of three or more points, within the panel.
  let polygons: [[Point]]
  /// What they are filled with.
  let color: Color

  /// Places an area on its panel.
  init(_ band: Band, x: Scale, y: Scale, in panel: Rect, theme: Theme) {
    color = theme.bandColor(band.style)
    polygons = band.polygons.map { polygon in
      let corners = polygon.filter(\.isFinite).map {
        Point(x: x.position($0.x), y: y.position($0.y))
      }
      return Clipping.polygon(corners.filter(\.isFinite), in: panel)
    }.filter { $0.count > 2 }
  }

  /// The drawing commands.
  var commands: [DrawCommand] { polygons.map { .polygon($0, color) } }
}
