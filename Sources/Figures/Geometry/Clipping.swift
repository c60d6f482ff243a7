import Activations

/// Cuts lines at the edges of a rectangle, in double precision, before a renderer's fixed-point sees them.
enum Clipping {
  /// The part of a segment that lies in the rectangle, by Liang and Barsky; nil where none does.
  ///
  /// Both points must be finite. A part that only touches the rectangle has equal ends.
  static func segment(_ from: Point, _ to: Point, in rect: Rect) -> (from: Point, to: Point)? {
    let dx = to.x - from.x
    let dy = to.y - from.y
    var enter = 0.0
    var leave = 1.0
    let edges = (
      (-dx, from.x - rect.minX), (dx, rect.maxX - from.x),
      (-dy, from.y - rect.minY), (dy, rect.maxY - from.y)
    )
    func cut(_ direction: Double, _ distance: Double) -> Bool {
      if direction == 0 { return distance >= 0 }
      let ratio = distance / direction
      if direction < 0 {
        enter = max(enter, ratio)
      } else {
        leave = min(leave, ratio)
      }
      return enter <= leave
    }
    guard cut(edges.0.0, edges.0.1), cut(edges.1.0, edges.1.1), cut(edges.2.0, edges.2.1),
      cut(edges.3.0, edges.3.1)
    else { return nil }
    return (
      enter == 0 ? from : Point(x: from.x + enter * dx, y: from.y + enter * dy),
      leave == 1 ? to : Point(x: from.x + leave * dx, y: from.y + leave * dy)
    )
  }

  /// The parts of a polyline that lie in the rectangle; a point of one that has no neighbour stays alone.
  ///
  /// Points that are not finite break the line.
  static func polyline(_ points: [Point], in rect: Rect) -> [[Point]] {
    var pieces: [[Point]] = []
    for run in points.split(whereSeparator: { !$0.isFinite }) {
      var piece: [Point] = []
      if run.count == 1, let point = run.first, rect.contains(point) { pieces.append([point]) }
      for (from, to) in zip(run, run.dropFirst()) {
        guard let part = segment(from, to, in: rect) else { continue }
        if piece.last != part.from {
          if piece.count > 1 { pieces.append(piece) }
          piece = [part.from]
        }
        piece.append(part.to)
      }
      if piece.count > 1 { pieces.append(piece) }
    }
    return pieces
  }

  /// The part of a polygon that lies in the rectangle, by Sutherland and Hodgman; empty where none does.
  ///
  /// All points must be finite. Where an edge of the rectangle would part a polygon in two, the parts
  /// stay joined along that edge.
  static func polygon(_ points: [Point], in rect: Rect) -> [Point] {
    func cut(_ points: [Point], _ distance: (Point) -> Double) -> [Point] {
      guard var last = points.last else { return [] }
      var kept: [Point] = []
      for point in points {
        let (before, here) = (distance(last), distance(point))
        if (before < 0) != (here < 0) {
          let ratio = before / (before - here)
          kept.append(
            Point(x: last.x + ratio * (point.x - last.x), y: last.y + ratio * (point.y - last.y)))
        }
        if here >= 0 { kept.append(point) }
        last = point
      }
      return kept
    }
    var kept = cut(points) { $0.x - rect.minX }
    kept = cut(kept) { rect.maxX - $0.x }
    kept = cut(kept) { $0.y - rect.minY }
    return cut(kept) { rect.maxY - $0.y }
  }

  /// The length of the part of a polyline that lies in the rectangle, in pixels.
  static func length(of points: [Point], in rect: Rect) -> Double {
    var sum = 0.0
    for (from, to) in zip(points, points.dropFirst()) {
      if from.x < rect.minX && to.x < rect.minX || from.x > rect.maxX && to.x > rect.maxX
        || from.y < rect.minY && to.y < rect.minY || from.y > rect.maxY && to.y > rect.maxY
      {
        continue
      }
      guard let part = segment(from, to, in: rect) else { continue }
      let dx = part.to.x - part.from.x
      let dy = part.to.y - part.from.y
      sum += (dx * dx + dy * dy).squareRoot()
    }
    return sum
  }
}
