import Activations

/// An activation f = x·H whose gate H a formula states.
///
/// f′ = H + x·H′ and f″ = 2·H′ + x·H″, with the jet of H exact but for rounding.
struct FormulaGate: Gated, CompiledFormula {
  let program: Program
  let gateKinks: [Kink]
  let landmarks: [Double]

  init(_ program: Program) {
    self.program = program
    let search = KinkSearch(program)
    gateKinks = search.kinks { program.evaluate([$0])[0] }
    landmarks = search.landmarks
  }

  /// The limits, where they are not 0 and 1.
  var diagnostics: [Diagnostic] {
    let limits = formulaColumns(.upTo(0), at: [-.infinity, .infinity])[.value].map { $0 + 0 }
    let isStep = abs(limits[0]) <= 1e-9 && abs(limits[1] - 1) <= 1e-9
    return isStep ? [] : [.gateLimits(left: limits[0], right: limits[1])]
  }

  func gateValue(at x: Double) -> Double { formulaColumns(.upTo(0), at: [x])[.value][0] }

  func jet(at x: Double) -> Jet { activations(at: [x], formulaColumns(.upTo(2), at: [x]))[0] }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    let gates = formulaColumns(.upTo(quantities.order), at: xs)
    let activations =
      quantities.contains { !$0.needsGate } ? activations(at: xs, gates) : gates
    return quantities.map { quantity in
      switch quantity {
      case .gate: gates[.value]
      case .density: gates[.x]
      case .f, .df, .d2f: activations.column(quantity)
      }
    }
  }

  /// x·H by the product rule.
  private func activations(at xs: [Double], _ gates: JetColumns) -> JetColumns {
    var activations = gates
    for (index, x) in xs.enumerated() { activations[index] = Self.product(x, gates[index]) }
    activations.setLimits(xs) { far in
      zip(far, program.evaluate(far)).map(Self.product)
    }
    return activations
  }

  private static func product(_ x: Double, _ gate: Jet) -> Jet {
    Jet(
      Formulas.product(x, gate.value), gate.value + Formulas.product(x, gate.first),
      2 * gate.first + Formulas.product(x, gate.second))
  }
}
