import Activations

/// Builds a program: instructions are rewritten by rules, constants folded, equal parts computed once.
struct ProgramBuilder {
  private(set) var program = Program()
  /// The rules that fired, each once, the outer one of two before the inner.
  private(set) var fired: [Rewrite] = []
  private let rules: [Rewrite]
  private var known: [Program.Instruction: Int] = [:]
  /// What is being rewritten: where a rule comes back to it, it stands as it is.
  private var pending: Set<Program.Instruction> = []

  /// What becomes of numbers that do not change with x.
  enum Constants {
    /// They are doubles, rounded.
    case rounded
    /// They are doubles where they are without error, and else computed as the rest is.
    case exact
    /// They are computed as the rest is.
    case kept
  }
  /// Whether functions of the catalogue are written out as they are defined.
  var writesOut = false
  /// Whether what is continuous is to be seen so, register by register, and need not tell where exactly pieces meet.
  var isForCells = false
  /// Whether derivatives are those of textbooks, and not those that keep digits.
  private(set) var isTextbook = false
  /// The variable along which a function of x and y runs; nil for a function of x alone.
  var axis: Axis?
  /// With respect to what slopes are: x, or what is held fixed at a place.
  var slopeVariable = Program.Instruction.x
  /// The names that have no value and are arguments, held fixed, in their order.
  var arguments: [String] = []
  /// The registers of gates that are stated by their densities: of which argument, and the density's register.
  var gates: [Int: (argument: Int, density: Int)] = [:]

  let constants: Constants

  init(_ rules: [Rewrite]) { (self.rules, constants) = (rules, .rounded) }

  /// Builds programs in which no constant is rounded.
  private init(_ rules: [Rewrite], _ constants: Constants) {
    (self.rules, self.constants) = (rules, constants)
  }

  /// Builds plain programs, which say what the formula does: nothing is rewritten but by identities, and nothing rounded.
  init() { self.init(Rewrite.identities, .kept) }

  /// Builds programs for more digits than doubles have: rewritten, with functions of the catalogue written out.
  static var precise: ProgramBuilder {
    var builder = ProgramBuilder(Rewrite.exact, .exact)
    builder.writesOut = true
    return builder
  }

  /// Builds programs that are written out as code.
  static var code: ProgramBuilder {
    var builder = ProgramBuilder(Rewrite.code, .exact)
    builder.writesOut = true
    return builder
  }

  /// Builds programs that are read: as textbooks write formulas and their derivatives, whatever digits they would cost.
  static var textbook: ProgramBuilder {
    var builder = ProgramBuilder(Rewrite.textbook, .exact)
    (builder.writesOut, builder.isTextbook) = (true, true)
    return builder
  }

  /// What a register holds.
  subscript(register: Int) -> Program.Instruction { program.instructions[register] }

  /// The value of a register that does not change with x.
  func constant(_ register: Int) -> Double? {
    if case .constant(let value) = self[register] { value } else { nil }
  }

  /// The value of a register that does not change with x, as programs compute it; else NaN.
  func value(of register: Int) -> Double {
    if let constant = constant(register) { return constant }
    let part = program(of: register)
    return part.instructions.contains(where: \.isVariable) ? .nan : part.values([0])[0]
  }

  /// The register of a number.
  mutating func constant(_ value: Double) -> Int { emit(.constant(value)) }

  /// The register of an instruction: one that has it already, what a rule makes of it, or a new one.
  mutating func emit(_ instruction: Program.Instruction) -> Int {
    if let register = known[instruction] { return register }
    let register = rewritten(instruction) ?? place(instruction)
    known[instruction] = register
    return register
  }

  private mutating func rewritten(_ instruction: Program.Instruction) -> Int? {
    guard pending.insert(instruction).inserted else { return nil }
    defer { pending.remove(instruction) }
    for rule in rules {
      let place = fired.count
      guard let register = rule.replace(&self, instruction) else { continue }
      if !fired.contains(where: { $0.name == rule.name }) { fired.insert(rule, at: place) }
      return register
    }
    return nil
  }

  /// Appends an instruction, or its value if it does not change with x.
  private mutating func place(_ instruction: Program.Instruction) -> Int {
    let operands = instruction.operands
    if !operands.isEmpty, operands.allSatisfy({ constant($0) != nil }) {
      switch constants {
      case .rounded:
        let isOfExact = operands.allSatisfy { program.rounding(of: constant($0) ?? 0) == 0 }
        let value = folded(instruction)
        guard !isOfExact || !isMistakable(value, instruction) else { break }
        return rounded(value, from: isOfExact ? exactlyFolded(instruction) : nil)
      case .exact: if let value = exactlyFolded(instruction) { return constant(value) }
      case .kept: break
      }
    }
    program.instructions.append(instruction)
    return program.instructions.count - 1
  }

  /// The register of a number that is what it stands for only if it is the exact one.
  mutating func rounded(_ value: Double, from exact: Double? = nil) -> Int {
    if value != exact { program.rounded.insert(value.magnitude) }
    return constant(value)
  }

  /// The value of an instruction whose operands are all constants.
  private func folded(_ instruction: Program.Instruction) -> Double {
    var single = Program()
    single.callees = program.callees
    single.quotients = program.quotients
    let moved = instruction.mapOperands { operand in
      single.instructions.append(program.instructions[operand])
      return single.instructions.count - 1
    }
    single.instructions.append(moved)
    return single.evaluate([0])[0].value
  }

  /// Whether what an instruction of constants is rounded to would be taken for exact by the rules: erf(7) is no 1, 2^−1100 no 0.
  ///
  /// It is then computed as the rest is, with a bound on its error.
  private func isMistakable(_ value: Double, _ instruction: Program.Instruction) -> Bool {
    let operands = instruction.operands.map { constant($0) ?? .nan }
    guard operands.allSatisfy({ $0.isFinite && $0 != 0 }) else { return false }
    let isExtreme = value == 0 || value.isInfinite
    return switch instruction {
    case .intrinsic(let function, _):
      function.isIrrationalBeside0 && [0, 0.5, 1, 2, .infinity].contains(value.magnitude)
    // What is a line there has such slopes, and is exact.
    case .activation(let place, _):
      [0, 0.5, 1, 2].contains(value.magnitude)
        && ![0, 0.25, 0.5, 1, 2].contains(
          program.callees[place].activation.jet(at: operands[0]).first.magnitude)
    case .scale(_, let c), .quotient(_, let c): c != 0 && c.isFinite && isExtreme
    case .multiply, .divide, .power, .raise: isExtreme
    case .x, .held, .constant, .add, .subtract, .offset, .root, .logSumExp, .share, .abs, .sign,
      .heaviside, .binary, .ratio, .exponentials, .maximum, .minimum, .select:
      false
    }
  }

  /// The value of arithmetic whose operands are all constants, where it is a double.
  private func exactlyFolded(_ instruction: Program.Instruction) -> Double? {
    let values = instruction.operands.map { Pair(constant($0) ?? .nan) }
    let result: Pair
    switch instruction {
    case .add: result = values[0] + values[1]
    case .subtract: result = values[0] - values[1]
    case .multiply: result = values[0] * values[1]
    case .divide: result = values[0] / values[1]
    case .offset(_, let c): result = values[0] + Pair(c)
    case .scale(_, let c): result = values[0] * Pair(c)
    case .quotient(_, let c): result = values[0] / Pair(c)
    case .raise(_, 2): result = values[0] * values[0]
    case .x, .held, .constant, .power, .raise, .root, .logSumExp, .share, .abs, .sign, .heaviside,
      .intrinsic,
      .binary, .ratio, .exponentials, .maximum, .minimum, .select, .activation:
      return nil
    }
    return result.low == 0 && result.high.isFinite && result.high.magnitude > 0x1p-900
      ? result.high : nil
  }

  /// The register of a function of the catalogue.
  mutating func emit(_ callee: Program.Callee, of register: Int) -> Int {
    program.callees.append(callee)
    return emit(.activation(place: program.callees.count - 1, register))
  }

  /// The register of a quotient of sums of exponentials.
  mutating func emit(_ quotient: ExponentialQuotient, of register: Int) -> Int {
    let known = program.quotients.firstIndex(of: quotient)
    if known == nil { program.quotients.append(quotient) }
    return emit(.exponentials(place: known ?? program.quotients.count - 1, register))
  }

  /// The program whose result is a register, without what that does not need.
  func program(of result: Int) -> Program {
    var isNeeded = Array(repeating: false, count: program.instructions.count)
    isNeeded[result] = true
    for index in program.instructions.indices.reversed() where isNeeded[index] {
      for operand in self[index].operands { isNeeded[operand] = true }
    }
    var places = Array(repeating: 0, count: program.instructions.count)
    var kept = program
    kept.instructions = []
    for (index, instruction) in program.instructions.enumerated() where isNeeded[index] {
      places[index] = kept.instructions.count
      kept.instructions.append(instruction.mapOperands { places[$0] })
    }
    kept.idioms = fired.filter(\.isIdiom).map(\.name)
    return kept
  }
}
