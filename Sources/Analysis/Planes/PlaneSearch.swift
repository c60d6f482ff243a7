import Activations
import Formulas

/// The least or the greatest value over a part of the plane.
package struct PlaneExtremum: Equatable, Sendable {
  /// Where it is; of equal ones the leftmost, and of those the lowest.
  package let place: Point
  /// The value there; infinite at a pole.
  package let value: Double

  /// Whether it lies on the border of an area.
  package func isOnBorder(of area: Rectangle) -> Bool {
    [area.x.lowerBound, area.x.upperBound].contains(place.x)
      || [area.y.lowerBound, area.y.upperBound].contains(place.y)
  }
}

/// Finds the greatest values of a graph over a rectangle: for each x the greatest along y, and of these the greatest along x.
///
/// Each search follows exact slopes: that of the greatest value along y, as x changes, is the slope in x where it is. So the places are
/// found to the last digits, inside, on the border and on kinks.
struct PlaneSearch {
  let graph: PlaneGraph
  let area: Rectangle

  /// The greatest value on a line of constant x.
  private struct Summit {
    let place: Point
    let height: Double
    /// The slope in x there.
    let slope: Double
  }

  /// Even steps of the searches, and into how many of the steps it is looked at most.
  private static let (steps, followed) = (48, 6)

  /// The largest value and where it is, or with `sign` −1 the smallest; NaN where there is none.
  func maximum(sign: Double = 1) -> PlaneExtremum {
    let poles = PlanePoles(graph: graph, area: area)
    if let pole = poles.first(sign: sign) { return pole }
    var best: Summit?
    for summit in summits(sign) where !summit.height.isNaN {
      let margin = (best?.height.magnitude ?? 0) * 0x1p-36
      guard let current = best, summit.height <= current.height + (margin.isFinite ? margin : 0)
      else {
        best = summit
        continue
      }
    }
    guard let best else { return PlaneExtremum(place: Point(x: .nan, y: .nan), value: .nan) }
    return extremum(best, sign)
  }

  /// The supremum of the absolute value and where it is.
  func supremum() -> PlaneExtremum {
    let (high, low) = (maximum(sign: 1), maximum(sign: -1))
    let margin = high.value.isFinite ? 0x1p-36 * high.value.magnitude : 0
    let isTie = (high.value.magnitude - low.value.magnitude).magnitude <= margin
    let isHigh =
      isTie || high.value.magnitude == low.value.magnitude
      ? (high.place.x, high.place.y) <= (low.place.x, low.place.y)
      : low.value.isNaN || high.value.magnitude > low.value.magnitude
    let extremum = isHigh ? high : low
    return PlaneExtremum(place: extremum.place, value: extremum.value.magnitude)
  }

  /// The summits at the ends of pieces, at knots, and where the slope passes through 0.
  private func summits(_ sign: Double) -> [Summit] {
    let places = graph.places(along: .x, over: area)
    let trace = Trace(jumps: places.seams, landmarks: []) { $0 }
    return trace.pieces(of: area.x).flatMap { piece -> [Summit] in
      let knots = piece.knots(around: places.all, count: Self.steps, factor: 0.25)
      let summits = knots.map { summit(at: $0, sign) }
      let best = summits.map(\.height).filter { !$0.isNaN }.max() ?? .infinity
      // How high it may be between two summits, if it bends down there.
      let rises = summits.indices.dropLast().compactMap { index -> (index: Int, top: Double)? in
        let (left, right) = (summits[index], summits[index + 1])
        guard left.slope > 0, right.slope < 0 else { return nil }
        let step = right.place.x - left.place.x
        let top = min(left.height + left.slope * step, right.height - right.slope * step)
        return top.isNaN || top >= best ? (index, top) : nil
      }
      let followed = rises.sorted { $0.top > $1.top }.prefix(Self.followed).flatMap { rise in
        let change = Bisection.signChange(between: knots[rise.index], and: knots[rise.index + 1]) {
          summit(at: $0, sign).slope.signum
        }
        return Set([change.lowerBound, change.upperBound]).map { summit(at: $0, sign) }
      }
      return (summits + followed).sorted { $0.place.x < $1.place.x }
    }
  }

  /// The greatest value at an x.
  private func summit(at x: Double, _ sign: Double) -> Summit {
    let places = graph.places(.y, x)
    let graph = graph
    let trace = Trace(jumps: places.seams, landmarks: []) { ys in
      graph.values(ys.map { Point(x: x, y: $0) })
    }
    let slope = Trace(jumps: [], landmarks: []) { ys in
      graph.slopeY(ys.map { Point(x: x, y: $0) })
    }
    var best = Extremum(x: area.y.lowerBound, value: .nan)
    for piece in trace.pieces(of: area.y) {
      let top = trace.maximum(
        over: piece, slope: slope, sign: sign,
        knots: piece.knots(around: places.all, count: Self.steps, factor: 0.25))
      let (height, margin) = (sign * top.value, best.value.magnitude * 0x1p-36)
      if height > -.infinity, !(height <= best.value + (margin.isFinite ? margin : 0)) {
        best = Extremum(x: top.x, value: height)
      }
    }
    let place = Point(x: x, y: best.x)
    return Summit(
      place: place, height: best.value, slope: sign * self.slope(at: place, places.seams))
  }

  /// The slope of the greatest value along y as x changes.
  ///
  /// It is that of the graph in x, but on a kink that moves with x: there the graph goes on along the kink, where the slopes of both
  /// sides are one.
  private func slope(at place: Point, _ seams: [Double]) -> Double {
    let seam = seams.first { (place.y - $0).magnitude <= 2 * max($0.magnitude, 0x1p-1000).ulp }
    guard let seam, seam > area.y.lowerBound, seam < area.y.upperBound else {
      return graph.slopeX([place])[0]
    }
    let gap = 16 * max(seam.magnitude, place.x.magnitude, 0x1p-900).ulp
    let sides = [seam - gap, seam + gap].map { Point(x: place.x, y: $0) }
    let (x, y) = (graph.slopeX(sides), graph.slopeY(sides))
    guard (y[0] - y[1]).magnitude > 0x1p-40 * max(y[0].magnitude, y[1].magnitude) else {
      return graph.slopeX([place])[0]
    }
    return (y[0] * x[1] - x[0] * y[1]) / (y[0] - y[1])
  }

  /// What was found beside a seam is at it.
  private func extremum(_ summit: Summit, _ sign: Double) -> PlaneExtremum {
    func snapped(_ value: Double, _ axis: Axis, _ held: Double) -> Double {
      let seams = graph.places(axis, held).seams
      return seams.first { $0 == value.nextUp || $0 == value.nextDown } ?? value
    }
    let (x, y) = (summit.place.x, summit.place.y)
    let place = Point(x: snapped(x, .x, y), y: snapped(y, .y, x))
    // No extremum is minus zero.
    let (rough, settled) = (sign * summit.height, graph.value(at: summit.place))
    let isNear = (settled - rough).magnitude <= 1e-6 * rough.magnitude
    let value = (isNear ? settled : rough) + 0
    guard !graph.isBounded(area) else { return PlaneExtremum(place: place, value: value) }
    let poles = PlanePoles(graph: graph, area: area)
    for (axis, held) in [(Axis.x, y), (.y, x)] {
      if let pole = poles.first(sign: sign, along: axis, held) { return pole }
    }
    return PlaneExtremum(place: place, value: value)
  }
}
