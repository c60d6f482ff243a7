import Activations

/// The registers of a program while it runs over a block of x.
///
/// They are allocated once for all blocks; what does not change from block to block is written once.
struct ProgramRun: ~Copyable {
  private let program: Program
  /// How many derivatives are carried along.
  private let order: Int
  private let registers: UnsafeMutablePointer<Double>
  /// 1 where the program stood on a kink, else 0, for every x of the block.
  let ties: UnsafeMutablePointer<UInt8>
  /// From which side limits are taken on a kink: −1 or 1; 0 only marks it.
  var side = 0.0
  /// The number of x in the block.
  private(set) var count = 0
  /// Whether the block is without kinks, and all its x are finite.
  private(set) var isPlain = true

  init(_ program: Program, order: Int, width: Int) {
    self.program = program
    self.order = order
    registers = .allocate(
      capacity: max(1, program.instructions.count) * Register.size(order: order))
    ties = .allocate(capacity: Register.width)
    let width = min(width, Register.width)
    for (index, instruction) in program.instructions.enumerated() {
      let register = register(index)
      if instruction == .x {
        register.setDerivatives(1, 0, count: width, order: order)
      } else if case .constant(let value) = instruction {
        register.value.initialize(repeating: value, count: width)
        register.setDerivatives(0, 0, count: width, order: order)
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
    Register(value: registers + index * Register.size(order: order))
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
    case .intrinsic(let intrinsic, let a): kernel(out, a).curve(intrinsic.curve)
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
    case .activation(let place, let a): kernel(out, a).activation(program.activations[place])
    }
  }

  /// What runs an instruction whose first operand is `a`.
  private func kernel(_ out: Register, _ a: Int) -> Kernel {
    Kernel(
      count: count, order: order, side: side, ties: ties, out: out, a: register(a),
      isOfX: program.instructions[a] == .x)
  }
}

/// Where an instruction's values and derivatives lie, one for each x of the block.
///
/// The columns lie at a fixed distance, by which the compiler sees that they do not overlap.
struct Register {
  /// The number of values in a block: few enough that the registers stay in the cache.
  static let width = 128

  let value: UnsafeMutablePointer<Double>
  @inline(__always) var first: UnsafeMutablePointer<Double> { value + Self.width }
  @inline(__always) var second: UnsafeMutablePointer<Double> { value + 2 * Self.width }

  /// The doubles that a register takes.
  static func size(order: Int) -> Int { (order + 1) * width }

  @inline(__always)
  func jet(_ index: Int) -> Jet { Jet(value[index], first[index], second[index]) }

  /// Writes the same derivatives for every x.
  func setDerivatives(_ slope: Double, _ bend: Double, count: Int, order: Int) {
    if order > 0 { first.initialize(repeating: slope, count: count) }
    if order > 1 { second.initialize(repeating: bend, count: count) }
  }
}

/// a·b, where an exact 0 outweighs a factor that has overflowed.
@inline(__always)
func product(_ a: Double, _ b: Double) -> Double {
  let product = a * b
  let settled = a == 0 ? 0 : b == 0 ? 0 : product
  return product == product ? product : settled
}

extension Double {
  /// The sign bit set where it is NaN; bits, for loops without branches.
  @inline(__always)
  var signIfNaN: UInt64 { Double.infinity.bitPattern &- magnitude.bitPattern }

  /// The sign bit set where it is 0.
  @inline(__always)
  var signIfZero: UInt64 { magnitude.bitPattern &- 1 }
}
