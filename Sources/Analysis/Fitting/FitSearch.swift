import Activations
import Formulas

/// The search for the parameters that bring a function nearest to another.
struct FitSearch {
  let box: [ClosedRange<Double>]
  let target: Function
  let quantity: Quantity
  let norm: Norm
  let domain: ClosedRange<Double>
  /// How many of the usual number of points are looked at first.
  let share: Double
  /// The function at a point of the box; nil where there is none.
  let function: ([Double]) -> Function?

  /// The best point, and others that are as good.
  func optima() -> (best: [Double], others: [[Double]]) {
    let grid = Grid(norm.support(domain), count: 801).all
    let wanted = Trace(target, quantity).values(grid)
    func values(_ point: [Double]) -> [Double]? {
      function(point).map { Trace($0, quantity).values(grid) }
    }
    func rough(_ point: [Double]) -> Double {
      guard let values = values(point) else { return .infinity }
      let distance = norm.roughDistance(values, wanted, on: grid)
      return distance.isNaN ? .infinity : distance
    }
    let squares = LeastSquares(box: box) { point in
      values(point).flatMap { norm.residuals($0, wanted, on: grid) }
    }
    var minimizer = Minimizer(box: box)
    minimizer.share = share
    let few = stride(from: 0, to: grid.count, by: 4).map { grid[$0] }
    let fewWanted = Trace(target, quantity).values(few)
    let valleys = minimizer.valleys(
      of: rough,
      roughly: { point in
        guard let function = function(point) else { return .infinity }
        let values = Trace(function, quantity).values(few)
        let distance = norm.roughDistance(values, fewWanted, on: few)
        return distance.isNaN ? .infinity : distance
      }, slide: squares.minimum)
    let nearest = valleys.prefix { valley in
      valley.value <= 1.05 * valleys[0].value + 1e-12
    }.prefix(3)
    let optima = nearest.map { valley -> (point: [Double], value: Double) in
      let point = shortened(polished(valley, minimizer))
      return (point, exact(point))
    }.sorted { $0.value < $1.value }
    guard let best = optima.first else { return (box.map(\.lowerBound), []) }
    let others = optima.dropFirst().filter { other in
      abs(other.value - best.value) <= 1e-9 * best.value + 1e-14 && isApart(other.point, best.point)
    }.map(\.point)
    return (
      best.point,
      others.reduce(into: []) { all, point in
        if !all.contains(where: { !isApart($0, point) }) { all.append(point) }
      }
    )
  }

  private func isApart(_ a: [Double], _ b: [Double]) -> Bool {
    zip(zip(a, b), box).contains { pair, range in
      abs(pair.0 - pair.1) > 1e-5 * max(abs(pair.0), 1e-3 * (range.upperBound - range.lowerBound))
    }
  }

  /// The distance in the norm itself, integrated from kink to kink.
  private func exact(_ point: [Double]) -> Double {
    guard let function = function(point) else { return .infinity }
    let value = norm.plainDistance(quantity, of: function, from: target, over: domain)
    return value.isNaN ? .infinity : value
  }

  /// The bottom of a valley by the norm itself.
  private func polished(_ valley: Minimizer.Valley, _ minimizer: Minimizer) -> [Double] {
    let steps = zip(zip(valley.steps, valley.point), box).map { pair, range in
      min(0.1 * pair.0, max(0.01 * abs(pair.1), 1e-6 * (range.upperBound - range.lowerBound)))
    }
    // What is met exactly has no bottom to be polished.
    if exact(valley.point) <= 1e-14 { return valley.point }
    // A smooth bottom is found to half of its digits; the slope tells the others.
    let tolerance = norm == .supremum ? 1e-13 : 1e-6
    var point = minimizer.polished(valley.point, steps: steps, tolerance: tolerance, exact)
    if exact(valley.point) < exact(point) { point = valley.point }
    guard norm != .supremum else { return point }
    for _ in 0..<(box.count > 1 ? 6 : 1) {
      for axis in box.indices {
        point[axis] = LineSearch.stationary(
          near: point[axis], step: 2e-3 * max(abs(point[axis]), 1e-9), in: box[axis]
        ) { x in
          var other = point
          other[axis] = x
          let distance = exact(other)
          return distance * distance
        }
      }
    }
    return point
  }

  /// A point with as few decimals as are as good.
  private func shortened(_ point: [Double]) -> [Double] {
    var (best, value) = (point, exact(point))
    for axis in point.indices where point[axis] != 0 {
      var none = best
      none[axis] = 0
      let width = box[axis].upperBound - box[axis].lowerBound
      if box[axis].contains(0), abs(best[axis]) <= 1e-12 * width, exact(none) <= value {
        (best, value) = (none, exact(none))
        continue
      }
      // More digits of a smooth bottom are beyond what values tell, unless the functions meet.
      for digits in 1...(value <= 1e-12 ? 12 : 6) {
        var other = best
        other[axis] = best[axis].rounded(toDigits: digits)
        guard box[axis].contains(other[axis]),
          abs(other[axis] - best[axis]) <= 1e-6 * abs(best[axis])
        else { continue }
        let trial = exact(other)
        if trial <= value {
          (best, value) = (other, trial)
          break
        }
      }
    }
    return best
  }
}

extension Double {
  /// The double nearest to the number with so many decimal digits.
  fileprivate func rounded(toDigits digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    let exponent = Int((Libm.log(magnitude) / 2.302585092994046).rounded(.down))
    let shift = digits - 1 - exponent
    guard shift.magnitude < 300 else { return self }
    let power = Libm.pow(10, Double(abs(shift)))
    let scaled = (shift > 0 ? self * power : self / power).rounded()
    guard scaled.magnitude < 0x1p60 else { return self }
    return Double("\(Int(scaled))e\(-shift)") ?? self
  }
}
