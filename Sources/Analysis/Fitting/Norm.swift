import Activations

/// How the distance between two functions is measured.
public enum Norm: String, CaseIterable, Sendable {
  /// The supremum of |f − g| over the domain.
  case supremum
  /// The root of ∫ (f − g)² over the domain.
  case l2
  /// The root of E (f − g)² for a standard normal x, whatever the domain.
  case gaussian

  /// The distance between a quantity of two functions, and where they are farthest apart.
  public func distance(
    _ quantity: Quantity, of function: Function, from reference: Function,
    over domain: ClosedRange<Double>
  ) -> (value: Double, x: Double) {
    let difference = Trace(Trace(function, quantity), minus: Trace(reference, quantity))
    let bounds = Bounds(
      difference, slope: Trace.slope(of: function, minus: reference, quantity), over: domain)
    let farthest = bounds.supremum()
    // Of all norms the place is that of the supremum.
    switch self {
    case .supremum: return (farthest.value, farthest.x)
    case .l2: return (bounds.integralOfSquare().squareRoot(), farthest.x)
    case .gaussian:
      let all = Bounds(difference, slope: difference, over: support(domain))
      return (all.integralOfSquare(weight: normal).squareRoot(), farthest.x)
    }
  }

  /// The distance alone, without a look for poles: what a search asks for many times.
  func plainDistance(
    _ quantity: Quantity, of function: Function, from reference: Function,
    over domain: ClosedRange<Double>
  ) -> Double {
    let difference = Trace(Trace(function, quantity), minus: Trace(reference, quantity))
    let slope = Trace.slope(of: function, minus: reference, quantity)
    switch self {
    case .supremum: return Bounds(plain: difference, slope: slope, over: domain).supremum().value
    case .l2:
      return Bounds(plain: difference, slope: slope, over: domain).integralOfSquare().squareRoot()
    case .gaussian:
      let all = Bounds(plain: difference, slope: slope, over: support(domain))
      return all.integralOfSquare(weight: normal).squareRoot()
    }
  }

  /// What is squared and summed on an even grid; nil where it is no number.
  func residuals(_ values: [Double], _ reference: [Double], on grid: [Double]) -> [Double]? {
    let residuals = zip(values, zip(reference, grid)).map { value, other in
      (value - other.0) * (self == .gaussian ? normal(other.1).squareRoot() : 1)
    }
    return residuals.allSatisfy(\.isFinite) ? residuals : nil
  }

  /// The distance of two columns of values on an even grid, good enough to search by.
  func roughDistance(_ values: [Double], _ reference: [Double], on grid: [Double]) -> Double {
    let squares = zip(values, reference).map { ($0 - $1) * ($0 - $1) }
    switch self {
    case .supremum: return (squares.max() ?? 0).squareRoot()
    case .l2: return squares.reduce(0, +).squareRoot()
    case .gaussian:
      return zip(grid, squares).reduce(0) { $0 + normal($1.0) * $1.1 }.squareRoot()
    }
  }

  /// The interval that counts: the domain, or where the normal density does.
  func support(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    self == .gaussian ? -12...12 : domain
  }

  /// The density of the standard normal distribution; beyond ±12 it is below 10⁻³¹.
  private var normal: @Sendable (Double) -> Double {
    { Libm.exp(-0.5 * $0 * $0) * 0.3989422804014327 }  // 1/√(2π)
  }
}

extension Trace {
  /// The graph of the slope of the difference between a quantity of two functions.
  fileprivate static func slope(
    of function: Function, minus reference: Function, _ quantity: Quantity
  ) -> Trace {
    let slope: Quantity =
      switch quantity {
      case .f: .df
      case .df: .d2f
      case .gate: .density
      // Nobody has a third derivative: the search then takes the knots as they are.
      case .d2f, .density, .sign: quantity
      }
    return Trace(Trace(function, slope), minus: Trace(reference, slope))
  }
}
