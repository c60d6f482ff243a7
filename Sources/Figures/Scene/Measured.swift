/// Values that were measured: points over the curves, with error bars where errors are known.
package struct Measured: Equatable, Sendable {
  /// What the legend calls them; empty for points that the legend leaves out.
  package var name: String
  /// The points, in data units; those that are not finite are not shown.
  package var points: [Point]
  /// How far a value may be off to both sides, one a point; empty where nobody knows.
  package var errors: [Double]
  /// The style whose colour they have.
  package var style = CurveStyle.category(0)
  /// Which of the signs they have: discs, squares, diamonds and triangles follow each other.
  package var sign = 0

  /// Makes points.
  package init(name: String, points: [Point], errors: [Double] = []) {
    self.name = name
    self.points = points
    self.errors = errors
  }

  /// The ends of a point's error bar, below and above; nil where it has none.
  package func ends(_ index: Int) -> (low: Double, high: Double)? {
    guard errors.indices.contains(index), points[index].isFinite, errors[index] > 0,
      errors[index].isFinite
    else { return nil }
    let y = points[index].y
    return (y - errors[index], y + errors[index])
  }

  /// The y that a fitted domain has to hold over an x-domain: points, and their bars.
  func values(over domain: ClosedRange<Double>) -> [Double] {
    points.indices.filter { points[$0].isFinite && domain.contains(points[$0].x) }
      .flatMap { index in
        [points[index].y] + (ends(index).map { [$0.low, $0.high] } ?? [])
      }.filter(\.isFinite)
  }
}
