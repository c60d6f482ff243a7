import Activations

/// The registers of a program while it runs over a block of x.
///
/// They are allocated once for all blocks; what does not change from block to block is written once.
struct ProgramRun: ~Copyable {
  private let program: Program
  /// The derivatives that are carried along.
  private let partials: Partials
  private let registers: UnsafeMutablePointer<Double>
  /// 1 where the program stood on a kink, else 0, for every x of the block.
  let ties: UnsafeMutablePointer<UInt8>
  /// From which side limits are taken on a kink: −1 or 1; 0 only marks it.
  var side = 0.0
  /// The number of x in the block.
  private(set) var count = 0
  /// Whether the block is without kinks, and all its x are finite.
  private(set) var isPlain = true

  init(_ program: Program, _ partials: Partials, width: Int) {
    self.program = program
    self.partials = partials
    registers = .allocate(
      capacity: max(1, program.instructions.count) * Register.size(partials))
    ties = .allocate(capacity: Register.width)
    let width = min(width, Register.width)
    for (index, instruction) in program.instructions.enumerated() {
      let register = register(index)
      if instruction == .x {
        register.setDerivatives(1, partials, count: width)
      } else if case .constant(let value) = instruction {
        register.value.initialize(repeating: value, count: width)
        register.setDerivatives(0, partials, count: width)
        // What has no value has no slopes.
        if value.isNaN {
          for partial in partials.derivatives {
            register[partial].initialize(repeating: value, count: width)
          }
        }
      }
    }
  }

  deinit {
    registers.deallocate()
    ties.deallocate()
  }

  /// What the last instruction wrote.
  var result: Register { register(program.instructions.count - 1) }

  /// Where an instruction writes.
  func register(_ index: Int) -> Register {
    Register(value: registers + index * Register.size(partials))
  }

  /// Runs the program over at most `Register.width` values.
  mutating func evaluate(_ xs: UnsafePointer<Double>, count: Int) {
    self.count = count
    ties.initialize(repeating: 0, count: count)
    for (index, instruction) in program.instructions.enumerated() {
      apply(instruction, register(index), xs)
    }
    var (strangers, kinks): (UInt64, UInt8) = (0, 0)
    for index in 0..<count { strangers |= (xs[index] - xs[index]).signIfNaN }
    for index in 0..<count { kinks |= ties[index] }
    isPlain = strangers >> 63 == 0 && kinks == 0
  }

  private func apply(
    _ instruction: Program.Instruction, _ out: Register, _ xs: UnsafePointer<Double>
  ) {
    switch instruction {
    case .x: out.value.initialize(from: xs, count: count)
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
    case .logSumExp(let a, let b): kernel(out, a).logSumExp(register(b))
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
}
