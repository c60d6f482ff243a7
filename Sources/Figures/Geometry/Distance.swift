extension Point {
  /// The distance to another point.
  func distance(to other: Point) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }
}

extension Rect {
  /// The point of the rectangle that is nearest to another.
  func nearest(to point: Point) -> Point {
    Point(x: min(max(point.x, minX), maxX), y: min(max(point.y, minY), maxY))
  }
}

extension Clipping {
  /// Whether two segments cross.
  static func cross(_ a: (Point, Point), _ b: (Point, Point)) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Bool {
      (q.x - p.x) * (r.y - p.y) > (q.y - p.y) * (r.x - p.x)
    }
    return side(a.0, a.1, b.0) != side(a.0, a.1, b.1) && side(b.0, b.1, a.0) != side(b.0, b.1, a.1)
  }

  /// How often two polylines cross.
  static func crossings(of a: [Point], _ b: [Point]) -> Int {
    zip(b, b.dropFirst()).reduce(0) { count, line in
      let (low, high) = (min(line.0.x, line.1.x), max(line.0.x, line.1.x))
      return count
        + zip(a, a.dropFirst()).count { start, end in
          max(start.x, end.x) >= low && min(start.x, end.x) <= high
            && cross((start, end), line)
        }
    }
  }
}
