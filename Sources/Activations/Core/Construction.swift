/// How an activation is made from its gate.
public enum Construction: String, CaseIterable, Sendable {
  /// f = x·H(x).
  case product
  /// f(x) = ∫ H(t) dt from −∞ to x, as softplus is made from the sigmoid.
  case integral
}
