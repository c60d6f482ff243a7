import Activations

// What is rewritten even in plain programs: the two sides are one function, and the right one needs fewer digits by as many
// as the left one cancels, which may be any number of them.

extension Rewrite {
  static let identities = [softplus, besideOne, lessOne, complement]

  private static let softplus = form(
    "ln(1 + e^u) → softplus(u), exactly", example: "log(1 + exp(x))"
  ) { builder, instruction in
    guard let u = builder.argumentBesideOne(of: instruction) else { return nil }
    return builder.argument(of: u, .exp).map { builder.emit(.intrinsic(.softplus, $0)) }
  }

  private static let besideOne = form("ln(1 + u) → log1p(u), exactly", example: "log(1 + x^2)") {
    builder, instruction in
    guard case .intrinsic(.log, let sum) = instruction, let u = builder.besideOne(sum)
    else { return nil }
    return builder.emit(.intrinsic(.log1p, u))
  }

  private static let lessOne = form("e^u − 1 → expm1(u), exactly", example: "exp(x) - 1") {
    builder, instruction in
    guard case .subtract(let a, let b) = instruction else { return nil }
    if builder.constant(b) == 1, let u = builder.argument(of: a, .exp) {
      return builder.emit(.intrinsic(.expm1, u))
    }
    if builder.constant(a) == 1, let u = builder.argument(of: b, .exp) {
      return builder.emit(.scale(builder.emit(.intrinsic(.expm1, u)), by: -1))
    }
    return nil
  }

  private static let complement = form(
    "1 ± g(u) → what is left of 1, exactly", example: "1 + erf(x) + (1 - cos(x))"
  ) { builder, instruction in
    if let wave = builder.besideOne(of: instruction) { return builder.rest(beside: 1, wave) }
    guard case .subtract(let a, let b) = instruction else { return nil }
    if builder.constant(a) == 1 { return builder.rest(beside: -1, b) }
    guard builder.constant(b) == 1, let rest = builder.rest(beside: -1, a) else { return nil }
    return builder.emit(.scale(rest, by: -1))
  }
}

extension ProgramBuilder {
  /// u where a register is 1 + u.
  func besideOne(_ register: Int) -> Int? { besideOne(of: self[register]) }

  /// u where an instruction is ln(1 + u).
  fileprivate func argumentBesideOne(of instruction: Program.Instruction) -> Int? {
    if case .intrinsic(.log1p, let u) = instruction { return u }
    guard case .intrinsic(.log, let sum) = instruction else { return nil }
    return besideOne(sum)
  }

  /// u where an instruction is 1 + u.
  func besideOne(of instruction: Program.Instruction) -> Int? {
    if case .offset(let u, 1) = instruction { return u }
    guard case .add(let a, let b) = instruction else { return nil }
    return constant(a) == 1 ? b : constant(b) == 1 ? a : nil
  }
}
