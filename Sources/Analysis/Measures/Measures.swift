import Activations
import Exact

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
  /// Of the values at 0 and at the places told, how many are proved.
  package let proofs: ProofCount

  /// Measures a function against a reference over a domain.
  public init(of function: Function, against reference: Function, over domain: ClosedRange<Double>)
  {
    self.init(of: function, against: reference, over: domain, isProved: false)
  }

  /// The same; where it is to be proved, every value that goes into it is correctly rounded.
  package init(
    of function: Function, against reference: Function, over domain: ClosedRange<Double>,
    isProved: Bool
  ) {
    func trace(_ function: Function, _ quantity: Quantity) -> Trace {
      isProved ? Trace(proving: function, quantity) : Trace(function, quantity)
    }
    let (f, df) = (trace(function, .f), trace(function, .df))
    let difference = Trace(f, minus: trace(reference, .f))
    let slopeOfDifference = Trace(df, minus: trace(reference, .df))
    let gated = function.activation.gated
    valueAtZero = f.value(at: 0)
    slopeAtZero = df.value(at: 0)
    gateAtZero = gated == nil ? nil : trace(function, .gate).value(at: 0)
    minimum = f.maximum(over: domain, slope: df, sign: -1)
    supremumDistance = difference.supremum(over: domain, slope: slopeOfDifference)
    slopeBound = df.supremum(over: domain, slope: trace(function, .d2f))
    squaredDistance = difference.integralOfSquare(over: domain)
    isSymmetric = gated?.isSymmetric
    proofs =
      isProved
      ? Self.proofs(function, reference, (minimum.x, supremumDistance.x, slopeBound.x))
      : ProofCount()
  }

  /// What of the values told can be decided.
  private static func proofs(
    _ function: Function, _ reference: Function,
    _ places: (minimum: Double, distance: Double, slope: Double)
  ) -> ProofCount {
    let gate: [Quantity] = function.activation.gated == nil ? [] : [.gate]
    let asked: [(Function, [Quantity], Double)] = [
      (function, [.f, .df] + gate, 0), (function, [.f], places.minimum),
      (function, [.f], places.distance), (reference, [.f], places.distance),
      (function, [.df], places.slope),
    ]
    return asked.reduce(into: ProofCount()) { count, asked in
      var columns = ProvedColumns(asked.0)
      _ = columns.columns(asked.1, at: [asked.2], as: .f64)
      count.add(columns)
    }
  }
}

extension Trace {
  /// The graph of a quantity whose values are proved.
  fileprivate init(proving function: Function, _ quantity: Quantity) {
    let proofs = ProvedColumns(function)
    self.init(function, quantity) { xs in
      var proofs = proofs
      return proofs.columns([quantity], at: xs, as: .f64)[0]
    }
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
