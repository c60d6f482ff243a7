import Activations

/// A program over pairs of doubles, each with a bound on its error: for the places where doubles lose digits.
///
/// It is rewritten as programs in doubles are, but holds no rounded constant, and functions of the catalogue are written out.
struct PreciseProgram {
  /// An instruction that changes with x, with its place and its first operand.
  private struct Step {
    let place: Int
    let instruction: Program.Instruction
    let first: Int
  }

  private let steps: [Step]
  private let callees: [Program.Callee]
  /// What does not change with x, by its place.
  private let constants: [EstimateJet]
  /// The places of x itself, and of the variable that is held fixed.
  private let places: [Int]
  private let heldPlaces: [Int]

  init(_ program: Program) {
    callees = program.callees
    var (steps, places, heldPlaces): ([Step], [Int], [Int]) = ([], [], [])
    var jets: [EstimateJet] = []
    var isConstant: [Bool] = []
    for (place, instruction) in program.instructions.enumerated() {
      let operands = instruction.operands
      var jet = EstimateJet(Estimate(0))
      if instruction == .x { places.append(place) }
      if case .held = instruction { heldPlaces.append(place) }
      if case .constant(let value) = instruction { jet = EstimateJet(Estimate(value)) }
      var isKnown =
        places.last != place && heldPlaces.last != place && operands.allSatisfy { isConstant[$0] }
      if let first = operands.first {
        let step = Step(place: place, instruction: instruction, first: first)
        let value = isKnown ? Self.run(step, jets, callees, 0) : nil
        if let value { jet = value } else { steps.append(step) }
        isKnown = value != nil
      }
      isConstant.append(isKnown)
      jets.append(jet)
    }
    (self.steps, self.places, self.heldPlaces, constants) = (steps, places, heldPlaces, jets)
  }

  /// What does not change with x, by its place; nil for what does.
  var knownConstants: [Pair?] {
    var isKnown = Array(repeating: true, count: constants.count)
    for place in places + heldPlaces + steps.map(\.place) { isKnown[place] = false }
    return constants.indices.map { isKnown[$0] ? constants[$0].value.value : nil }
  }

  /// f and its derivatives up to an order at each finite place, each nil where pairs do not tell it.
  func values(at places: [RunPlace], upTo order: Int) -> [[Double?]] {
    var jets = constants
    return places.map { values(at: $0, upTo: order, in: &jets) }
  }

  private func values(at place: RunPlace, upTo order: Int, in jets: inout [EstimateJet])
    -> [Double?]
  {
    guard let jet = jet(at: place, order, &jets) else {
      return Array(repeating: nil, count: order + 1)
    }
    return [jet.value, jet.first, jet.second].prefix(order + 1).map(\.settled)
  }

  private func jet(at point: RunPlace, _ order: Int, _ jets: inout [EstimateJet]) -> EstimateJet? {
    for place in places { jets[place] = EstimateJet(Estimate(point.x), Estimate(1), Estimate(0)) }
    for place in heldPlaces { jets[place] = EstimateJet(Estimate(point.held)) }
    for step in steps {
      guard let jet = Self.run(step, jets, callees, order) else { return nil }
      jets[step.place] = jet
    }
    return jets.last
  }

  /// One instruction; nil where pairs have no form of it, or it stands on a kink.
  private static func run(
    _ step: Step, _ jets: [EstimateJet], _ callees: [Program.Callee], _ order: Int
  ) -> EstimateJet? {
    let a = jets[step.first]
    switch step.instruction {
    case .x, .held, .constant: return nil
    case .add(_, let b): return a.plus(jets[b], order)
    case .subtract(_, let b): return a.minus(jets[b], order)
    case .multiply(_, let b): return a.times(jets[b], order)
    case .divide(_, let b): return a.divided(by: jets[b], order)
    case .power(_, let b): return a.power(jets[b], order)
    case .offset(_, let c): return a.plus(EstimateJet(Estimate(c)), order)
    case .scale(_, let c): return a.scaled(by: Estimate(c), order)
    case .quotient(_, let c): return a.divided(by: EstimateJet(Estimate(c)), order)
    case .raise(_, let c): return a.raised(to: c, order)
    case .root(_, let c):
      return a.times(a, order).plus(EstimateJet(Estimate(c)), order).applying(.sqrt, order)
    case .logSumExp(let all): return EstimateJet.logSumExp(all.map { jets[$0] }, order)
    case .share(_, let others): return a.share(among: others.map { jets[$0] }, order)
    case .intrinsic(let function, _): return a.applying(function, order)
    case .abs: return a.applying(.abs, order)
    case .sign: return a.applying(.sign, order)
    case .heaviside: return a.applying(.heaviside, order)
    case .maximum(_, let b): return (a.value - jets[b].value).sign.map { $0 > 0 ? a : jets[b] }
    case .minimum(_, let b): return (a.value - jets[b].value).sign.map { $0 < 0 ? a : jets[b] }
    case .select(let comparison, _, let b, let c, let d):
      return (a.value - jets[b].value).sign.map { jets[comparison.holds($0) ? c : d] }
    case .binary, .ratio, .exponentials: return nil
    case .activation(let place, _): return a.applying(callees[place].activation, order)
    }
  }
}

extension EstimateJet {
  func applying(_ function: Intrinsic, _ order: Int) -> EstimateJet? {
    // Where a function has no value, it has no slopes.
    function.estimate(value, order).flatMap { $0.value.error < .infinity ? chain(order, $0) : nil }
  }

  /// A function of the catalogue, whose doubles are good to some ulp.
  fileprivate func applying(_ activation: any Activation, _ order: Int) -> EstimateJet? {
    let x = value.value.rounded
    guard !ErrorKernel.isAstray(x, value.error) else { return nil }
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
