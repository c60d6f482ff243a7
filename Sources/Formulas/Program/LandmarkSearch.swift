import Activations

// Where a program may be steep, or narrow.

extension KinkSearch {
  /// Where an operation that is not straight is at its centre, or has a pole: it may be steep there.
  var landmarks: [Double] {
    let lines = affine()
    var landmarks: Set<Double> = [0]
    for instruction in program.instructions {
      if landmarks.count >= 64 { break }
      var centres = [0.0]
      var register = instruction.a
      switch instruction.operation {
      case .activation(let index): centres = program.activations[index].landmarks
      case .divide: register = instruction.b
      case .abs, .raise, .root, .power: break
      case let operation where operation.isCurve: break
      default: continue
      }
      guard let line = lines[register], line.slope != 0 else { continue }
      for centre in centres where landmarks.count < 64 {
        let x = (centre - line.offset) / line.slope
        if x.isFinite { landmarks.insert(x) }
      }
    }
    return landmarks.sorted()
  }

  /// Where what an operation that is not straight works on turns: there lies the spike of
  /// exp(−(x² − 80x + 1600)/c), of whatever width.
  ///
  /// Sought on the grid of the kinks; at most 16, those nearest to 0.
  var turningPoints: [Double] {
    let lines = affine()
    let registers = Set(program.instructions.compactMap(Self.bent)).filter { lines[$0] == nil }
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

  /// The register that an operation bends, if it bends one.
  private static func bent(_ instruction: Program.Instruction) -> Int? {
    switch instruction.operation {
    case .intrinsic, .raise, .power: instruction.a
    case .divide: instruction.b
    default: nil
    }
  }

  private func turn(of register: Int, _ low: Double, _ high: Double, _ sign: Int?) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<64 {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else { break }
      if Self.sign(slopes(of: register, at: [middle])[0]) == sign {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  private func slopes(of register: Int, at xs: [Double]) -> [Double] {
    var slopes: [Double] = []
    program.run(over: xs, order: 1) { run, _ in
      slopes += UnsafeBufferPointer(start: run.register(register).first, count: run.count)
    }
    return slopes
  }
}
