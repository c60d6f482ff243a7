import Activations

/// An activation that a formula states.
///
/// f and its derivatives are exact but for rounding: jets are carried through the operations. At ±∞
/// they are the limits where f has settled or grown beyond all bounds by ±10¹⁵⁰. Where the formula shows x as a factor, the rest is
/// its gate.
struct FormulaActivation: CompiledFormula, Provable {
  let program: Program
  /// What has the gate, where there is one.
  private(set) var product: FormulaGate?
  private var settlement: Settlement?
  let kinks: [Kink]
  let landmarks: [Double]

  init(_ program: Program, gate: Program? = nil) {
    self.program = program
    product = gate.map { FormulaGate($0) }
    let search = KinkSearch(program)
    kinks = search.kinks { program.evaluate([$0])[0] }
    landmarks = search.landmarks
  }

  func proved(by proofs: Proofs) -> FormulaActivation {
    var activation = self
    activation.settlement = Settlement(program, proofs.values)
    activation.product = product?.proved(by: proofs)
    return activation
  }

  var unproved: FormulaActivation {
    var activation = self
    activation.settlement = nil
    activation.product = product?.unproved
    return activation
  }

  var gated: (any Gated)? { product }

  func jet(at x: Double) -> Jet { columns(.upTo(2), at: [x])[0] }

  func value(at x: Double) -> Double { columns(.upTo(0), at: [x])[.value][0] }

  func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    guard let product, quantities.contains(where: \.needsGate) else {
      let columns = columns(.upTo(quantities.order), at: xs)
      return quantities.map { columns.column($0) }
    }
    let others = quantities.filter { !$0.needsGate }
    var gates = product.columns(quantities.filter(\.needsGate), at: xs)[...]
    var values = others.isEmpty ? [] : columns(others, at: xs)[...]
    return quantities.compactMap { $0.needsGate ? gates.popFirst() : values.popFirst() }
  }

  private func columns(_ partials: Partials, at xs: [Double]) -> JetColumns {
    program.columns(partials, at: xs, settlement)
  }
}

extension Jet {
  /// The limits at ±∞, taken from ever farther x; what has no limit there is as evaluated at ±∞.
  init(limitAt x: Double, of plain: Jet, _ jets: ([Double]) -> [Jet]) {
    let far = jets([1e50, 1e100, 1e150].map { x > 0 ? $0 : -$0 })
    func limit(_ component: KeyPath<Jet, Double>) -> Double {
      let values = far.map { $0[keyPath: component] }
      let last = values[2]
      let isSettled = (values[1] - last).magnitude <= 1e-9 * last.magnitude
      let isVanishing = last.magnitude < 1e-40 && values[1].magnitude < 1e-40
      if isVanishing { return last.sign == .minus ? -0.0 : 0 }
      if last.isInfinite || isSettled { return last }
      let isGrowing = last.magnitude > 1e40 && last.magnitude > values[1].magnitude
      return isGrowing ? (last > 0 ? .infinity : -.infinity) : plain[keyPath: component]
    }
    self.init(limit(\.value), limit(\.first), limit(\.second))
  }
}
