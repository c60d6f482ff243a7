/// The slots of a program while it runs over a block of x.
struct ProgramRun: ~Copyable {
  private let program: Program
  private let derivatives: Bool
  private let width: Int
  private let slots: UnsafeMutablePointer<Double>
  /// Whether the program stood on a kink, for every x of the block.
  let ties: UnsafeMutablePointer<Bool>
  /// From which side limits are taken on a kink: −1 or 1; 0 only marks it.
  var side = 0.0
  /// The number of x in the block.
  private(set) var count = 0

  init(_ program: Program, derivatives: Bool, width: Int) {
    self.program = program
    self.derivatives = derivatives
    self.width = max(1, width)
    let size = program.instructions.count * self.width * (derivatives ? 3 : 1)
    slots = .allocate(capacity: max(1, size))
    slots.initialize(repeating: 0, count: max(1, size))
    ties = .allocate(capacity: self.width)
    ties.initialize(repeating: false, count: self.width)
    let stride = self.width * (derivatives ? 3 : 1)
    last = Slot(value: slots + (program.instructions.count - 1) * stride, width: self.width)
    for (index, instruction) in program.instructions.enumerated() {
      let slot = slot(index)
      switch instruction.operation {
      case .x where derivatives: slot.first.update(repeating: 1, count: self.width)
      case .constant(let value): slot.value.update(repeating: value, count: self.width)
      default: break
      }
    }
  }

  deinit {
    slots.deallocate()
    ties.deallocate()
  }

  /// The values of the last slot.
  var result: UnsafeMutablePointer<Double> { last.value }

  private let last: Slot

  /// The result at one x of the block; NaN throughout at NaN.
  @inline(__always)
  func jet(_ index: Int, at x: Double) -> Jet {
    guard !x.isNaN else { return Jet(x, x, x) }
    let slot = self.last
    return derivatives
      ? Jet(slot.value[index], slot.first[index], slot.second[index])
      : Jet(slot.value[index], .nan, .nan)
  }

  /// The value of any instruction at one x of the block.
  func value(of instruction: Int, _ index: Int) -> Double { slot(instruction).value[index] }

  /// Its slope there.
  func slope(of instruction: Int, _ index: Int) -> Double { slot(instruction).first[index] }

  /// Runs the program over at most `width` values.
  mutating func evaluate(_ xs: ArraySlice<Double>) {
    count = min(width, xs.count)
    ties.update(repeating: false, count: count)
    for (index, instruction) in program.instructions.enumerated() {
      let out = slot(index)
      switch instruction.operation {
      case .x:
        for (place, x) in xs.prefix(count).enumerated() { out.value[place] = x }
      case .constant: break
      default: apply(instruction, out)
      }
    }
  }

  private func slot(_ index: Int) -> Slot {
    Slot(value: slots + index * width * (derivatives ? 3 : 1), width: width)
  }

  private func apply(_ instruction: Program.Instruction, _ out: Slot) {
    let kernel = Kernel(
      count: count, derivatives: derivatives, side: side, ties: ties, out: out,
      a: slot(instruction.a))
    switch instruction.operation {
    case .x, .constant: break
    case .add: kernel.add(slot(instruction.b))
    case .subtract: kernel.subtract(slot(instruction.b))
    case .multiply: kernel.multiply(slot(instruction.b))
    case .divide: kernel.divide(slot(instruction.b))
    case .power: kernel.power(slot(instruction.b))
    case .offset(let c):
      kernel.linear {
        $0 + c
      } slope: {
        $0
      }
    case .scale(let c):
      kernel.linear {
        product(c, $0)
      } slope: {
        product(c, $0)
      }
    case .quotient(let c):
      kernel.linear {
        $0 / c
      } slope: {
        $0 / c
      }
    case .raise(let c): kernel.raise(to: c)
    case .root(let c): kernel.root(c)
    case .logSumExp: kernel.logSumExp(slot(instruction.b))
    case .intrinsic(let index): kernel.unary(Intrinsic.all[index])
    case .ratio(let index):
      let ratio = RemovableRatio.all[index]
      kernel.chain(ratio.value, slopes: ratio.slopes)
    case .exponentials(let index): kernel.quotient(program.quotients[index])
    case .abs: kernel.abs()
    case .sign: kernel.step(low: -1)
    case .heaviside: kernel.step(low: 0)
    case .maximum: kernel.extremum(slot(instruction.b), sign: 1)
    case .minimum: kernel.extremum(slot(instruction.b), sign: -1)
    case .select(let comparison):
      kernel.select(
        comparison, slot(instruction.b), slot(instruction.c), otherwise: slot(instruction.d))
    case .activation(let index): kernel.activation(program.activations[index])
    }
  }
}

/// Where an instruction's values and derivatives lie, one for each x of the block.
struct Slot {
  let value: UnsafeMutablePointer<Double>
  let width: Int
  var first: UnsafeMutablePointer<Double> { value + width }
  var second: UnsafeMutablePointer<Double> { value + 2 * width }

  @inline(__always)
  func jet(_ index: Int) -> Jet { Jet(value[index], first[index], second[index]) }

  @inline(__always)
  func store(_ jet: Jet, _ index: Int) {
    value[index] = jet.value
    first[index] = jet.first
    second[index] = jet.second
  }
}

/// a·b, where an exact 0 outweighs a factor that has overflowed.
@inline(__always)
func product(_ a: Double, _ b: Double) -> Double {
  let product = a * b
  return product == product ? product : (a == 0 || b == 0 ? 0 : product)
}
