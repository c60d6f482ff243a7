import Activations

// Where what jumps again and again does so: floor, ceil, round and mod.

extension KinkSearch {
  /// A register that makes an operation jump at a number and at all multiples of a spacing from there.
  struct Ladder {
    var register: Int
    var start: Double
    var spacing: Double
  }

  /// The most jumps of one ladder that are listed on each side of that nearest to x = 0.
  private static let rungs = 64

  func ladders() -> [Ladder] {
    program.instructions.compactMap { instruction in
      switch instruction {
      case .intrinsic(let function, let u):
        function.stair.map { Ladder(register: u, start: $0.shift, spacing: 1) }
      case .binary(.mod, let u, let m):
        program.constant(m).map { Ladder(register: u, start: 0, spacing: $0.magnitude) }
      case .x, .held, .constant, .add, .subtract, .multiply, .divide, .power, .offset, .scale,
        .quotient,
        .raise, .root, .logSumExp, .share, .abs, .sign, .heaviside, .binary, .ratio, .exponentials,
        .maximum, .minimum, .select, .activation:
        nil
      }
    }
  }

  /// The jumps of a ladder over a straight line, those nearest to x = 0.
  func rungs(_ ladder: Ladder, _ lines: [Line?]) -> [Break] {
    guard let line = lines[ladder.register], line.slope != 0 else { return [] }
    let middle = ((line.offset - ladder.start) / ladder.spacing).rounded()
    guard middle.magnitude < 0x1p52 else { return [] }
    return (-Self.rungs...Self.rungs).map {
      Break(
        a: ladder.register, constant: ladder.start + (middle + Double($0)) * ladder.spacing)
    }
  }

  /// The jumps of a ladder over a curve, those nearest to x = 0, sought on the grid.
  func searched(_ ladder: Ladder, _ lines: [Line?], upTo limit: Int) -> [Double] {
    guard lines[ladder.register] == nil else { return [] }
    let xs = Self.grid
    let heights = values(of: Break(a: ladder.register, constant: ladder.start), at: xs).map {
      $0 / ladder.spacing
    }
    let cells = xs.indices.dropLast().filter {
      let (low, high) = (heights[$0], heights[$0 + 1])
      return low.magnitude < 0x1p52 && high.magnitude < 0x1p52
        && low.rounded(.down) != high.rounded(.down)
    }
    let nearest = cells.sorted { xs[$0].magnitude < xs[$1].magnitude }.prefix(limit)
    return Self.merged(
      nearest.flatMap { cell -> [Double] in
        let (low, high) = (heights[cell], heights[cell + 1])
        // Of many jumps in one cell, a few.
        return stride(from: min(low, high).rounded(.up), through: max(low, high), by: 1).prefix(4)
          .map { rung in
            let height = ladder.start + rung * ladder.spacing
            return bisected(
              Break(a: ladder.register, constant: height), xs[cell], xs[cell + 1])
          }
      })
  }
}
