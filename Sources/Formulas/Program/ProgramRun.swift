import Activations

/// The registers of a program while it runs over a block of x.
///
/// They are allocated once for all blocks; what does not change from block to block is written once.
struct ProgramRun: ~Copyable {
  private let program: Program
  /// The derivatives that are carried along.
  private let partials: Partials
  private let registers: UnsafeMutablePointer<Double>
  /// Bounds on the errors of the registers, laid out as they are; nil where nobody asks.
  private let errors: UnsafeMutablePointer<Double>?
  /// 1 where the program stood on a kink, else 0, for every x of the block.
  let ties: UnsafeMutablePointer<UInt8>
  /// From which side limits are taken on a kink: −1 or 1; 0 only marks it.
  var side = 0.0
  /// The number of x in the block.
  private(set) var count = 0
  /// Whether the block is without kinks, and all its x are finite.
  private(set) var isPlain = true

  init(_ program: Program, _ partials: Partials, width: Int, bounding: Bool = false) {
    self.program = program
    self.partials = partials
    let size = max(1, program.instructions.count) * Register.size(partials)
    registers = .allocate(capacity: size)
    errors = bounding ? .allocate(capacity: size) : nil
    errors?.initialize(repeating: 0, count: size)
    ties = .allocate(capacity: Register.width)
    let width = min(width, Register.width)
    for (index, instruction) in program.instructions.enumerated() {
      let register = register(index)
      if instruction == .x {
        register.setDerivatives(1, partials, count: width)
      } else if case .held = instruction {
        register.setDerivatives(0, partials, count: width)
      } else if case .constant(let value) = instruction {
        register.value.initialize(repeating: value, count: width)
        register.setDerivatives(0, partials, count: width)
        // What has no value has no slopes.
        if value.isNaN {
          for partial in partials.derivatives {
            register[partial].initialize(repeating: value, count: width)
          }
        }
        error(index)?.value.initialize(
          repeating: program.rounding(of: value), count: width)
      }
    }
  }

  deinit {
    registers.deallocate()
    errors?.deallocate()
    ties.deallocate()
  }

  /// What the last instruction wrote.
  var result: Register { register(program.instructions.count - 1) }

  /// Where an instruction writes.
  func register(_ index: Int) -> Register {
    Register(value: registers + index * Register.size(partials))
  }

  /// Where several instructions write.
  private func registers(at places: [Int]) -> [Register] {
    var all: [Register] = []
    for place in places { all.append(register(place)) }
    return all
  }

  /// Where several instructions write, with the bounds on their errors.
  private func boundedRegisters(at places: [Int]) -> [BoundedRegister] {
    var all: [BoundedRegister] = []
    for place in places {
      guard let error = error(place) else { continue }
      all.append(BoundedRegister(value: register(place), error: error))
    }
    return all
  }

  /// Where the bounds on an instruction's errors stand.
  private func error(_ index: Int) -> Register? {
    errors.map { Register(value: $0 + index * Register.size(partials)) }
  }

  /// Runs the program over at most `Register.width` values, and as many of the variable that is held fixed, if there is one.
  mutating func evaluate(
    _ xs: UnsafePointer<Double>, held: UnsafePointer<Double>? = nil, count: Int
  ) {
    self.count = count
    ties.initialize(repeating: 0, count: count)
    for (index, instruction) in program.instructions.enumerated() {
      apply(instruction, register(index), xs, held)
      if errors != nil { bound(instruction, index) }
    }
    var (strangers, kinks): (UInt64, UInt8) = (0, 0)
    for index in 0..<count { strangers |= (xs[index] - xs[index]).signIfNaN }
    if let held { for index in 0..<count { strangers |= (held[index] - held[index]).signIfNaN } }
    for index in 0..<count { kinks |= ties[index] }
    isPlain = strangers >> 63 == 0 && kinks == 0
  }

  private func apply(
    _ instruction: Program.Instruction, _ out: Register, _ xs: UnsafePointer<Double>,
    _ held: UnsafePointer<Double>?
  ) {
    switch instruction {
    case .x: out.value.initialize(from: xs, count: count)
    case .held: if let held { out.value.initialize(from: held, count: count) }
    // It was written when the run began.
    case .constant: break
    case .add(let a, let b): kernel(out, a).add(register(b))
    case .subtract(let a, let b): kernel(out, a).subtract(register(b))
    case .multiply(let a, let b): kernel(out, a).multiply(register(b))
    case .divide(let a, let b): kernel(out, a).divide(register(b))
    case .power(let a, let b): kernel(out, a).power(register(b))
    case .offset(let a, let c): kernel(out, a).offset(c)
    case .scale(let a, let c): kernel(out, a).scale(c)
    case .quotient(let a, let c): kernel(out, a).quotient(c)
    case .raise(let a, let c): kernel(out, a).raise(to: c)
    case .root(let a, let c): kernel(out, a).root(c)
    case .logSumExp(let all): kernel(out, all[0]).logSumExp(registers(at: all))
    case .share(let a, let others): kernel(out, a).share(registers(at: others))
    case .intrinsic(let intrinsic, let a):
      if let stair = intrinsic.stair {
        kernel(out, a).stairs(stair)
      } else {
        kernel(out, a).curve(intrinsic.curve)
      }
    case .binary(let function, let a, let b):
      kernel(out, a).binary(function, register(b), isOfX: program.instructions[b] == .x)
    case .ratio(let place, let a): kernel(out, a).ratio(RemovableRatio.all[place])
    case .exponentials(let place, let a): kernel(out, a).exponentials(program.quotients[place])
    case .abs(let a): kernel(out, a).abs()
    case .sign(let a): kernel(out, a).step(low: -1)
    case .heaviside(let a): kernel(out, a).step(low: 0)
    case .maximum(let a, let b): kernel(out, a).extremum(register(b), sign: 1)
    case .minimum(let a, let b): kernel(out, a).extremum(register(b), sign: -1)
    case .select(let comparison, let a, let b, let c, let d):
      kernel(out, a).select(comparison, register(b), register(c), otherwise: register(d))
    case .activation(let place, let a):
      kernel(out, a).activation(program.callees[place].activation)
    }
  }

  /// What runs an instruction whose first operand is `a`.
  private func kernel(_ out: Register, _ a: Int) -> Kernel {
    Kernel(
      count: count, partials: partials, side: side, ties: ties, out: out, a: register(a),
      isOfX: program.instructions[a] == .x)
  }

  /// The derivatives of the result that may have lost digits at a place: more than so many times a few roundings, or all.
  func doubts(_ i: Int, _ slack: Double) -> Partials {
    guard let errors = error(program.instructions.count - 1) else { return partials }
    return partials.filter { partial in
      // A 0 may have underflowed, which no picture shows.
      let least = slack > 1 ? slack * .leastNonzeroMagnitude : 0
      let bound =
        slack * Self.tolerance(partial) * unitRoundoff * result[partial][i].magnitude + least
      return !(errors[partial][i] <= bound && bound < .infinity)
    }
  }

  /// The roundings that a value and its derivatives may have lost without being done again.
  private static func tolerance(_ partial: Partial) -> Double { 6 + 2 * Double(partial.order) }

  /// Bounds the errors of an instruction that was run.
  private func bound(_ instruction: Program.Instruction, _ index: Int) {
    func bounded(_ index: Int) -> BoundedRegister? {
      error(index).map { BoundedRegister(value: register(index), error: $0) }
    }
    guard let out = bounded(index), let first = instruction.operands.first,
      let a = bounded(first)
    else { return }
    let kernel = ErrorKernel(count: count, partials: partials, out: out, a: a)
    func other(_ place: Int) -> BoundedRegister { bounded(place) ?? a }
    switch instruction {
    case .x, .held, .constant: break
    case .add(_, let b): kernel.sum(other(b), sign: 1)
    case .subtract(_, let b): kernel.sum(other(b), sign: -1)
    case .multiply(_, let b): kernel.multiply(other(b))
    case .divide(_, let b): kernel.divide(other(b))
    case .power(_, let b): kernel.power(other(b))
    case .offset(_, let c): kernel.offset(c, rounding: program.rounding(of: c))
    case .scale(_, let c): kernel.scale(c, share: program.rounding(of: c) / c.magnitude)
    case .quotient(_, let c): kernel.scale(1 / c, share: program.rounding(of: c) / c.magnitude)
    case .raise(_, let c): kernel.raise(to: c, rounding: program.rounding(of: c))
    case .root(_, let c): kernel.root(c)
    case .logSumExp(let all): kernel.logSumExp(boundedRegisters(at: all))
    case .share(_, let others): kernel.share(boundedRegisters(at: others))
    case .intrinsic(let intrinsic, _):
      if let stair = intrinsic.stair { return kernel.stairs(stair) }
      kernel.curve(lost: intrinsic.roundings) { intrinsic.steepness($0, $1) }
    case .binary(let function, _, let b): kernel.binary(function, other(b))
    case .ratio(let place, _): kernel.ratio(RemovableRatio.all[place])
    case .exponentials(let place, _): kernel.exponentials(program.quotients[place])
    case .abs: kernel.abs()
    case .sign, .heaviside: kernel.step()
    case .maximum(_, let b): kernel.extremum(other(b), sign: 1)
    case .minimum(_, let b): kernel.extremum(other(b), sign: -1)
    case .select(let comparison, _, let b, let c, let d):
      kernel.select(comparison, other(b), other(c), otherwise: other(d))
    case .activation(let place, _): kernel.activation(program.callees[place].activation)
    }
  }
}
