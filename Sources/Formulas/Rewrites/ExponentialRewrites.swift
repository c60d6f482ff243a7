// Quotients of sums of exponentials, such as (e^x − e^−x)/(e^x + e^−x), overflow in both halves where
// their limits exist. They are taken apart, put together as functions of one exponential, and called by
// their name where they have one.

extension Rewrite {
  static let exponentials = [quotientOfSums, sigmoidOfSums, tangentOfSums, dividedSums]

  private static let quotientOfSums = form(
    "Σ Fᵢ·e^(i·u) / Σ bᵢ·e^(i·u) → Σ Fᵢ·(e^(i·u) / Σ bᵢ·e^(i·u))", example: "x*exp(x)/(2 + exp(x))"
  ) { builder, instruction in
    guard case .divide(let a, let b) = instruction,
      let quotients = ExponentialQuotients(a, over: b, in: builder.program)
    else { return nil }
    let v = builder.emit(.scale(quotients.base, by: quotients.unit))
    var sum: Int?
    for part in quotients.parts {
      let quotient = builder.emit(part.quotient, of: v)
      let term = part.factor.map { builder.emit(.multiply($0, quotient)) } ?? quotient
      sum = sum.map { builder.emit(.add($0, term)) } ?? term
    }
    return sum
  }

  private static let sigmoidOfSums = idiom(
    "e^u/(1 + e^u) → sigmoid(u)", example: "exp(x)/(1 + exp(x)) + 1/(1 + exp(x))"
  ) { builder, instruction in
    guard let (quotient, v, width) = binomial(instruction, builder) else { return nil }
    let (above, below) = (quotient.numerator.terms, quotient.denominator)
    guard above.count == 1, [below.low, below.high].contains(above[0].exponent) else { return nil }
    let isRising = above[0].exponent == below.high
    let argument = builder.emit(.scale(v, by: isRising ? width : -width))
    let gate = builder.emit(.intrinsic(.sigmoid, argument))
    return builder.emit(.scale(gate, by: above[0].coefficient / below.coefficients[0]))
  }

  private static let tangentOfSums = idiom(
    "(e^u − e^−u)/(e^u + e^−u) → tanh(u)", example: "(exp(x) - exp(-x))/(exp(x) + exp(-x))"
  ) { builder, instruction in
    guard let (quotient, v, width) = binomial(instruction, builder) else { return nil }
    let (above, below) = (quotient.numerator.terms, quotient.denominator)
    guard above.count == 2, above[0].coefficient == -above[1].coefficient,
      above[0].exponent == below.low, above[1].exponent == below.high
    else { return nil }
    let tangent = builder.emit(.intrinsic(.tanh, builder.emit(.scale(v, by: width / 2))))
    return builder.emit(.scale(tangent, by: above[1].coefficient / below.coefficients[0]))
  }

  /// What has no name stays as it is: it neither overflows nor cancels in that form.
  private static let dividedSums = idiom(
    "Σ aᵢ·e^(i·u) / Σ bᵢ·e^(i·u) → both divided by their largest e^(i·u)",
    example: "exp(x)/(2 + 3*exp(x) + exp(2*x))"
  ) { builder, instruction in
    guard case .exponentials = instruction else { return nil }
    return builder.emit(instruction)
  }

  /// The quotient where its denominator is c·(z^m + z^n), with its argument and n − m.
  private static func binomial(_ instruction: Program.Instruction, _ builder: ProgramBuilder)
    -> (quotient: ExponentialQuotient, argument: Int, width: Double)?
  {
    guard case .exponentials(let place, let v) = instruction else { return nil }
    let quotient = builder.program.quotients[place]
    let below = quotient.denominator.terms
    guard below.count == 2, below[0].coefficient == below[1].coefficient else { return nil }
    return (quotient, v, Double(below[1].exponent - below[0].exponent))
  }
}
