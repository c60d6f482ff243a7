import Activations

/// What `compare` prints of a function: a few numbers that place it beside a reference.
///
/// All but the values at 0 and the symmetry are taken over a domain.
public struct Measures: Sendable {
  /// f(0).
  public let valueAtZero: Double
  /// f′(0).
  public let slopeAtZero: Double
  /// H(0); nil where the function is not of the form x·H(x).
  public let gateAtZero: Double?
  /// The smallest value and where it is; of equal ones the leftmost.
  public let minimum: Extremum
  /// The supremum of |f − reference| and where it is.
  public let supremumDistance: Extremum
  /// ∫ (f − reference)² over the domain.
  public let squaredDistance: Double
  /// The supremum of |f′|, the Lipschitz constant, and where it is.
  public let slopeBound: Extremum
  /// Whether H(x) + H(−x) = 1 for every x; nil where there is no gate.
  public let isSymmetric: Bool?

  /// Measures a function against a reference over a domain.
  public init(of function: Function, against reference: Function, over domain: ClosedRange<Double>)
  {
    let f = Trace(function, .f)
    let df = Trace(function, .df)
    let difference = Trace(f, minus: Trace(reference, .f))
    let slopeOfDifference = Trace(df, minus: Trace(reference, .df))
    let origin = function.activation.jet(at: 0)
    let gated = function.activation.gated
    valueAtZero = origin.value
    slopeAtZero = origin.first
    gateAtZero = gated?.gateValue(at: 0)
    minimum = f.maximum(over: domain, slope: df, sign: -1)
    supremumDistance = difference.supremum(over: domain, slope: slopeOfDifference)
    slopeBound = df.supremum(over: domain, slope: Trace(function, .d2f))
    squaredDistance = difference.integralOfSquare(over: domain)
    isSymmetric = gated?.isSymmetric
  }
}

extension Trace {
  /// The supremum of the absolute value and where it is; of equal ones the leftmost.
  func supremum(over domain: ClosedRange<Double>, slope: Trace) -> Extremum {
    let high = maximum(over: domain, slope: slope)
    let low = maximum(over: domain, slope: slope, sign: -1)
    let isHigh =
      abs(abs(high.value) - abs(low.value)) <= 0x1p-36 * abs(high.value)
      ? high.x < low.x : abs(high.value) > abs(low.value)
    let extremum = isHigh ? high : low
    return Extremum(x: extremum.x, value: abs(extremum.value))
  }

  /// ∫ y²·weight over the domain.
  func integralOfSquare(
    over domain: ClosedRange<Double>, weight: (Double) -> Double = { _ in 1 }
  ) -> Double {
    pieces(of: domain).reduce(0) { sum, piece in
      let knots = knots(over: piece, of: domain, count: 16)
      return sum
        + Quadrature.integral(over: knots) { xs in
          zip(xs, values(xs)).map { $1 * $1 * weight($0) }
        }
    }
  }
}
