/// Measures distances between points of a graph and its polyline, in pixels.
struct Flatness {
  /// Pixels per data unit on the x-axis.
  var perX: Double
  /// Pixels per data unit on the y-axis.
  var perY: Double
  /// The distance that counts as none, in pixels.
  var tolerance: Double

  /// Whether a sample lies on the chord between two others, to within the tolerance.
  ///
  /// A value that is not finite is off the chord unless all three are not.
  func isFlat(_ a: Sample, _ middle: Sample, _ b: Sample) -> Bool {
    guard a.y.isFinite, middle.y.isFinite, b.y.isFinite else {
      return !a.y.isFinite && !middle.y.isFinite && !b.y.isFinite
    }
    return distance(of: middle, fromChord: a, b) <= tolerance
  }

  /// The distance of a sample from the segment between two others, in pixels.
  func distance(of sample: Sample, fromChord a: Sample, _ b: Sample) -> Double {
    let chord = ((b.x - a.x) * perX, (b.y - a.y) * perY)
    let offset = ((sample.x - a.x) * perX, (sample.y - a.y) * perY)
    let square = chord.0 * chord.0 + chord.1 * chord.1
    let along = square > 0 ? (offset.0 * chord.0 + offset.1 * chord.1) / square : 0
    let t = min(max(along, 0), 1)
    return Libm.hypot(offset.0 - t * chord.0, offset.1 - t * chord.1)
  }
}
