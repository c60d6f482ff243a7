/// A parameter of a function: its name, default and the values it may take.
public struct Parameter: Equatable, Sendable {
  /// The values that a parameter may take.
  public enum Domain: String, Sendable {
    /// A finite number above 0.
    case positive = "> 0"
    /// A finite number, 0 or above.
    case nonNegative = "≥ 0"
    /// A number above 0, infinity included.
    case positiveOrInfinite = "> 0, or inf"
    /// Any finite number.
    case finite = "any number"
    /// Any number, infinity included.
    case finiteOrInfinite = "any number, or inf"
    /// Any number but 0, infinity included.
    case notZero = "≠ 0, or inf"

    /// The domain in words, as it completes "must be …".
    public var sentence: String {
      switch self {
      case .positive: "a finite number above 0"
      case .nonNegative: "a finite number, 0 or above"
      case .positiveOrInfinite: "a number above 0 or inf"
      case .finite: "a finite number"
      case .finiteOrInfinite: "a finite number or inf"
      case .notZero: "a finite number other than 0, or inf"
      }
    }

    /// Whether the domain holds the value.
    public func contains(_ value: Double) -> Bool {
      switch self {
      case .positive: value > 0 && value.isFinite
      case .nonNegative: value >= 0 && value.isFinite
      case .positiveOrInfinite: value > 0
      case .finite: value.isFinite
      case .finiteOrInfinite: value > -.infinity
      case .notZero: value > -.infinity && value != 0
      }
    }
  }

  /// The name on the command line and in labels, such as `alpha`.
  public let name: String
  /// The symbol in legends and formulas, such as `α`.
  public let symbol: String
  /// The value where none is given.
  public let defaultValue: Double
  /// The values that are legal.
  public let domain: Domain

  /// Describes a parameter.
  public init(_ name: String, _ symbol: String, default value: Double, _ domain: Domain = .positive)
  {
    self.name = name
    self.symbol = symbol
    self.defaultValue = value
    self.domain = domain
  }

  /// `alpha`, symbol α, a number above 0, 1 by default.
  public static let alpha = Parameter("alpha", "α", default: 1)
  /// `sigma`, symbol σ, a number above 0, 1 by default.
  public static let sigma = Parameter("sigma", "σ", default: 1)
  /// `gamma`, symbol γ, a number above 0, 1 by default.
  public static let gamma = Parameter("gamma", "γ", default: 1)
  /// `beta`, symbol β, a number above 0, 1 by default.
  public static let beta = Parameter("beta", "β", default: 1)
  /// `beta`, symbol β, a number from 0 on, 1 by default.
  static let rate = Parameter("beta", "β", default: 1, .nonNegative)
}
