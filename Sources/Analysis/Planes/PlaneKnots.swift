import Activations
import Formulas

extension ClosedRange<Double> {
  /// Its length, halved so that none overflows.
  var halfLength: Double { upperBound / 2 - lowerBound / 2 }

  /// Points to look at first, in ascending order, the ends included: an even grid, and steps ever smaller by a factor towards
  /// centers.
  ///
  /// In a wide range what a function is near its centers would be stepped over: there is an even grid around each, too.
  func knots(around centers: [Double], count: Int, factor: Double = 0.5) -> [Double] {
    var knots = Grid(self, count: count + 1).all + centers
    let length = halfLength
    for center in centers.prefix(Self.mostCenters) where center.isFinite {
      let inside = Swift.min(Swift.max(center, lowerBound), upperBound)
      knots.append(inside)
      var step = length
      while step > length * 0x1p-30, step > 0 {
        knots += [inside - step, inside + step]
        step *= factor
      }
      guard length > 2 * Self.near else { continue }
      knots += Grid(inside - Self.near...inside + Self.near, count: count + 1).all
    }
    return knots.filter(contains).sortedOnce()
  }

  private static var near: Double { 20 }
  private static var mostCenters: Int { 24 }
}

extension PlaneGraph {
  /// Where the lines along an axis meet what is special, as some of them tell, those at the ends of the area among them.
  func places(along axis: Axis, over area: Rectangle) -> Places {
    let other: Axis = axis == .x ? .y : .x
    return area[other].samples.reduce(Places()) { $0.joined(places(axis, $1)) }
  }
}

extension ClosedRange<Double> {
  /// Its ends, 0 where it holds it, and some in between that nothing speaks for.
  var samples: [Double] {
    let shares = [0.0, 0.2763932022500210, 0.5, 0.7948155488, 1]
    let inside = shares.map { lowerBound * (1 - $0) + upperBound * $0 }
    return Set(inside + (contains(0) ? [0] : [])).filter(contains).sorted()
  }
}
