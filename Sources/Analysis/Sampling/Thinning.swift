import Activations

/// The indices of the points that a polyline cannot spare (Douglas and Peucker's algorithm): of all others the line through
/// these is no farther away than the tolerance.
///
/// - Parameters:
///   - points: The polyline, in pixels, all finite.
///   - kept: The indices of points that stay in any case, rising.
func thinned(_ points: [Point], keeping kept: [Int], tolerance: Double) -> [Int] {
  guard points.count > 2 else { return Array(points.indices) }
  var keep = Array(repeating: false, count: points.count)
  let fixed = ([0] + kept + [points.count - 1])
  for index in fixed { keep[index] = true }
  var stack = zip(fixed, fixed.dropFirst()).map { ($0, $1) }
  while let (first, last) = stack.popLast() {
    guard last - first > 1 else { continue }
    var farthest = (index: first + 1, distance: -1.0)
    for index in first + 1..<last {
      let distance = points[index].distance(fromChord: points[first], points[last])
      if distance > farthest.distance { farthest = (index, distance) }
    }
    guard farthest.distance > tolerance else { continue }
    keep[farthest.index] = true
    stack.append((first, farthest.index))
    stack.append((farthest.index, last))
  }
  return points.indices.filter { keep[$0] }
}

extension Point {
  /// The distance from the segment between two others.
  func distance(fromChord a: Point, _ b: Point) -> Double {
    let chord = (x: b.x - a.x, y: b.y - a.y)
    let offset = (x: x - a.x, y: y - a.y)
    let square = chord.x * chord.x + chord.y * chord.y
    let along = square > 0 ? (offset.x * chord.x + offset.y * chord.y) / square : 0
    let t = min(max(along, 0), 1)
    let away = (x: offset.x - t * chord.x, y: offset.y - t * chord.y)
    // Pixels are far from where squares overflow, and the square root takes a tenth of `hypot`'s time.
    return (away.x * away.x + away.y * away.y).squareRoot()
  }
}
