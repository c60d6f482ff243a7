import Activations

/// A program over pairs of doubles, each with a bound on its error: for the places where doubles lose digits.
///
/// It is rewritten as programs in doubles are, but holds no rounded constant, and functions of the catalogue are written out.
struct PreciseProgram {
  private let program: Program
  /// What does not change with x, by its place.
  private let constants: [EstimateJet?]

  init(_ program: Program) {
    self.program = program
    var constants: [EstimateJet?] = []
    for instruction in program.instructions {
      let isConstant = instruction != .x && instruction.operands.allSatisfy { constants[$0] != nil }
      constants.append(
        isConstant ? Self.step(program, instruction, 0, 0) { constants[$0] } : nil)
    }
    self.constants = constants
  }

  /// f and its derivatives up to an order at a finite x, each nil where pairs do not tell it.
  func values(at x: Double, upTo order: Int) -> [Double?] {
    guard let jet = jet(at: x, order) else { return Array(repeating: nil, count: order + 1) }
    return [jet.value, jet.first, jet.second].prefix(order + 1).map(\.settled)
  }

  private func jet(at x: Double, _ order: Int) -> EstimateJet? {
    var jets = constants
    for (index, instruction) in program.instructions.enumerated() where jets[index] == nil {
      guard let jet = Self.step(program, instruction, x, order, { jets[$0] }) else { return nil }
      jets[index] = jet
    }
    return jets.last ?? nil
  }

  /// One instruction; nil where pairs have no form of it, or it stands on a kink.
  private static func step(
    _ program: Program, _ instruction: Program.Instruction, _ x: Double, _ order: Int,
    _ operand: (Int) -> EstimateJet?
  ) -> EstimateJet? {
    if instruction == .x { return EstimateJet(Estimate(x), Estimate(1), Estimate(0)) }
    if case .constant(let value) = instruction { return EstimateJet(Estimate(value)) }
    guard let a = instruction.operands.first.flatMap(operand) else { return nil }
    switch instruction {
    case .x, .constant: return nil
    case .add(_, let b): return operand(b).map { a + $0 }
    case .subtract(_, let b): return operand(b).map { a - $0 }
    case .multiply(_, let b): return operand(b).map { a.times($0, order) }
    case .divide(_, let b): return operand(b).map { a.divided(by: $0, order) }
    case .power(_, let b): return operand(b).flatMap { a.power($0, order) }
    case .offset(_, let c): return a + EstimateJet(Estimate(c))
    case .scale(_, let c): return a.scaled(by: Estimate(c), order)
    case .quotient(_, let c): return a.divided(by: EstimateJet(Estimate(c)), order)
    case .raise(_, let c): return a.raised(to: c, order)
    case .root(_, let c):
      return (a.times(a, order) + EstimateJet(Estimate(c))).applying(.sqrt, order)
    case .logSumExp(_, let b):
      return operand(b).flatMap { b in (b - a).applying(.softplus, order).map { a + $0 } }
    case .intrinsic(let function, _): return a.applying(function, order)
    case .abs: return a.applying(.abs, order)
    case .sign: return a.applying(.sign, order)
    case .heaviside: return a.applying(.heaviside, order)
    case .maximum(_, let b):
      return operand(b).flatMap { b in (a - b).value.sign.map { $0 > 0 ? a : b } }
    case .minimum(_, let b):
      return operand(b).flatMap { b in (a - b).value.sign.map { $0 < 0 ? a : b } }
    case .select(let comparison, _, let b, let c, let d):
      guard let b = operand(b), let sign = (a - b).value.sign else { return nil }
      return operand(comparison.holds(sign) ? c : d)
    case .binary, .ratio, .exponentials: return nil
    case .activation(let place, _): return a.applying(program.callees[place].activation, order)
    }
  }
}

extension EstimateJet {
  fileprivate func applying(_ function: Intrinsic, _ order: Int) -> EstimateJet? {
    // Where a function has no value, it has no slopes.
    function.estimate(value, order).flatMap { $0.value.error < .infinity ? chain(order, $0) : nil }
  }

  /// A function of the catalogue, whose doubles are good to some ulp.
  fileprivate func applying(_ activation: any Activation, _ order: Int) -> EstimateJet? {
    let x = value.value.rounded
    guard activation.kinks.allSatisfy({ (x - $0.x).magnitude > 2 * value.error }) else {
      return nil
    }
    let jet = activation.jet(at: x)
    let moved = value.error + (value.value - Pair(x)).high.magnitude
    func estimate(_ value: Double, _ slope: Double, _ ulps: Double) -> Estimate {
      Estimate(Pair(value), error: ulps * 0x1p-52 * value.magnitude + 2 * slope.magnitude * moved)
    }
    let third = jet.second.magnitude * (1 + x.magnitude) + jet.first.magnitude
    return chain(
      order,
      EstimateJet(
        estimate(jet.value, jet.first, 2), estimate(jet.first, jet.second, 4),
        estimate(jet.second, third, 8)))
  }

  /// u^c.
  fileprivate func raised(to c: Double, _ order: Int) -> EstimateJet? {
    guard c.rounded() == c, c.magnitude <= 64 else {
      return c.magnitude == 0.5
        ? root(isInverse: c < 0, order) : power(EstimateJet(Estimate(c)), order)
    }
    let n = Int(c.magnitude)
    guard n > 0 else { return EstimateJet(Estimate(1)) }
    let u = value
    let slope = n > 1 ? u.power(n - 1) : Estimate(1)
    let bend = n > 2 ? u.power(n - 2) : n == 2 ? Estimate(1) : Estimate(0)
    let g = EstimateJet(
      n > 1 ? slope * u : u, Double(n) * slope, Double(n * (n - 1)) * bend)
    let power = chain(order, g)
    return c > 0 ? power : EstimateJet(Estimate(1)).divided(by: power, order)
  }

  private func root(isInverse: Bool, _ order: Int) -> EstimateJet? {
    let root = applying(.sqrt, order)
    return isInverse ? root.map { EstimateJet(Estimate(1)).divided(by: $0, order) } : root
  }

  /// u^v for u > 0.
  fileprivate func power(_ exponent: EstimateJet, _ order: Int) -> EstimateJet? {
    applying(.log, order)?.times(exponent, order).applying(.exp, order)
  }
}
