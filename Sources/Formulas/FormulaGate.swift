import Activations

/// An activation f = x·H whose gate H a formula states.
///
/// f, f′ and f″ are those of the formula times x; exact but for rounding, and proved where doubles lose digits.
struct FormulaGate: Gated, CompiledFormula, Provable {
  let program: Program
  let gateKinks: [Kink]
  let landmarks: [Double]
  /// Whether it was stated by an approximation of sign x.
  let isSign: Bool
  /// x·H.
  private let product: Program
  /// 2H − 1, by a program of its own: what is left beside ½ keeps its digits.
  private let sign: Program?
  private var settlement: Settlement?
  private var gateSettlement: Settlement?
  private var signSettlement: Settlement?

  init(_ program: Program, isSign: Bool = false) {
    self.program = program
    self.isSign = isSign
    product = program.timesX
    sign = program.signOfGate
    let search = KinkSearch(program)
    gateKinks = search.kinks { program.evaluate([$0])[0] }
    landmarks = search.landmarks
  }

  func proved(by proofs: Proofs) -> FormulaGate {
    var activation = self
    activation.settlement = Settlement(program, timesX: true, proofs.values)
    activation.gateSettlement = Settlement(program, proofs.gates)
    activation.signSettlement = sign.map { Settlement($0, proofs.signs) }
    return activation
  }

  var unproved: FormulaGate {
    var activation = self
    (activation.settlement, activation.gateSettlement) = (nil, nil)
    activation.signSettlement = nil
    return activation
  }

  /// The limits, where they are not 0 and 1.
  var diagnostics: [Diagnostic] {
    let limits = gates(.upTo(0), at: [-.infinity, .infinity])[.value].map { $0 + 0 }
    let isStep = abs(limits[0]) <= 1e-9 && abs(limits[1] - 1) <= 1e-9
    guard !isStep else { return [] }
    return isSign
      ? [.signLimits(left: 2 * limits[0] - 1, right: 2 * limits[1] - 1)]
      : [.gateLimits(left: limits[0], right: limits[1])]
  }

  private func signs(at xs: [Double]) -> [Double] {
    sign?.columns(.upTo(0), at: xs, signSettlement)[.value]
      ?? gates(.upTo(0), at: xs)[.value].map { 2 * $0 - 1 }
  }

  func gateValue(at x: Double) -> Double { gates(.upTo(0), at: [x])[.value][0] }

  func jet(at x: Double) -> Jet { activations(.upTo(2), at: [x])[0] }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    let ofGate = quantities.filter(\.needsGate)
    let others = quantities.filter { !$0.needsGate }
    let gates = ofGate.isEmpty ? nil : gates(.upTo(ofGate.order), at: xs)
    let activations = others.isEmpty ? nil : activations(.upTo(others.order), at: xs)
    return quantities.compactMap { quantity in
      switch quantity {
      case .gate: gates?[.value]
      case .density: gates?[.x]
      case .sign: signs(at: xs)
      case .f, .df, .d2f: activations?.column(quantity)
      }
    }
  }

  private func gates(_ partials: Partials, at xs: [Double]) -> JetColumns {
    program.columns(partials, at: xs, gateSettlement)
  }

  private func activations(_ partials: Partials, at xs: [Double]) -> JetColumns {
    product.columns(partials, at: xs, settlement)
  }
}

extension Program {
  /// x times what it computes.
  fileprivate var timesX: Program {
    var product = self
    let result = instructions.count - 1
    product.instructions.append(.x)
    product.instructions.append(.multiply(result + 1, result))
    return product
  }

  /// 2H − 1 of the gate H that it computes.
  fileprivate var signOfGate: Program? {
    guard let source, let expression = try? source.expression.signOfGate() else { return nil }
    return try? Compiler.program(expression, parameters: source.parameters)
  }
}
