import Activations

/// An activation f = x·H whose gate H a formula states.
///
/// f′ = H + x·H′ and f″ = 2·H′ + x·H″, with the jet of H exact but for rounding.
struct FormulaGate: Gated, CompiledFormula {
  let program: Program
  let gateKinks: [Kink]
  let landmarks: [Double]
  /// Whether it was stated by an approximation of sign x.
  let isSign: Bool

  init(_ program: Program, isSign: Bool = false) {
    self.program = program
    self.isSign = isSign
    let search = KinkSearch(program)
    gateKinks = search.kinks { program.evaluate([$0])[0] }
    landmarks = search.landmarks
  }

  /// The limits, where they are not 0 and 1.
  var diagnostics: [Diagnostic] {
    let limits = formulaColumns(.upTo(0), at: [-.infinity, .infinity])[.value].map { $0 + 0 }
    let isStep = abs(limits[0]) <= 1e-9 && abs(limits[1] - 1) <= 1e-9
    guard !isStep else { return [] }
    return isSign
      ? [.signLimits(left: 2 * limits[0] - 1, right: 2 * limits[1] - 1)]
      : [.gateLimits(left: limits[0], right: limits[1])]
  }

  /// 2H − 1, by a program of its own: what is left beside ½ keeps its digits.
  private func signs(at xs: [Double]) -> [Double] {
    guard let source = program.source, let expression = try? source.expression.signOfGate(),
      let program = try? Compiler.program(expression, parameters: source.parameters)
    else { return formulaColumns(.upTo(0), at: xs)[.value].map { 2 * $0 - 1 } }
    return FormulaActivation(program).columns([.f], at: xs)[0]
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
      case .sign: signs(at: xs)
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
