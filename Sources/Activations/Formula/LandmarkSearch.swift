// Where a program may be steep, or narrow.

extension KinkSearch {
  /// Where an operation that is not straight is at its centre, or has a pole: it may be steep there.
  var landmarks: [Double] {
    let lines = affine()
    var landmarks: Set<Double> = [0]
    for instruction in program.instructions {
      if landmarks.count >= 64 { break }
      var centres = [0.0]
      var slot = instruction.a
      switch instruction.operation {
      case .activation(let index): centres = program.activations[index].landmarks
      case .divide: slot = instruction.b
      case .abs, .raise, .root, .power: break
      case let operation where operation.isCurve: break
      default: continue
      }
      guard let line = lines[slot], line.slope != 0 else { continue }
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
    let slots = Set(program.instructions.compactMap(Self.bent)).filter { lines[$0] == nil }.sorted()
    var points = Set<Double>()
    for slot in slots.prefix(4) {
      let signs = slopes(of: slot, at: Self.grid).map(Self.sign)
      let turns = signs.indices.dropLast().filter {
        signs[$0] != nil && signs[$0 + 1] != nil && signs[$0] != 0 && signs[$0] != signs[$0 + 1]
      }
      for index in turns.sorted(by: {
        Self.grid[$0].magnitude < Self.grid[$1].magnitude
      }).prefix(16) {
        points.insert(turn(of: slot, Self.grid[index], Self.grid[index + 1], signs[index]))
      }
    }
    return Array(points.sorted { $0.magnitude < $1.magnitude }.prefix(16))
  }

  /// The slot that an operation bends, if it bends one.
  private static func bent(_ instruction: Program.Instruction) -> Int? {
    switch instruction.operation {
    case .intrinsic, .raise, .power: instruction.a
    case .divide: instruction.b
    default: nil
    }
  }

  private func turn(of slot: Int, _ low: Double, _ high: Double, _ sign: Int?) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<64 {
      let middle = low / 2 + high / 2
      guard middle > low, middle < high else { break }
      if Self.sign(slopes(of: slot, at: [middle])[0]) == sign {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  private func slopes(of slot: Int, at xs: [Double]) -> [Double] {
    var run = ProgramRun(program, derivatives: true, width: min(Program.width, xs.count))
    var slopes: [Double] = []
    for start in stride(from: 0, to: xs.count, by: Program.width) {
      run.evaluate(xs[start..<min(start + Program.width, xs.count)])
      for index in 0..<run.count { slopes.append(run.slope(of: slot, index)) }
    }
    return slopes
  }
}
