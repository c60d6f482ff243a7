import Activations
import Formulas

/// The parameters that bring one function nearest to another.
public struct Fit: Sendable {
  /// The function with the parameters that were found.
  public let function: Function
  /// The parameters that were varied, with the values found, in the order asked.
  public let parameters: [(name: String, value: Double)]
  /// The distance reached, in the norm asked for.
  public let error: Double
  /// Where the two are still farthest apart.
  public let x: Double

  /// Varies up to three parameters of a function over their ranges, the fixed ones beside them.
  ///
  /// The search is numerical: among several equally deep valleys it may find any.
  ///
  /// - Throws: `ReferenceError` where a range holds values that a parameter may not take.
  public init(
    _ reference: FunctionReference, to target: Function, _ quantity: Quantity = .f,
    over ranges: [(name: String, range: ClosedRange<Double>)], fixing fixed: [String: Double] = [:],
    norm: Norm = .supremum, domain: ClosedRange<Double> = -5...5
  ) throws {
    func function(_ point: [Double]) throws -> Function {
      let values = fixed.merging(zip(ranges, point).map { ($0.name, $1) }) { $1 }
      return try reference.functions(sweeping: values.mapValues { [$0] })[0]
    }
    for ends in [ranges.map(\.range.lowerBound), ranges.map(\.range.upperBound)] {
      _ = try function(ends)
    }
    /// What lies between two legal ends is legal, and what is no number is far away.
    func objective(_ distance: @escaping (Function) -> Double) -> ([Double]) -> Double {
      { point in
        guard let function = try? function(point) else { return .infinity }
        let value = distance(function)
        return value.isNaN ? .infinity : value
      }
    }
    let grid = Grid(norm.support(domain), count: 801).all
    let wanted = Trace(target, quantity).values(grid)
    let minimizer = Minimizer(box: ranges.map(\.range))
    let rough = minimizer.minimum(
      of: objective {
        norm.roughDistance(Trace($0, quantity).values(grid), wanted, on: grid)
      })
    // A mean over the grid is as good as the integral; a supremum lies between its points.
    let best =
      norm == .supremum
      ? minimizer.polished(
        rough, scale: 0.0005,
        objective { norm.distance(quantity, of: $0, from: target, over: domain).value })
      : rough
    self.function = try function(best)
    parameters = zip(ranges, best).map { ($0.name, $1) }
    (error, x) = norm.distance(quantity, of: self.function, from: target, over: domain)
  }
}
