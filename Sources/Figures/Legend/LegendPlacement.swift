/// Finds the place inside a panel at which a legend covers the least curve.
struct LegendPlacement {
  /// The box that was placed.
  let box: LegendBox
  /// Where it stands.
  let rect: Rect
  /// The length of all curves beneath it, in pixels.
  let covered: Double

  /// The best place for the first of the boxes that finds one free of curves, else the least covered.
  ///
  /// Corners come before edges and the upper left corner before all, so that ties are settled the usual way.
  static func best(
    _ boxes: [LegendBox], in panel: Rect, curves: [CurveShape], rings: [Ring] = [],
    measured: [MeasuredShape] = [], callouts: [CalloutShape] = [],
    place: LegendPlace = .automatic, theme: Theme
  ) -> LegendPlacement? {
    let inset = LegendBox.margin * theme.textSize
    var best: LegendPlacement?
    for box in boxes {
      let all = corners(of: box, in: panel.inset(by: inset))
      let corners = place.corner.map { all.isEmpty ? [] : [all[$0]] } ?? all
      for corner in corners {
        let rect = box.rect(at: corner)
        // A curve that touches the box is as bad as one beneath it.
        let zone = rect.inset(by: -0.35 * theme.textSize)
        let covered =
          curves.reduce(0) { $0 + $1.length(in: zone) }
          + rings.reduce(0) { $0 + $1.length(in: zone) }
          + measured.reduce(0) { $0 + $1.length(in: zone) }
          + 1000 * Double(callouts.count { zone.contains($0.point) })
        if covered < best?.covered ?? .infinity {
          best = LegendPlacement(box: box, rect: rect, covered: covered)
        }
        if covered == 0 { return best }
      }
    }
    return best
  }

  /// The upper left corners that a box can have in a rectangle: at its corners, then midway along its edges.
  private static func corners(of box: LegendBox, in room: Rect) -> [Point] {
    let left = room.minX
    let top = room.minY
    let right = room.maxX - box.width
    let bottom = room.maxY - box.height
    guard right >= left, bottom >= top else { return [] }
    let center = (left + right) / 2
    let middle = (top + bottom) / 2
    let places = [
      (left, top), (right, top), (left, bottom), (right, bottom), (left, middle), (right, middle),
      (center, top), (center, bottom),
    ]
    return places.map { Point(x: $0.0, y: $0.1) }
  }
}
