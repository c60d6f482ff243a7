import Activations

/// A rectangle that is turned around its middle.
struct TurnedRect {
  /// Its middle.
  let center: Point
  /// The unit vector along its longer sides.
  let direction: Point
  /// Half of its longer sides.
  let halfWidth: Double
  /// Half of its shorter sides.
  let halfHeight: Double

  /// Its corners, in turn.
  var corners: [Point] {
    [(1.0, 1.0), (1, -1), (-1, -1), (-1, 1)].map { across, up in
      let (a, b) = (across * halfWidth, up * halfHeight)
      return Point(
        x: center.x + a * direction.x - b * direction.y,
        y: center.y + a * direction.y + b * direction.x)
    }
  }

  /// The upright rectangle around it.
  var bounds: Rect {
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return Rect(
      minX: xs.min() ?? 0, minY: ys.min() ?? 0, maxX: xs.max() ?? 0, maxY: ys.max() ?? 0)
  }

  /// A point as the rectangle sees it: along its longer sides and across them, from its middle.
  func seen(_ point: Point) -> Point {
    let (x, y) = (point.x - center.x, point.y - center.y)
    return Point(x: x * direction.x + y * direction.y, y: y * direction.x - x * direction.y)
  }

  /// The rectangle as it sees itself.
  private var own: Rect {
    Rect(minX: -halfWidth, minY: -halfHeight, maxX: halfWidth, maxY: halfHeight)
  }

  /// Whether a segment has a part in it.
  func meets(_ from: Point, _ to: Point) -> Bool {
    Clipping.segment(seen(from), seen(to), in: own) != nil
  }

  /// Whether it has a part in another: an edge of one in the other, or a middle.
  func meets(_ other: TurnedRect) -> Bool {
    guard bounds.touches(other.bounds) else { return false }
    let edges = zip(corners, corners.dropFirst() + corners.prefix(1))
    return own.contains(seen(other.center)) || other.own.contains(other.seen(center))
      || edges.contains { other.meets($0, $1) }
  }
}
