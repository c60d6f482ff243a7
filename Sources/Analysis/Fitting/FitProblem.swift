import Activations
import Exact
import Formulas

/// What is to be brought near to what, where and how it is measured.
struct FitProblem {
  /// The ranges of the parameters.
  let box: [ClosedRange<Double>]
  /// What is come near to.
  let target: Function
  let quantity: Quantity
  let norm: Norm
  /// The type whose ulp are counted, where they are.
  let type: FloatType
  let domain: ClosedRange<Double>
  /// How many of the usual number of points are looked at first.
  let share: Double
  /// The function at a point of the box; nil where there is none.
  let function: ([Double]) -> Function?
  /// The values of the quantity at a point of the box, over x; nil where there is no function.
  let values: ([Double], [Double]) -> [Double]?

  /// A graph of the quantity; in doubles alone, which are good enough where what is left of them counts by its size.
  func trace(_ function: Function) -> Trace {
    Trace(norm.isRelative ? function : function.inDoubles, quantity)
  }

  /// The distance in the norm itself, integrated from kink to kink; infinite where there is none.
  func distance(at point: [Double]) -> Double {
    guard let function = function(point) else { return .infinity }
    let value = norm.plainDistance(
      quantity, of: function, from: norm.isRelative ? target : target.inDoubles, over: domain,
      in: type)
    return value.isNaN ? .infinity : value
  }

  /// A point with its coordinates put into the box.
  func clamped(_ point: [Double]) -> [Double] {
    zip(point, box).map { min(max($0, $1.lowerBound), $1.upperBound) }
  }

  /// How wide the range of a parameter is.
  func width(_ axis: Int) -> Double { box[axis].upperBound - box[axis].lowerBound }

  /// Whether two points are further apart than a share of their size, which is that to which the search is exact.
  func isApart(_ a: [Double], _ b: [Double], by share: Double = 1e-5) -> Bool {
    box.indices.contains { axis in
      let size = max(a[axis].magnitude, b[axis].magnitude, min(1e-3, 1e-3 * width(axis)))
      return abs(a[axis] - b[axis]) > share * size
    }
  }
}
