extension Rewrite {
  /// All rules, in the order in which they are tried.
  static let all =
    arithmetic + powers + logarithms + [logarithmOfSum] + roots + sigmoids + complements
    + exponentials + removableRatios

  /// Those that round nothing.
  static let exact = arithmetic + powers + logarithms + roots + sigmoids + complements
}

extension ProgramBuilder {
  /// u where a register is that function of u.
  func argument(of register: Int, _ function: Intrinsic) -> Int? {
    guard case .intrinsic(function, let u) = self[register] else { return nil }
    return u
  }

  /// u where a register is 1 + e^u.
  func exponentBesideOne(_ register: Int) -> Int? {
    guard case .offset(let power, 1) = self[register] else { return nil }
    return argument(of: power, .exp)
  }
}
