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
  /// The parameters that stand at an end of their range: the best may lie beyond.
  public let bounded: [String]
  /// Other values of the parameters that are as good, as far as they were found; in the order of `parameters`.
  public let equals: [[Double]]

  /// Varies up to six parameters of a function over their ranges, the fixed ones beside them.
  ///
  /// The whole box is looked at, at even points and at points of every size, and the deepest valleys are followed to their
  /// bottoms. The search is numerical: a valley that is narrower than the points are apart may be missed.
  ///
  /// - Throws: `ReferenceError` where a range holds values that a parameter may not take.
  public init(
    _ reference: FunctionReference, to target: Function, _ quantity: Quantity = .f,
    over ranges: [(name: String, range: ClosedRange<Double>)], fixing fixed: [String: Double] = [:],
    norm: Norm = .supremum, domain: ClosedRange<Double> = -5...5
  ) throws {
    try self.init(
      reference, to: target, quantity, over: ranges, fixing: fixed, norm: norm, domain: domain,
      telling: .untold)
  }

  /// The same, with somebody told of every trial.
  package init(
    _ reference: FunctionReference, to target: Function, _ quantity: Quantity,
    over ranges: [(name: String, range: ClosedRange<Double>)], fixing fixed: [String: Double],
    norm: Norm, domain: ClosedRange<Double>, telling progress: WorkProgress
  ) throws {
    progress.begin(.init(counting: "trials"))
    func function(_ point: [Double]) throws -> Function {
      defer { progress.advance(1) }
      let values = fixed.merging(zip(ranges, point).map { ($0.name, $1) }) { $1 }
      return try reference.functions(sweeping: values.mapValues { [$0] })[0]
    }
    for ends in [ranges.map(\.range.lowerBound), ranges.map(\.range.upperBound)] {
      _ = try function(ends)
    }
    let search = FitSearch(
      box: ranges.map(\.range), target: target, quantity: quantity, norm: norm, domain: domain,
      // Densities are integrated anew for each value.
      share: reference.isDensity ? 0.1 : 1, function: { try? function($0) })
    let (best, others) = search.optima()
    self.function = try function(best)
    parameters = zip(ranges, best).map { ($0.name, $1) }
    bounded = zip(ranges, best).filter { variation, value in
      let width = variation.range.upperBound - variation.range.lowerBound
      let ends = [variation.range.lowerBound, variation.range.upperBound]
      return width > 0 && ends.contains { abs($0 - value) <= 1e-9 * width * 1e-3 }
    }.map(\.0.name)
    equals = others
    (error, x) = norm.distance(quantity, of: self.function, from: target, over: domain)
  }
}
