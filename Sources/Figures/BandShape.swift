import Activations

/// A shaded area on its way to the canvas: clipped polygons in pixels.
struct BandShape {
  /// Polygons of three or more points, within the panel.
  let polygons: [[Point]]
  /// What they are filled with.
  let color: Color

  /// Places an area on its panel.
  init(_ band: Band, x: Scale, y: Scale, in panel: Rect, theme: Theme) {
    color = theme.bandColor(band.styleIndex)
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

extension Band {
  /// The area between two curves over the part of the x-axis that both have, from piece to piece.
  ///
  /// The points of each piece must rise in x.
  public init(name: String, between first: Curve, and second: Curve, styleIndex: Int) {
    let polygons = first.segments.flatMap { upper in
      second.segments.compactMap { lower -> [Point]? in
        guard let low = [upper.first, lower.first].compactMap({ $0?.x }).max(),
          let high = [upper.last, lower.last].compactMap({ $0?.x }).min(), low < high
        else { return nil }
        return Band.part(of: upper, from: low, to: high)
          + Band.part(of: lower, from: low, to: high).reversed()
      }
    }
    self.init(name: name, polygons: polygons, styleIndex: styleIndex)
  }

  /// The part of a piece between two places, cut there.
  private static func part(of piece: [Point], from low: Double, to high: Double) -> [Point] {
    let inside = piece.filter { $0.x > low && $0.x < high }
    let ends = [low, high].map { x -> [Point] in
      guard let after = piece.firstIndex(where: { $0.x >= x }) else { return [] }
      if piece[after].x == x || after == 0 { return [piece[after]] }
      let (a, b) = (piece[after - 1], piece[after])
      let ratio = (x - a.x) / (b.x - a.x)
      return [Point(x: x, y: a.y * (1 - ratio) + b.y * ratio)]
    }
    return ends[0] + inside + ends[1]
  }
}
