/// What can be asked of a function: its value, its derivatives, and the rungs of the ladder below.
public enum Quantity: String, CaseIterable, Sendable {
  /// The value f(x).
  case f
  /// The slope f′(x).
  case df
  /// The curvature f″(x).
  case d2f
  /// The gate H(x), where f = x·H(x).
  case gate
  /// The density H′(x), the gate's slope.
  case density
  /// 2H(x) − 1, the approximation of sign x that the gate stands for.
  case sign

  /// The quantity in mathematical notation, for an axis: `f(x)`, `f′(x)`, `f″(x)`, `H(x)`, `δ(x)`, `2H(x) − 1`.
  public var notation: String {
    switch self {
    case .f: "f(x)"
    case .df: "f′(x)"
    case .d2f: "f″(x)"
    case .gate: "H(x)"
    case .density: "δ(x)"
    case .sign: "2H(x) − 1"
    }
  }

  /// Whether only functions of the form x·H(x) have it.
  public var needsGate: Bool {
    switch self {
    case .gate, .density, .sign: true
    case .f, .df, .d2f: false
    }
  }

  /// The quantity that is the slope of this one; nil where there is none to be had.
  public var slope: Quantity? {
    switch self {
    case .f: .df
    case .df: .d2f
    case .gate: .density
    case .d2f, .density, .sign: nil
    }
  }

  /// How often the function, or its gate, is differentiated to obtain it.
  package var order: Int {
    switch self {
    case .f, .gate, .sign: 0
    case .df, .density: 1
    case .d2f: 2
    }
  }
}
