import Activations

// Where a program may be steep, or narrow.

extension KinkSearch {
  /// Where an operation that is not straight is at its centre, or has a pole: it may be steep there.
  var landmarks: [Double] {
    let lines = affine()
    var landmarks: Set<Double> = [0]
    for instruction in program.instructions {
      if landmarks.count >= 64 { break }
      for (register, centres) in steepest(instruction) {
        guard let line = lines[register], line.slope != 0 else { continue }
        for centre in centres where landmarks.count < 64 {
          let x = (centre - line.offset) / line.slope
          if x.isFinite { landmarks.insert(x) }
        }
      }
    }
    return landmarks.sorted()
  }

  /// The registers that an operation is not straight in, and at which of their values it may be steep.
  private func steepest(_ instruction: Program.Instruction) -> [(register: Int, centres: [Double])]
  {
    switch instruction {
    case .activation(let place, let u): [(u, program.callees[place].activation.landmarks)]
    case .divide(_, let v): [(v, [0])]
    case .abs(let u), .raise(let u, _), .root(let u, _), .power(let u, _), .intrinsic(_, let u),
      .ratio(_, let u), .exponentials(_, let u):
      [(u, [0])]
    case .binary(_, let u, let v): [(u, [0]), (v, [0])]
    case .x, .held, .constant, .add, .subtract, .multiply, .offset, .scale, .quotient, .logSumExp,
      .share,
      .sign,
      .heaviside, .maximum, .minimum, .select:
      []
    }
  }

  /// Where what an operation that is not straight works on turns: there lies the spike of
  /// exp(−(x² − 80x + 1600)/c), of whatever width.
  ///
  /// Sought on the grid of the kinks; at most 16, those nearest to 0.
  var turningPoints: [Double] {
    let lines = affine()
    let registers = Set(program.instructions.flatMap(Self.bent)).filter { lines[$0] == nil }
      .sorted()
    var points = Set<Double>()
    for register in registers.prefix(4) {
      let signs = slopes(of: register, at: Self.grid).map(Self.sign)
      let turns = signs.indices.dropLast().filter {
        signs[$0] != nil && signs[$0 + 1] != nil && signs[$0] != 0 && signs[$0] != signs[$0 + 1]
      }
      for index in turns.sorted(by: {
        Self.grid[$0].magnitude < Self.grid[$1].magnitude
      }).prefix(16) {
        points.insert(turn(of: register, Self.grid[index], Self.grid[index + 1], signs[index]))
      }
    }
    return Array(points.sorted { $0.magnitude < $1.magnitude }.prefix(16))
  }

  /// The registers that an operation bends.
  private static func bent(_ instruction: Program.Instruction) -> [Int] {
    switch instruction {
    case .intrinsic(_, let u), .raise(let u, _), .power(let u, _): [u]
    case .divide(_, let v): [v]
    case .binary(_, let u, let v): [u, v]
    case .x, .held, .constant, .add, .subtract, .multiply, .offset, .scale, .quotient, .root,
      .logSumExp, .share,
      .abs, .sign, .heaviside, .ratio, .exponentials, .maximum, .minimum, .select, .activation:
      []
    }
  }

  /// Where the slope of a register leaves the sign that it has at the lower end.
  private func turn(of register: Int, _ low: Double, _ high: Double, _ sign: Int?) -> Double {
    Bisection.signChange(between: low, and: high) { x in
      Self.sign(slopes(of: register, at: [x])[0]) == sign ? -1 : 1
    }.upperBound
  }

  private func slopes(of register: Int, at xs: [Double]) -> [Double] {
    var slopes: [Double] = []
    program.run(over: xs, .upTo(1)) { run, _ in
      slopes += UnsafeBufferPointer(start: run.register(register)[.x], count: run.count)
    }
    return slopes
  }
}
