// Sums with a sigmoid, which lose their digits where it is 1, or ½.

extension Rewrite {
  static let sigmoids = [mirroredSigmoid, tangentOfSigmoid, mirroredSoftplus]

  private static let mirroredSigmoid = idiom(
    "1 − sigmoid(u) → sigmoid(−u)", example: "1 - sigmoid(x)"
  ) { builder, instruction in
    guard case .offset(let product, 1) = instruction, case .scale(let gate, -1) = builder[product],
      let u = builder.argument(of: gate, .sigmoid)
    else { return nil }
    return builder.emit(.intrinsic(.sigmoid, builder.emit(.scale(u, by: -1))))
  }

  private static let tangentOfSigmoid = idiom(
    "2·sigmoid(u) − 1 → tanh(u/2)", example: "2*sigmoid(x) - 1"
  ) { builder, instruction in
    guard case .offset(let product, let c) = instruction,
      case .scale(let gate, let factor) = builder[product], factor == -2 * c,
      let u = builder.argument(of: gate, .sigmoid)
    else { return nil }
    let tangent = builder.emit(.intrinsic(.tanh, builder.emit(.scale(u, by: 0.5))))
    return builder.emit(.scale(tangent, by: -c))
  }

  private static let mirroredSoftplus = idiom(
    "u − ln(1 + e^u) → −softplus(−u)", example: "x - softplus(x)"
  ) { builder, instruction in
    guard case .subtract(let u, let gate) = instruction,
      builder.argument(of: gate, .softplus) == u
    else { return nil }
    let mirrored = builder.emit(.scale(u, by: -1))
    return builder.emit(.scale(builder.emit(.intrinsic(.softplus, mirrored)), by: -1))
  }
}
