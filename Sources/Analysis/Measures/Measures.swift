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
  /// The supremum of |f′| and where it is: the Lipschitz constant of what does not jump.
  public let slopeBound: Extremum
  /// Whether H(x) + H(−x) = 1 for every x; nil where there is no gate.
  public let isSymmetric: Bool?
  /// What the numbers are worth that are not simply those of doubles.
  private let standings: [Number: Standing]
  /// Of the values at 0 and at the places told, how many are proved.
  package let proofs: ProofCount

  /// One of the numbers.
  public enum Number: Sendable {
    /// One of them, as it is named above.
    case valueAtZero, slopeAtZero, gateAtZero, minimum, supremumDistance, squaredDistance
  }

  /// How one of the numbers stands to what it measures.
  public func standing(of number: Number) -> Standing { standings[number] ?? .equal }

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
    func trace(_ quantity: Quantity) -> Trace {
      isProved ? Trace(proving: function, quantity) : Trace(function, quantity)
    }
    let (f, df) = (trace(.f), trace(.df))
    let small = SmallNumbers(function)
    let gate = function.activation.gated.map { _ in trace(.gate).value(at: 0) }
    let values = [
      small.number(f.value(at: 0), .f, at: 0), small.number(df.value(at: 0), .df, at: 0),
      gate.map { small.number($0, .gate, at: 0) } ?? (0, .equal),
    ]
    (valueAtZero, slopeAtZero) = (values[0].0, values[1].0)
    gateAtZero = gate.map { _ in values[2].0 }
    let least = Bounds(f, slope: df, over: domain).maximum(sign: -1)
    let minimum = small.minimum(least, over: domain)
    self.minimum = minimum.0
    let distance = Distance(.f, of: function, from: reference, over: domain, isProved: isProved)
    supremumDistance = distance.supremum
    squaredDistance = distance.square
    slopeBound = Bounds(df, slope: trace(.d2f), over: domain).supremum()
    standings = [
      .valueAtZero: values[0].1, .slopeAtZero: values[1].1, .gateAtZero: values[2].1,
      .minimum: minimum.1, .supremumDistance: distance.supremumIs,
      .squaredDistance: distance.squareIs,
    ]
    isSymmetric = function.activation.gated?.isSymmetric
    proofs =
      isProved
      ? Self.proofs(function, reference, (minimum.0.x, supremumDistance.x, slopeBound.x))
      : ProofCount()
  }

  /// Whether no value told is known to be another one.
  private func isConfirmed(of function: Function, against reference: Function) -> Bool {
    let exact = ExactFunction(function, upTo: PointProofs.mostBits)
    let (f, df) = (PointProofs(exact, .f), PointProofs(exact, .df))
    let gate =
      gateAtZero.map { PointProofs(exact, .gate).agree(with: $0, at: 0, fromSides: false) }
      ?? true
    // What stands below all doubles, or for a bound, was proved in another way.
    let isPlain = standing(of: .supremumDistance) == .equal
    let difference = DoubtfulGraph.agreement(of: function, minus: reference)
    return gate && f.agree(with: valueAtZero, at: 0, fromSides: false)
      && df.agree(with: slopeAtZero, at: 0, fromSides: false)
      && f.agree(with: minimum.value, at: minimum.x)
      && (!isPlain || difference(supremumDistance.value, supremumDistance.x))
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
