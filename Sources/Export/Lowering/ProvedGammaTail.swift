import Activations
import Exact
import Formulas

/// What `GammaGate` is made of, to twice the digits of a double.
struct ProvedGammaTail {
  private let shape: Pair
  /// 1/(2Γ(a)).
  private let limit: Pair
  private let far: Function
  private let near: Function

  /// nil where it cannot be said, or Γ is out of reach.
  init?(_ beta: Double) {
    let a = "(1/\(Decimal.text(beta)))"
    let ratio =
      beta >= 1
      ? "(1 - gammaincp(\(a), x)/x^\(a))/2" : "gammaincp(\(a), x)*exp(x)/(2*x^\(a))"
    guard let far = try? Function(parsing: "(1 - gammaincp(\(a), x))*exp(x)*x^(1 - \(a))/2"),
      let near = try? Function(parsing: ratio),
      let limit = try? Function(parsing: "1/(2*gamma(\(a))) + 0*x")
    else { return nil }
    (shape, self.far, self.near) = (Pair(1) / Pair(beta), far, near)
    self.limit = Self.value(limit, 1)
    guard self.limit.high > 1e-200 else { return nil }
  }

  /// g(z), beyond what proofs reach by its powers of 1/z.
  func far(_ z: Double) -> Pair {
    guard z > 100 + 2 * shape.high else { return Self.value(far, z) }
    var (term, sum): (Pair, Pair) = (1, 1)
    for k in 1...80 where z.isFinite && abs(term.high) > 1e-25 {
      term = term * (shape - Pair(Double(k))) / Pair(z)
      sum = sum + term
    }
    return limit * sum
  }

  /// c(z).
  func near(_ z: Double) -> Pair { Self.value(near, z) }

  /// Γ(u) of a number; nil where it is none.
  static func gamma(_ u: Pair) -> Pair? {
    guard let function = try? Function(parsing: "gamma(x)"), var exact = ExactFunction(function)
    else { return nil }
    let values = exact.values(at: u.high, upTo: 1).map(\.value)
    guard values.count == 2, values.allSatisfy(\.isFinite) else { return nil }
    return value(function, u.high) + Pair(values[1]) * Pair(u.low)
  }

  /// A value, and what is left beside its double.
  private static func value(_ function: Function, _ z: Double) -> Pair {
    var exact = ExactFunction(function)
    let high = exact?.values(at: z, upTo: 0)[0].value ?? .nan
    guard high.isFinite, let rounded = try? Function(parsing: "0*x + (\(Decimal.text(high)))"),
      var rest = ExactFunction(function, minus: rounded)
    else { return Pair(high) }
    let low = rest.values(at: z, upTo: 0)[0].value
    return Pair(high) + Pair(low.isFinite ? low : 0)
  }
}
