import Activations
import Formulas

/// A mean over a part of the plane, and how far it may be off.
package struct PlaneMean: Equatable, Sendable {
  package let value: Double
  package let error: Double

  /// How many of its decimal digits are certain, at most 15; none of a number that may be 0.
  package var digits: Int {
    guard value.isFinite, error.isFinite, value != 0 else {
      return value == 0 && error == 0 ? 15 : 0
    }
    let share = max(error / value.magnitude, 1e-15)
    return max(0, Int((-Libm.log(share) / 2.302585092994046).rounded(.down)))
  }
}

/// Integrates over a rectangle: along y for each x, both by Kronrod's rule over adaptively halved intervals.
///
/// Each line is cut where pieces meet on it, so that kinks along lines of the plane lose no digits.
struct PlaneIntegral {
  let graph: PlaneGraph
  let area: Rectangle
  /// How much of the mean a place has: its densities along x and along y, 1 where all count alike.
  var weight: @Sendable (Double) -> Double = { _ in 1 }
  /// The length by which integrals along an axis are divided.
  var unit: (Axis) -> Double

  /// Means over all of an area.
  init(_ graph: PlaneGraph, over area: Rectangle) {
    self.graph = graph
    self.area = area
    unit = { area[$0].upperBound - area[$0].lowerBound }
  }

  /// The mean of what is made of points and values there; what has no value counts as 0.
  func mean(of integrand: @escaping ([Point], [Double]) -> [Double]) -> PlaneMean {
    let outer = knots(graph.places(along: .x, over: area).all, .x)
    let length = area.x.upperBound - area.x.lowerBound
    var (doubt, size) = (0.0, 0.0)
    // Where the lines' own integrals cancel, their rounding is not followed up.
    let whole = Quadrature.estimate(
      over: outer, levels: 10, share: 1e-11, floor: { 0x1p-54 * size * length }
    ) {
      xs in
      xs.map { x in
        let inner = along(x, integrand)
        doubt = max(doubt, inner.error * weight(x))
        size = max(size, inner.size * weight(x))
        return inner.integral * weight(x)
      }
    }
    let share = unit(.x)
    return PlaneMean(
      value: whole.integral / share, error: whole.error / share + doubt * length / share)
  }

  private func along(_ x: Double, _ integrand: ([Point], [Double]) -> [Double])
    -> Quadrature.Estimate
  {
    let knots = knots(graph.places(.y, x).all, .y)
    let estimate = Quadrature.estimate(over: knots, levels: 10, share: 1e-11) { ys in
      let points = ys.map { Point(x: x, y: $0) }
      let values = integrand(points, graph.values(points))
      return zip(ys, values).map { $1.isNaN ? 0 : $1 * weight($0) }
    }
    let share = unit(.y)
    return Quadrature.Estimate(
      integral: estimate.integral / share, error: estimate.error / share,
      size: estimate.size / share)
  }

  /// Where a side is cut: at centers, and ever nearer to them.
  private func knots(_ centers: [Double], _ axis: Axis) -> [Double] {
    area[axis].knots(around: centers, count: 4, factor: 0x1p-8)
  }
}
