/// What was found out about a function that a user invented: how it was normalised, or what about it
/// is not as the ladder from density to activation supposes.
public enum Diagnostic: Equatable, Sendable {
  /// A density was divided by its integral.
  case normalized(integral: Double)
  /// A density is negative: its least value, where, and the integral of the negative part, after
  /// normalisation.
  case negative(x: Double, least: Double, integral: Double)
  /// A density does not integrate towards −∞ or ∞ and is cut off outside a finite range.
  case divergent(end: Double, range: ClosedRange<Double>)
  /// Density or slope do not integrate around a point.
  case divergentAround(Double)
  /// A density integrates to 0, so that it cannot be normalised.
  case vanishing
  /// Density or slope are no finite number at a point, and count as 0.
  case undefined(x: Double)
  /// Density or slope wave so often that they are not integrated accurately, first at a point.
  case wave(from: Double)
  /// The integral may be off by a share of itself, for what happens near a point.
  case inexact(share: Double, x: Double)
  /// A gate's limits, where they are not 0 and 1.
  case gateLimits(left: Double, right: Double)
  /// The limits of what is to approximate sign x, where they are not −1 and 1.
  case signLimits(left: Double, right: Double)
  /// A gate's left tail does not integrate, so that its integral begins at 0.
  case slowGate

  /// Whether it is to be warned of; the normalisation is news only.
  public var isWarning: Bool {
    if case .normalized = self { false } else { true }
  }

  /// One sentence that says what was found and what was done, behind the function's name: `is negative …`.
  public var sentence: String {
    switch self {
    case .normalized(let integral):
      "is normalized by the factor 1/Z = \(Self.number(1 / integral, digits: 10)), "
        + "with Z = \(Self.number(integral, digits: 10)) its integral."
    case .negative(let x, let least, let integral):
      "is negative in places, down to \(Self.number(least)) at x = \(Self.place(x)), and integrates "
        + "to \(Self.number(integral)) there; its gate does not rise throughout."
    case .divergent(let end, let range):
      "does not integrate towards \(end < 0 ? "-∞" : "∞"); outside "
        + "\(Decimal.text(range.lowerBound))…\(Decimal.text(range.upperBound)) it counts as 0."
    case .divergentAround(let x):
      "does not integrate around x = \(Self.place(x)); what is shown there means little."
    case .vanishing: "integrates to 0 and is shown as it is, not normalized."
    case .undefined(let x):
      "is not a finite number near x = \(Self.place(x)) and perhaps elsewhere; there it counts as 0."
    case .wave(let x):
      "waves too often to be integrated accurately, first at |x| = \(Self.place(x.magnitude))."
    case .inexact(let share, let x):
      "is integrated to a relative error of about \(Self.number(share)) only, for its values near "
        + "x = \(Self.place(x))."
    case .gateLimits(let left, let right):
      "has a gate that does not go from 0 to 1: its limits are \(Self.limit(left)) at -∞ and "
        + "\(Self.limit(right)) at ∞"
        + (abs(left + 1) <= 1e-9 && abs(right - 1) <= 1e-9
          ? "; 'sign: …' takes it for the sign of x." : ".")
    case .signLimits(let left, let right):
      "is no sign that goes from -1 to 1: its limits are \(Self.limit(left)) at -∞ and "
        + "\(Self.limit(right)) at ∞."
    case .slowGate:
      "has a gate whose integral from -∞ has no bound; the integral is taken from 0, f(0) = 0."
    }
  }

  private static func limit(_ value: Double) -> String {
    value.isNaN ? "none" : number(value)
  }

  /// A place; what lies beside the origin is the origin.
  private static func place(_ x: Double) -> String { x.magnitude < 1e-60 ? "0" : number(x) }

  private static func number(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return Decimal.text(value, infinity: "∞") }
    return Decimal.text(rounded(value, digits: digits))
  }

  /// The double nearest to a value of so many decimal digits.
  private static func rounded(_ value: Double, digits: Int) -> Double {
    guard value != 0 else { return 0 }
    let exponent = (Libm.log(value.magnitude) / 2.302585092994046).rounded(.down)
    let shift = digits - 1 - Int(exponent)
    let power = Libm.pow(10, Double(abs(shift)))
    let scaled = shift > 0 ? value * power : value / power
    guard scaled.isFinite else { return value }
    return Double("\(Int(scaled.rounded()))e\(-shift)") ?? value
  }
}
