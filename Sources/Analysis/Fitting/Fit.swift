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
  /// Parameters that may be varied within a range, each alone, with the same distance.
  public let flat: [(name: String, range: ClosedRange<Double>)]
  /// Parameters that do not matter: of those that are flat the ones that are so in all of their range.
  public let idle: [String]

  /// Varies up to six parameters of a function over their ranges, the fixed ones beside them.
  ///
  /// The whole box is looked at, at even points, at points of every size, and as finely as the function's shape turns; the deepest
  /// valleys are followed to their bottoms. The search is numerical: a valley that is narrower than that may be missed.
  ///
  /// - Parameter type: Whose ulp are counted by the norm `ulp`.
  /// - Throws: `ReferenceError` where a range holds values that a parameter may not take.
  public init(
    _ reference: FunctionReference, to target: Function, _ quantity: Quantity = .f,
    over ranges: [(name: String, range: ClosedRange<Double>)], fixing fixed: [String: Double] = [:],
    norm: Norm = .supremum, in type: FloatType = .f32, domain: ClosedRange<Double> = -5...5
  ) throws {
    try self.init(
      reference, to: target, quantity, over: ranges, fixing: fixed, norm: norm, in: type,
      domain: domain, telling: .untold)
  }

  /// The same, with somebody told of every trial.
  package init(
    _ reference: FunctionReference, to target: Function, _ quantity: Quantity,
    over ranges: [(name: String, range: ClosedRange<Double>)], fixing fixed: [String: Double],
    norm: Norm, in type: FloatType, domain: ClosedRange<Double>, telling progress: WorkProgress
  ) throws {
    progress.begin(.init(counting: "trials"))
    let trials = FitTrials(
      reference: reference, names: ranges.map(\.name), fixed: fixed, quantity: quantity,
      isRelative: norm.isRelative, progress: progress)
    for ends in [ranges.map(\.range.lowerBound), ranges.map(\.range.upperBound)] {
      _ = try trials.function(ends)
    }
    let problem = FitProblem(
      box: ranges.map(\.range), target: target, quantity: quantity, norm: norm, type: type,
      domain: domain,
      // Densities are integrated anew for each value.
      share: reference.isDensity ? 0.04 : 1, function: { try? trials.function($0) },
      values: { trials.values($0, $1) })
    let optima = FitSearch(problem).optima
    self.function = try trials.function(optima.best)
    parameters = zip(ranges, optima.best).map { ($0.name, $1) }
    let flat = zip(ranges, optima.flat).compactMap { variation, range in
      range.map { (name: variation.name, range: $0, isIdle: $0 == variation.range) }
    }
    self.flat = flat.map { ($0.name, $0.range) }
    idle = flat.filter(\.isIdle).map(\.name)
    bounded = zip(ranges, optima.best).filter { variation, value in
      variation.range.lowerBound < variation.range.upperBound
        && [variation.range.lowerBound, variation.range.upperBound].contains(value)
        && !flat.contains { $0.name == variation.name }
    }.map(\.0.name)
    equals = optima.others
    (error, x) = norm.distance(
      quantity, of: self.function, from: target, over: domain, in: type)
  }
}

/// Makes the function with one set of parameters after the other.
private struct FitTrials {
  let reference: FunctionReference
  /// The parameters that are varied.
  let names: [String]
  /// The others that are set.
  let fixed: [String: Double]
  let quantity: Quantity
  /// Whether values are to keep their digits, however small they are.
  let isRelative: Bool
  let progress: WorkProgress

  private func settings(_ point: [Double]) -> [String: Double] {
    progress.advance(1)
    return fixed.merging(zip(names, point)) { $1 }
  }

  func function(_ point: [Double]) throws -> Function {
    try reference.functions(sweeping: settings(point).mapValues { [$0] })[0]
  }

  /// The values over x; nil where there is no function.
  func values(_ point: [Double], _ xs: [Double]) -> [Double]? {
    if !isRelative, reference.hasPlainValues(of: quantity, given: names + fixed.keys) {
      return reference.plainValues(of: quantity, at: xs, setting: settings(point))
    }
    guard let function = try? function(point) else { return nil }
    return Trace(isRelative ? function : function.inDoubles, quantity).values(xs)
  }
}
