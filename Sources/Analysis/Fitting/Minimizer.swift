import Activations

/// Finds the smallest value of a function of a few variables in a box.
///
/// A grid of even points and of points of every size finds the valleys; from each of the deepest Nelder and Mead's simplex walks
/// down, and again from where it stopped, for the ridges of a supremum may have folded it too early; in one variable golden section.
/// Source: J. A. Nelder and R. Mead, "A simplex method for function minimization", Comput. J. 7 (1965).
package struct Minimizer {
  /// The intervals of the variables.
  let box: [ClosedRange<Double>]
  /// How many of the usual number of points are looked at first.
  var share = 1.0

  /// A valley's lowest point, and how far from it its neighbours on the grid were.
  struct Valley {
    var point: [Double]
    var value: Double
    let steps: [Double]
  }

  /// The point of the smallest value that was found.
  func minimum(of function: ([Double]) -> Double) -> [Double] {
    valleys(of: function).first?.point ?? box.map(\.lowerBound)
  }

  /// The lowest points of the deepest valleys, the deepest first.
  ///
  /// - Parameters:
  ///   - rough: What tells the valleys of the grid, where that is cheaper than the function.
  ///   - slide: What finds a lower point of a valley beside the simplex; it may return its argument.
  func valleys(
    of function: ([Double]) -> Double, roughly rough: (([Double]) -> Double)? = nil,
    slide: ([Double]) -> [Double] = { $0 }
  ) -> [Valley] {
    let grid = SearchGrid(box, share: share)
    let slid = grid.starts(of: { rough?($0) ?? function($0) }, count: 12).map { place, _ in
      let point = grid.point(place)
      var valley = Valley(point: point, value: function(point), steps: grid.steps(at: place))
      valley.lower(to: slide(point), function)
      return valley
    }.sorted { $0.value < $1.value }
    return slid.enumerated().map { rank, valley in
      guard rank < Self.followed else { return valley }
      var valley = valley
      valley.lower(to: polished(valley.point, steps: valley.steps, function), function)
      return valley
    }.sorted { $0.value < $1.value }
  }

  /// How many valleys are followed by values alone, where the slide has ended.
  private static let followed = 4

  /// A point of a smaller value near one that is nearly the best.
  ///
  /// - Parameter steps: How far away it may be, along each axis.
  func polished(
    _ start: [Double], steps: [Double], tolerance: Double = 1e-12,
    _ function: ([Double]) -> Double
  ) -> [Double] {
    guard box.count > 1 else {
      let (x, step) = (start[0], steps[0])
      let range = max(x - step, box[0].lowerBound)...min(x + step, box[0].upperBound)
      return [LineSearch.minimum(over: range, tolerance: tolerance) { function([$0]) }]
    }
    var best = (point: start, value: function(start))
    var size = 0.5
    for _ in 0..<4 {
      let end = descend(
        from: best.point, sizes: steps.map { $0 * size }, tolerance: tolerance, function)
      let gain = best.value - end.value
      if gain > 0 { best = end }
      if !(gain > 1e-12 * best.value.magnitude) { break }
      size /= 8
    }
    return best.point
  }

  private func descend(
    from start: [Double], sizes: [Double], tolerance: Double, _ function: ([Double]) -> Double
  ) -> (point: [Double], value: Double) {
    var simplex =
      [start]
      + box.indices.map { axis in
        var point = start
        let size = sizes[axis]
        point[axis] += point[axis] + size > box[axis].upperBound ? -size : size
        return point
      }
    var values = simplex.map(function)
    for _ in 0..<(100 * box.count) {
      let order = simplex.indices.sorted { values[$0] < values[$1] }
      simplex = order.map { simplex[$0] }
      values = order.map { values[$0] }
      if isSmall(simplex, tolerance) { break }
      step(&simplex, &values, function)
    }
    return (simplex[0], values[0])
  }

  /// Replaces the worst corner by a better point opposite to it, or shrinks the simplex.
  private func step(
    _ simplex: inout [[Double]], _ values: inout [Double], _ function: ([Double]) -> Double
  ) {
    let last = simplex.count - 1
    let center = box.indices.map { axis in
      simplex.dropLast().reduce(0) { $0 + $1[axis] } / Double(last)
    }
    func point(_ t: Double) -> [Double] {
      clamped(zip(center, simplex[last]).map { $0 + t * ($0 - $1) })
    }
    let reflected = point(1)
    var best = (point: reflected, value: function(reflected))
    let isGood = best.value < values[0]
    if isGood || best.value >= values[last - 1] {
      let other = point(isGood ? 2 : best.value < values[last] ? 0.5 : -0.5)
      let value = function(other)
      if value < best.value { best = (other, value) }
    }
    if best.value < values[last] {
      (simplex[last], values[last]) = best
      return
    }
    for index in 1...last {
      simplex[index] = zip(simplex[0], simplex[index]).map { $0 + ($1 - $0) / 2 }
      values[index] = function(simplex[index])
    }
  }

  private func clamped(_ point: [Double]) -> [Double] {
    zip(point, box).map { min(max($0, $1.lowerBound), $1.upperBound) }
  }

  private func isSmall(_ simplex: [[Double]], _ tolerance: Double) -> Bool {
    simplex.dropFirst().allSatisfy { corner in
      zip(corner, simplex[0]).allSatisfy { abs($0 - $1) <= tolerance * max(abs($1), 1e-12) }
    }
  }
}

extension Minimizer.Valley {
  /// Takes a point over where it is lower.
  fileprivate mutating func lower(to other: [Double], _ function: ([Double]) -> Double) {
    let value = function(other)
    if value < self.value { (point, self.value) = (other, value) }
  }
}
