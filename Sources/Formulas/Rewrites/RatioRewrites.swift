// Quotients g(c·u)/(d·u) of a function g that is 0 at 0, which are 0/0 there.

extension Rewrite {
  /// One rule for each such function; u/g(u) is 1 divided by the quotient.
  static let removableRatios = RemovableRatio.all.enumerated().map { place, ratio in
    let name = ratio.function.rawValue
    return idiom("\(name)(u)/u → its series near u = 0", example: "\(name)(3*x)/(2*x)") {
      builder, instruction in
      guard case .divide(let a, let b) = instruction else { return nil }
      if let quotient = Quotient(a, over: b, of: ratio.function, in: builder) {
        return quotient.emit(place, to: &builder)
      }
      guard builder.constant(a) == nil,
        let inverse = Quotient(b, over: a, of: ratio.function, in: builder)
      else { return nil }
      return builder.emit(.divide(builder.constant(1), inverse.emit(place, to: &builder)))
    }
  }
}

/// A multiple of g(u)/u.
private struct Quotient {
  let argument: Int
  let factor: Double

  /// a/b where a is a multiple of g(u), and b one of what u is a multiple of.
  init?(_ a: Int, over b: Int, of function: Intrinsic, in builder: ProgramBuilder) {
    let numerator = builder.line(a)
    guard let (g, u) = builder.vanishing(numerator.register), g == function else { return nil }
    let (above, below) = (builder.line(u), builder.line(b))
    guard above.register == below.register, above.slope != 0, below.slope != 0 else { return nil }
    argument = u
    factor = numerator.slope * above.slope / below.slope
  }

  func emit(_ place: Int, to builder: inout ProgramBuilder) -> Int {
    builder.emit(.scale(builder.emit(.ratio(place: place, argument)), by: factor))
  }
}

extension ProgramBuilder {
  /// The function g and its argument, where a register is g(u), e^u − 1 or ln(1 + u).
  fileprivate func vanishing(_ register: Int) -> (function: Intrinsic, argument: Int)? {
    let instruction = self[register]
    if case .intrinsic(.log, let sum) = instruction {
      guard case .offset(let u, 1) = self[sum] else { return nil }
      return (.log1p, u)
    }
    if case .intrinsic(let function, let u) = instruction { return (function, u) }
    if case .offset(let power, -1) = instruction, let u = argument(of: power, .exp) {
      return (.expm1, u)
    }
    return nil
  }

  /// A register as a multiple of another.
  fileprivate func line(_ register: Int) -> (register: Int, slope: Double) {
    if case .scale(let u, let c) = self[register] {
      let inner = line(u)
      return (inner.register, inner.slope * c)
    }
    if case .quotient(let u, let c) = self[register] {
      let inner = line(u)
      return (inner.register, inner.slope / c)
    }
    return (register, 1)
  }
}
