import Activations

/// The values of a trace in even columns of a picture: what shares of it lie where, however its nodes are spread.
struct ColumnValues {
  /// From left to right: places in pixels, and values, bent as the axis is.
  private let columns: [(u: Double, v: Double)]

  /// How many columns: half of those of a picture.
  private static let count = 800

  init(_ refinement: Refinement) {
    let x = refinement.x
    let us = (0..<Self.count).map { (Double($0) + 0.5) / Double(Self.count) * x.length }
    let values = refinement.trace.values(us.map(x.value))
    let forward = refinement.yTransform?.forward ?? { $0 }
    columns = zip(us, values.map(forward)).filter { $0.1.isFinite }.map { ($0, $1) }
  }

  /// The quantiles of the values in a range, over a stretch of pixels.
  func quantiles(within range: ClosedRange<Double>? = nil, over stretch: ClosedRange<Double>? = nil)
    -> Quantiles
  {
    Quantiles(
      columns.filter {
        range?.contains($0.v) != false && stretch?.contains($0.u) != false
      }.map { ($0.v, 1) })
  }

  /// How far from a place the nearest column is whose value meets a condition, in pixels; nil where none does.
  func distance(from u: Double, where meets: (Double) -> Bool) -> Double? {
    columns.filter { meets($0.v) }.map { abs($0.u - u) }.min()
  }
}
