import Activations

/// Lines and dots in pixels, found by their column.
struct PixelLines {
  /// A straight part, or a dot where both ends are one.
  struct Segment {
    let a: Point
    let b: Point
  }

  private(set) var segments: [Segment] = []
  /// The places in `segments` by column, for x from −2 to the width and 2 more.
  private var columns: [[Int]]

  static let width = 1600.0
  static let height = 1000.0

  init() { columns = Array(repeating: [], count: Int(Self.width) + 5) }

  /// Adds the part of a segment that lies in the panel or a little beyond.
  mutating func add(_ a: Point, _ b: Point) {
    guard let part = Self.clipped(a, b, room: (2, Self.height)) else { return }
    let (first, last) = (Self.column(min(part.a.x, part.b.x)), Self.column(max(part.a.x, part.b.x)))
    for column in first...last { columns[column].append(segments.count) }
    segments.append(part)
  }

  mutating func add(_ points: [Point]) {
    if points.count == 1 { return add(points[0], points[0]) }
    for (a, b) in zip(points, points.dropFirst()) { add(a, b) }
  }

  private static func column(_ x: Double) -> Int {
    Int(min(max(x + 2, 0), width + 4).rounded(.down))
  }

  /// The segments that come near a stretch of x.
  func near(_ low: Double, _ high: Double) -> [Segment] {
    let places = (Self.column(low)...Self.column(high)).flatMap { columns[$0] }
    return places.count > 64 ? Set(places).map { segments[$0] } : places.map { segments[$0] }
  }

  /// The distance of a point, which is right where it is below 1.
  func distance(_ point: Point) -> Double {
    var least = Double.infinity
    for column in Self.column(point.x - 1)...Self.column(point.x + 1) {
      for place in columns[column] {
        least = min(least, Self.distance(point, segments[place]))
      }
    }
    return least
  }

  static func distance(_ point: Point, _ segment: Segment) -> Double {
    let (dx, dy) = (segment.b.x - segment.a.x, segment.b.y - segment.a.y)
    let (px, py) = (point.x - segment.a.x, point.y - segment.a.y)
    let square = dx * dx + dy * dy
    let t = square > 0 ? min(max((px * dx + py * dy) / square, 0), 1) : 0
    let (x, y) = (px - t * dx, py - t * dy)
    return (x * x + y * y).squareRoot()
  }

  /// What of a segment lies in the panel, with room around it; nil where nothing does.
  static func clipped(_ a: Point, _ b: Point, room: (x: Double, y: Double)) -> Segment? {
    guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return nil }
    var (start, end) = (0.0, 1.0)
    for (from, to, low, high) in [
      (a.x, b.x, -room.x, width + room.x), (a.y, b.y, -room.y, height + room.y),
    ] {
      if from == to {
        guard low <= from, from <= high else { return nil }
        continue
      }
      // Halves, which do not overflow.
      let length = to / 2 - from / 2
      let (s, t) = ((low / 2 - from / 2) / length, (high / 2 - from / 2) / length)
      start = max(start, min(s, t))
      end = min(end, max(s, t))
    }
    guard start <= end else { return nil }
    func at(_ t: Double) -> Point {
      t == 0 ? a : t == 1 ? b : Point(x: a.x * (1 - t) + b.x * t, y: a.y * (1 - t) + b.y * t)
    }
    return Segment(a: at(start), b: at(end))
  }
}
