import Activations

// Sums of quotients in which powers of e cancel, such as mish(x) − silu(x), of which little is left far out.

extension Rewrite {
  /// Both over one denominator, where the leading powers cancel; a common factor stands outside.
  static let differenceOfQuotients = form(
    "F·N/D − F·M/E → F·(N·E − M·D)/(D·E)", example: "x*tanh(softplus(x)) - x*sigmoid(x)"
  ) { builder, instruction in
    guard let (a, b, sign) = terms(of: instruction) else { return nil }
    if let difference = builder.combined(a, b, sign) { return difference }
    guard case .multiply(let p, let q) = builder[a], case .multiply(let r, let s) = builder[b]
    else { return nil }
    for (factor, u, other, v) in [(p, q, r, s), (p, q, s, r), (q, p, r, s), (q, p, s, r)]
    where factor == other {
      guard let difference = builder.combined(u, v, sign) else { continue }
      return builder.emit(.multiply(factor, difference))
    }
    return nil
  }

  /// Both terms, and the sign of the second.
  private static func terms(of instruction: Program.Instruction) -> (Int, Int, Double)? {
    if case .add(let a, let b) = instruction { return (a, b, 1) }
    if case .subtract(let a, let b) = instruction { return (a, b, -1) }
    return nil
  }
}

extension ProgramBuilder {
  /// a ± b over one denominator; nil where they are no quotients of one exponential, or nothing cancels.
  fileprivate mutating func combined(_ a: Int, _ b: Int, _ sign: Double) -> Int? {
    guard let (first, v) = exponentialQuotient(a), let (second, w) = exponentialQuotient(b), v == w
    else { return nil }
    let left = first.numerator * second.denominator
    let right = second.numerator * first.denominator
    let sum = LaurentPolynomial.sum(left, sign, right)
    let below = first.denominator * second.denominator
    let isLess =
      sum.high < max(left.high, right.high) || sum.low > min(left.low, right.low)
    guard !sum.terms.isEmpty, isLess, below.terms.count <= 12 else { return nil }
    return emit(ExponentialQuotient(sum, over: below), of: v)
  }

  /// A register as a quotient of sums of powers of e^v.
  private func exponentialQuotient(_ register: Int) -> (ExponentialQuotient, Int)? {
    switch self[register] {
    case .exponentials(let place, let v): return (program.quotients[place], v)
    case .intrinsic(.sigmoid, let u):
      return power(of: u, 1).map { (ratio([($0, 1)], over: [(0, 1), ($0, 1)]), $1) }
    case .intrinsic(.tanh, let u):
      return power(of: u, 2).map { (ratio([(0, -1), ($0, 1)], over: [(0, 1), ($0, 1)]), $1) }
    default: return nil
    }
  }

  /// n and v, where c·u is n·v with a small whole number n.
  private func power(of u: Int, _ c: Double) -> (Int, Int)? {
    guard case .scale(let v, let factor) = self[u] else { return (Int(c), u) }
    let n = c * factor
    guard n == n.rounded(), n != 0, n.magnitude <= 4 else { return (Int(c), u) }
    return (Int(n), v)
  }

  private func ratio(_ above: [(Int, Double)], over below: [(Int, Double)]) -> ExponentialQuotient {
    ExponentialQuotient(
      LaurentPolynomial(above.map { (exponent: $0.0, coefficient: $0.1) }),
      over: LaurentPolynomial(below.map { (exponent: $0.0, coefficient: $0.1) }))
  }
}
