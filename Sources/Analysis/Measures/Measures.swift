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
    let measures = Measures(of: function, against: reference, over: domain, isProved: false)
    // Where doubles have lost what they should tell, all is measured with values that are proved.
    self =
      measures.isConfirmed(of: function, against: reference)
      ? measures : Measures(of: function, against: reference, over: domain, isProved: true)
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
    // A kernel errs by some ulp, a proved value by half of one.
    let noise = isProved ? 1.0 : 4
    let difference = Bounds(
      Trace(f, minus: trace(reference, .f), below: noise),
      slope: Trace(df, minus: trace(reference, .df)), over: domain)
    let gated = function.activation.gated
    valueAtZero = f.value(at: 0)
    slopeAtZero = df.value(at: 0)
    gateAtZero = gated == nil ? nil : trace(function, .gate).value(at: 0)
    minimum = Bounds(f, slope: df, over: domain).maximum(sign: -1)
    supremumDistance = difference.supremum()
    slopeBound = Bounds(df, slope: trace(function, .d2f), over: domain).supremum()
    squaredDistance = difference.integralOfSquare()
    isSymmetric = gated?.isSymmetric
    proofs =
      isProved
      ? Self.proofs(function, reference, (minimum.x, supremumDistance.x, slopeBound.x))
      : ProofCount()
  }

  /// Whether no value told is known to be another one.
  private func isConfirmed(of function: Function, against reference: Function) -> Bool {
    let exact = ExactFunction(function, upTo: PointProofs.mostBits)
    let (f, df) = (PointProofs(exact, .f), PointProofs(exact, .df))
    let gate =
      gateAtZero.map { PointProofs(exact, .gate).agree(with: $0, at: 0, fromSides: false) }
      ?? true
    let difference = PointProofs(f, minus: PointProofs(reference, .f))
    return gate && f.agree(with: valueAtZero, at: 0, fromSides: false)
      && df.agree(with: slopeAtZero, at: 0, fromSides: false)
      && f.agree(with: minimum.value, at: minimum.x)
      && difference.agree(with: supremumDistance.value, at: supremumDistance.x)
      && df.agree(with: slopeBound.value, at: slopeBound.x)
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
