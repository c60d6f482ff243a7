import Activations

/// A function whose values over cells can be enclosed.
package protocol EnclosedFunction: Sendable {
  /// f, f′ and f″ over the enclosed values of its argument; no derivatives beyond an order are needed.
  func enclosure(of u: Enclosure, order: Int) -> EnclosureJet
}

/// A program evaluated over cells: what holds its values and derivatives, and whether it is defined and continuous.
///
/// What it says is certain, but it may say little: a register that is met twice is taken for two that know nothing of
/// each other. The smaller the cell, the more is said. A cell costs about what ten points do.
package struct ProgramEnclosure: EnclosedFunction {
  private let program: Program
  /// The functions of the catalogue that it calls, by their places.
  private let callees: [any EnclosedFunction]
  /// What the variable that is held fixed may be; anything where nobody says it.
  var held = Interval.whole

  init(_ program: Program, callees: [any EnclosedFunction]) {
    self.program = program
    self.callees = callees
  }

  /// Whether it is the step from 0 to 1 at 0.
  var isStep: Bool {
    switch program.instructions.last {
    case .heaviside(let a), .intrinsic(.heaviside, let a): program.instructions[a] == .x
    default: false
    }
  }

  package func enclosure(of u: Enclosure, order: Int) -> EnclosureJet {
    var x = EnclosureJet(x: u.range)
    x.value = u
    var registers: [EnclosureJet] = []
    registers.reserveCapacity(program.instructions.count)
    var varies: [Bool] = []
    for instruction in program.instructions {
      let jet = evaluate(instruction, x, registers, order)
      varies.append(instruction == .x || instruction.operands.contains { varies[$0] })
      registers.append(varies.last == true ? jet : jet.held)
    }
    return registers.last ?? .unknown
  }

  private func evaluate(
    _ instruction: Program.Instruction, _ x: EnclosureJet, _ registers: [EnclosureJet],
    _ order: Int
  ) -> EnclosureJet {
    switch instruction {
    case .x: x
    case .held: EnclosureJet(Enclosure(held, .smooth), Enclosure(0), Enclosure(0))
    case .constant(let value): EnclosureJet(value)
    case .add(let a, let b): registers[a] + registers[b]
    case .subtract(let a, let b): registers[a] - registers[b]
    case .multiply(let a, let b): a == b ? registers[a].square : registers[a] * registers[b]
    case .divide(let a, let b): registers[a] / registers[b]
    case .power(let a, let b): registers[a].power(registers[b])
    case .offset(let a, let c): registers[a] + EnclosureJet(c)
    case .scale(let a, let c): registers[a].map { $0 * c }
    case .quotient(let a, let c): registers[a].map { $0 / Enclosure(c) }
    case .raise(let a, let c): registers[a].raised(to: c)
    case .root(let a, let c): registers[a].root(over: c)
    case .logSumExp(let all):
      all.dropFirst().reduce(registers[all[0]]) { $0.logSumExp(registers[$1]) }
    case .share(let a, let others):
      others.dropFirst().reduce(registers[others[0]]) { $0.logSumExp(registers[$1]) }
        .share(beside: registers[a], order)
    case .abs(let a): registers[a].applied(.abs, order)
    case .sign(let a): registers[a].applied(.sign, order)
    case .heaviside(let a): registers[a].applied(.heaviside, order)
    case .intrinsic(let intrinsic, let a): registers[a].applied(intrinsic, order)
    case .binary(.gammaincp, let a, let b): registers[b].lowerGamma(registers[a].value)
    case .binary(.atan2, let a, let b): registers[a].angle(registers[b])
    case .binary(.mod, let a, let b): registers[a].remainder(registers[b])
    case .ratio(let place, let a): registers[a].ratio(RemovableRatio.all[place].function)
    case .exponentials(let place, let a): registers[a].exponentials(program.quotients[place])
    case .maximum(let a, let b): registers[a].greater(registers[b])
    case .minimum(let a, let b):
      registers[a].map { -$0 }.greater(registers[b].map { -$0 }).map { -$0 }
    case .select(let comparison, let a, let b, let c, let d):
      EnclosureJet.select(
        comparison.decided(registers[a].value.range, registers[b].value.range),
        registers[c].defined(where: registers[a].value).defined(where: registers[b].value),
        registers[d].defined(where: registers[a].value).defined(where: registers[b].value))
    case .activation(let place, let a): registers[a].called(callees[place], order)
    }
  }
}

extension EnclosureJet {
  /// What does not change with x: wherever it is, it stays.
  fileprivate var held: EnclosureJet {
    guard value.isDefined else { return self }
    return EnclosureJet(Enclosure(value.range, .smooth), Enclosure(0), Enclosure(0))
  }

  fileprivate var square: EnclosureJet {
    chained(value.square, value * 2, Enclosure(2))
  }

  /// A function of the language.
  fileprivate func applied(_ function: Intrinsic, _ order: Int) -> EnclosureJet {
    let g = function.enclosure(value)
    guard order > 0 else { return EnclosureJet(g, .unknown, .unknown) }
    let slope = function.slope(value, g)
    return chained(g, slope, order > 1 ? function.bend(value, g, slope) : .unknown)
  }

  /// 1/(1 + e^(u − a)) of a sum of exponentials e^u.
  fileprivate func share(beside a: EnclosureJet, _ order: Int) -> EnclosureJet {
    (a - self).applied(.sigmoid, order)
  }

  /// A function of the catalogue.
  fileprivate func called(_ function: any EnclosedFunction, _ order: Int) -> EnclosureJet {
    let g = function.enclosure(of: value, order: order)
    return chained(
      g.value.capped(value.decoration), g.first.capped(value.decoration),
      g.second.capped(value.decoration))
  }

  fileprivate func raised(to c: Double) -> EnclosureJet {
    chained(
      value.raised(to: c), value.raised(to: c - 1) * c, value.raised(to: c - 2) * (c * (c - 1)))
  }

  /// u^v, whose logarithm is v·ln u.
  fileprivate func power(_ v: EnclosureJet) -> EnclosureJet {
    if v.value.range.isPoint, v.first.range.isZero, v.second.range.isZero {
      return raised(to: v.value.range.low)
    }
    let power = value.raised(to: v.value)
    let logarithm = Intrinsic.log.enclosure(value)
    let rate = first / value
    let slope = v.first * logarithm + v.value * rate
    let bend =
      v.second * logarithm + v.first * rate * 2 + v.value * (second / value - rate.square)
    return EnclosureJet(power, power * slope, power * (slope.square + bend))
  }

  /// The greater of two.
  fileprivate func greater(_ other: EnclosureJet) -> EnclosureJet {
    let (a, b) = (defined(where: other.value), other.defined(where: value))
    if a.value.range.low > b.value.range.high { return a }
    if b.value.range.low > a.value.range.high { return b }
    var greater = a.hull(b)
    greater.value = a.value.capped(.continuous).with(
      b.value,
      a.value.range.isEmpty || b.value.range.isEmpty
        ? .empty
        : Interval(
          Swift.max(a.value.range.low, b.value.range.low),
          Swift.max(a.value.range.high, b.value.range.high)))
    return greater
  }

  /// One of two by a comparison; either where it is not decided.
  fileprivate static func select(_ isTrue: Bool?, _ c: EnclosureJet, _ d: EnclosureJet)
    -> EnclosureJet
  {
    isTrue.map { $0 ? c : d } ?? c.hull(d)
  }
}

extension Expression.Comparison {
  /// Whether it holds of all numbers of two intervals, or of none; nil where it may hold of some, or the two may be
  /// equal, as at a tie the mean of both sides counts.
  fileprivate func decided(_ a: Interval, _ b: Interval) -> Bool? {
    if a.isEmpty || b.isEmpty { return true }
    if a.high < b.low { return holds(-1) }
    if a.low > b.high { return holds(1) }
    let isEquality = self == .equal || self == .unequal
    return isEquality && a.isPoint && a == b ? holds(0) : nil
  }
}
