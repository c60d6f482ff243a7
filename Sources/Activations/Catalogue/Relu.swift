/// x·H(x) with Heaviside's step H: the target that every gated activation approximates.
///
/// H(0) = ½, so the slope at the corner is ½. Limits: 0 at −∞, x at +∞.
struct Relu: Gate {
  var gateKinks: [Kink] { [Kink(at: 0, order: 0)] }

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> { .step(x) }
}

/// Heaviside's step H: 0 on the left, 1 on the right, ½ at 0.
struct Heaviside: Activation {
  var kinks: [Kink] { [Kink(at: 0, order: 0)] }

  @inline(__always)
  func jet(at x: Double) -> Jet {
    let step = GateJet<Double>.step(x)
    return Jet(step.value, step.first, step.second)
  }
}

extension FunctionFamily {
  static let relu = FunctionFamily(
    "relu", definition: "gate: heaviside(x)", plainText: "x·H(x) = max(0, x)",
    tex: #"x\cdot H(x)=\max(0,x)"#,
    note: "the target of every x·H",
    kernel: { _ in Relu() }
  )

  static let heaviside = FunctionFamily(
    "heaviside", aliases: ["step"], definition: "(1 + sign(x))/2",
    plainText: "0 for x < 0, ½ for x = 0, else 1",
    tex: #"\begin{cases}0&x<0\\\frac{1}{2}&x=0\\1&x>0\end{cases}"#,
    kernel: { _ in Heaviside() }
  )
}
