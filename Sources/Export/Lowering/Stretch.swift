import Activations
import Formulas

/// A stretch of the x-axis, with points in it at which a program is looked at before it becomes code.
struct Stretch {
  let low: Double
  let high: Double
  let samples: [Double]

  init(_ low: Double, _ high: Double, _ points: [Double]) {
    (self.low, self.high) = (low, high)
    // What rounding makes of the numbers beside an end is no sign of what the program does.
    func isFar(_ x: Double, _ end: Double) -> Bool {
      end.isInfinite || (x - end).magnitude > 0x1p-18 * end.magnitude
    }
    samples = points.filter { low < $0 && $0 < high && isFar($0, low) && isFar($0, high) }
  }
}

/// What the registers of a program do over a stretch: seen at its points, so that what is made of it is measured afterwards.
struct Survey {
  let program: Program
  let stretch: Stretch
  /// The numbers that do not change with x.
  let constants: [Pair?]
  /// The gates of gennorm that it calls, by their shapes.
  let gates: [Double: GammaGate]
  /// Whether it is along lines through a function of two variables.
  let isSliced: Bool
  /// Whether kinks that move with the program's arguments are looked at as places of their own.
  private let hasPlaces: Bool
  /// The program with each set of its arguments' values.
  private let settings: [Program]
  private let arguments: [[Double]]
  private var spans: [Int: ClosedRange<Double>] = [:]

  init(
    _ program: Program, _ stretch: Stretch, constants: [Pair?], gates: [Double: GammaGate],
    arguments: [[Double]], isSliced: Bool, places: Bool
  ) {
    (self.program, self.stretch, self.constants) = (program, stretch, constants)
    (self.gates, self.isSliced, hasPlaces) = (gates, isSliced, places)
    settings = arguments.map(program.setting)
    self.arguments = arguments
  }

  /// The values of a register at all points, with all sets of arguments.
  private func values(_ register: Int) -> [Double] {
    settings.flatMap { $0.values(of: register, at: stretch.samples) }
  }

  /// Between which numbers a register lies.
  mutating func span(_ register: Int) -> ClosedRange<Double> {
    if let span = spans[register] { return span }
    let values = values(register).filter { !$0.isNaN }
    let span = (values.min() ?? -.infinity)...(values.max() ?? .infinity)
    spans[register] = span
    return span
  }

  /// Between which numbers a step of code lies; nil where it is none somewhere.
  func span(_ step: Int, in code: Code) -> ClosedRange<Double>? {
    let values = arguments.flatMap { code.values(of: step, at: stretch.samples, $0) }
    guard let least = values.min(), let most = values.max(), !values.contains(where: \.isNaN)
    else { return nil }
    return least...most
  }

  /// Whether a register leaves ±end somewhere on the stretch, at numbers of all sizes up to the type's greatest, measured or not.
  func leaves(_ register: Int, _ end: Double, _ type: FloatType) -> Bool {
    let greatest = type.greatestFiniteMagnitude
    let sizes = (0..<Int(greatest.exponent)).map {
      Double(sign: .plus, exponent: $0, significand: 1)
    }
    let points = (sizes + [greatest]).flatMap { [$0, -$0] }
      .filter { stretch.low < $0 && $0 < stretch.high }
    return settings.contains { program in
      program.values(of: register, at: points).contains { !($0.magnitude <= end) }
    }
  }

  /// −1 or 1 where a register has that sign or is 0, nil where it has both.
  mutating func sign(_ register: Int) -> Int? {
    let span = span(register)
    return span.upperBound <= 0 ? -1 : span.lowerBound >= 0 ? 1 : nil
  }

  /// Whether the first of the arguments stands in a register.
  func isHeld(_ register: Int) -> Bool {
    let instruction = program.instructions[register]
    return instruction == .held(0) || instruction.operands.contains(where: isHeld)
  }

  /// Whether a parameter that is an argument stands in a register, and no place that moves with it is looked at.
  func isMoved(_ register: Int) -> Bool {
    let instruction = program.instructions[register]
    if case .held = instruction { return !hasPlaces && !isSliced }
    return instruction.operands.contains(where: isMoved)
  }

  /// The operand that a maximum or minimum is all over the stretch; nil where that is now one and now the other, and for all else.
  func extremum(_ instruction: Program.Instruction) -> Int? {
    if case .maximum(let a, let b) = instruction {
      return decided(.greater, a, b).map { $0 ? a : b }
    }
    if case .minimum(let a, let b) = instruction {
      return decided(.less, a, b).map { $0 ? a : b }
    }
    return nil
  }

  /// What a comparison comes to everywhere; nil where that differs.
  func decided(_ comparison: Expression.Comparison, _ a: Int, _ b: Int) -> Bool? {
    let results = Set(zip(values(a), values(b)).map { comparison.holds($0, $1) })
    return results.count == 1 ? results.first : nil
  }
}
