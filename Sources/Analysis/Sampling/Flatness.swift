import Activations

/// Measures distances between points of a graph and its polyline, in pixels.
package struct Flatness {
  /// Pixels per unit of the x-axis: a data unit, or one of the bent axis.
  var perX: Double
  /// Pixels per unit of the y-axis.
  var perY: Double
  /// The distance that counts as none, in pixels.
  var tolerance: Double
  /// What the numbers on the axes are multiplied by first, see ``ClosedRange/binaryUnit``.
  var xUnit = 1.0
  var yUnit = 1.0
  /// How the x-axis is bent; nil for one that is not.
  var xTransform: Transform?
  /// How the y-axis is bent; nil for one that is not.
  var yTransform: Transform?

  /// Whether a sample lies on the chord between two others, to within the tolerance.
  ///
  /// A value that is not finite is off the chord unless all three are not.
  func isFlat(_ a: Point, _ middle: Point, _ b: Point) -> Bool {
    // The logarithm of a number falls without end towards a zero, but no eye sees it within such a width.
    if yTransform != nil, abs(width(a.x, b.x)) <= tolerance { return true }
    guard a.y.isFinite, middle.y.isFinite, b.y.isFinite else {
      return !a.y.isFinite && !middle.y.isFinite && !b.y.isFinite
    }
    return distance(of: middle, fromChord: a, b) <= tolerance
  }

  /// The distance of a sample from the segment between two others, in pixels.
  func distance(of sample: Point, fromChord a: Point, _ b: Point) -> Double {
    distance(ofPlaced: placed(sample), fromChord: placed(a), placed(b))
  }

  /// A sample on the bent axes, in their units: to be computed once where it is compared with many.
  func placed(_ sample: Point) -> Point {
    Point(
      x: (xTransform?.forward(sample.x) ?? sample.x) * xUnit,
      y: (yTransform?.forward(sample.y) ?? sample.y) * yUnit)
  }

  /// The distance between samples that stand on the axes already.
  func distance(ofPlaced sample: Point, fromChord a: Point, _ b: Point) -> Double {
    let chord = ((b.x - a.x) * perX, (b.y - a.y) * perY)
    let offset = ((sample.x - a.x) * perX, (sample.y - a.y) * perY)
    let square = chord.0 * chord.0 + chord.1 * chord.1
    let along = square > 0 ? (offset.0 * chord.0 + offset.1 * chord.1) / square : 0
    let t = min(max(along, 0), 1)
    // Pixels are far from where squares overflow, and the square root takes a tenth of `hypot`'s time.
    let (x, y) = (offset.0 - t * chord.0, offset.1 - t * chord.1)
    return (x * x + y * y).squareRoot()
  }

  /// The x midway between two others in the picture.
  func middle(_ a: Double, _ b: Double) -> Double { xTransform?.middle(a, b) ?? (a / 2 + b / 2) }

  private func width(_ a: Double, _ b: Double) -> Double {
    guard let xTransform else { return (b * xUnit - a * xUnit) * perX }
    return (xTransform.forward(b) * xUnit - xTransform.forward(a) * xUnit) * perX
  }
}
