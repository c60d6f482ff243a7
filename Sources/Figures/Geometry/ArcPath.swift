/// A polyline that is measured along its way.
struct ArcPath {
  /// Its points, at least two.
  let points: [Point]
  /// How far along the way each point lies, in pixels.
  let places: [Double]

  /// Measures a polyline; nil where it has no length.
  init?(_ points: [Point]) {
    var places = [0.0]
    for (from, to) in zip(points, points.dropFirst()) {
      places.append((places.last ?? 0) + from.distance(to: to))
    }
    guard points.count > 1, let last = places.last, last > 0, last.isFinite else { return nil }
    (self.points, self.places) = (points, places)
  }

  /// How long it is.
  var length: Double { places.last ?? 0 }

  /// Whether it ends where it begins.
  var isClosed: Bool { points.count > 3 && points.first == points.last }

  /// The index of the last point that lies no farther along the way than a place, and not the last of all.
  private func index(at place: Double) -> Int {
    var (low, high) = (0, places.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if places[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// The point so far along the way.
  func point(at place: Double) -> Point {
    let index = index(at: place)
    let span = places[index + 1] - places[index]
    let part = span > 0 ? min(max((place - places[index]) / span, 0), 1) : 0
    let (from, to) = (points[index], points[index + 1])
    return Point(x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y))
  }

  /// The polyline from one place to another.
  func part(from start: Double, to end: Double) -> [Point] {
    guard end > start else { return [] }
    let inner = zip(points, places).filter { $0.1 > start && $0.1 < end }.map(\.0)
    return [point(at: start)] + inner + [point(at: end)]
  }

  /// What is left of it without some stretches, which rise and do not overlap.
  func without(_ gaps: [ClosedRange<Double>]) -> [[Point]] {
    guard !gaps.isEmpty else { return [points] }
    let starts = [0] + gaps.map(\.upperBound)
    let ends = gaps.map(\.lowerBound) + [length]
    return zip(starts, ends).map { part(from: $0, to: $1) }.filter { !$0.isEmpty }
  }
}
