/// An activation f = x·H whose gate H a formula states.
///
/// f′ = H + x·H′ and f″ = 2·H′ + x·H″, with the jet of H exact but for rounding.
struct FormulaGate: Gated {
  let program: Program
  let gateKinks: [Kink]
  let landmarks: [Double]

  init(_ program: Program) {
    self.program = program
    let search = KinkSearch(program)
    gateKinks = search.kinks { program.evaluate([$0], derivatives: true)[0] }
    landmarks = search.landmarks
  }

  /// The limits, where they are not 0 and 1.
  var findings: [Finding] {
    let limits = gates(at: [-.infinity, .infinity]).map { $0.value + 0 }
    let isStep = abs(limits[0]) <= 1e-9 && abs(limits[1] - 1) <= 1e-9
    return isStep ? [] : [.gateLimits(left: limits[0], right: limits[1])]
  }

  func gateValue(at x: Double) -> Double { gates(at: [x])[0].value }

  func jet(at x: Double) -> Jet { activations(at: [x], gates(at: [x]))[0] }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    let gates = gates(at: xs)
    let jets = activations(at: xs, gates)
    return quantities.map { quantity in
      switch quantity {
      case .gate: gates.map(\.value)
      case .density: gates.map(\.first)
      default: jets.column(quantity)
      }
    }
  }

  private func gates(at xs: [Double]) -> [Jet] {
    var gates = program.evaluate(xs, derivatives: true)
    for index in xs.indices where xs[index].isInfinite {
      gates[index] = Jet(limitAt: xs[index], of: gates[index]) {
        program.evaluate($0, derivatives: true)
      }
    }
    return gates
  }

  private func activations(at xs: [Double], _ gates: [Jet]) -> [Jet] {
    zip(xs, gates).map { x, gate in
      guard !x.isInfinite else {
        return Jet(limitAt: x, of: Self.product(x, gate)) { far in
          zip(far, program.evaluate(far, derivatives: true)).map(Self.product)
        }
      }
      return Self.product(x, gate)
    }
  }

  private static func product(_ x: Double, _ gate: Jet) -> Jet {
    Jet(
      Activations.product(x, gate.value), gate.value + Activations.product(x, gate.first),
      2 * gate.first + Activations.product(x, gate.second))
  }
}
