/// An area of a panel that is shaded, such as that between two curves.
package struct Band: Equatable, Sendable {
  /// What the legend calls it; empty for a band that the legend leaves out.
  package var name: String
  /// Closed polygons, in data units; points that are not finite are left out.
  package var polygons: [[Point]]
  /// The curve whose colour it has, thinned.
  package var style: CurveStyle

  /// Makes a band.
  package init(name: String, polygons: [[Point]], style: CurveStyle) {
    self.name = name
    self.polygons = polygons
    self.style = style
  }
}

extension Band {
  /// The area between two curves over the part of the x-axis that both have, from piece to piece.
  ///
  /// The points of each piece must rise in x.
  package init(name: String, between first: Curve, and second: Curve, style: CurveStyle) {
    let polygons = first.segments.flatMap { upper in
      second.segments.compactMap { lower -> [Point]? in
        guard let low = [upper.first, lower.first].compactMap({ $0?.x }).max(),
          let high = [upper.last, lower.last].compactMap({ $0?.x }).min(), low < high
        else { return nil }
        return Band.part(of: upper, from: low, to: high)
          + Band.part(of: lower, from: low, to: high).reversed()
      }
    }
    self.init(name: name, polygons: polygons, style: style)
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
