/// A function of two arguments that the formula language has by itself; the raw value is its name.
package enum BinaryIntrinsic: String, CaseIterable, Hashable, Sendable {
  /// P(a, x) = γ(a, x)/Γ(a), the regularised lower incomplete gamma function.
  case gammaincp
  /// The angle of the point (x, y), from −π to π: `atan2(y, x)`.
  case atan2
  /// u − m·⌊u/m⌋, which has the sign of m, as in Python: `mod(u, m)`.
  case mod

  /// Its arguments, for sentences.
  var signature: String {
    switch self {
    case .gammaincp: "gammaincp(a, x)"
    case .atan2: "atan2(y, x)"
    case .mod: "mod(x, m)"
    }
  }

  /// Whether the first argument may change with x; the derivative in a of P(a, x) has no closed form.
  var variesInFirst: Bool {
    switch self {
    case .gammaincp: false
    case .atan2, .mod: true
    }
  }
}
