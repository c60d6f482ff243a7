import Activations
import Formulas

/// How far out waves are measured.
enum WaveReach {
  /// Up to which |x| the arguments of waves, but x itself, stay within that, for some values of the programs' arguments.
  static func reach(of programs: [Program], _ arguments: [[Double]], _ type: FloatType) -> Double {
    let sizes = Array(Set(Points.of(type, around: []).map(\.magnitude))).sorted()
    var reach = Double.infinity
    for program in programs {
      for register in waved(program) {
        for values in arguments.map({ program.setting($0) }) {
          let (right, left) = (
            values.values(of: register, at: sizes),
            values.values(of: register, at: sizes.map { -$0 })
          )
          let far = sizes.indices.first { place in
            !(max(right[place].magnitude, left[place].magnitude) <= type.waveEnd)
          }
          if let far, far > 0 { reach = min(reach, sizes[far - 1]) }
        }
      }
    }
    return reach
  }

  /// The registers of which there is a wave, but x and multiples of π, of which nothing is lost.
  private static func waved(_ program: Program) -> Set<Int> {
    let constants = program.constants
    return Set(
      program.instructions.compactMap { instruction in
        guard case .intrinsic(let function, let a) = instruction,
          [.sin, .cos, .tan].contains(function)
        else { return nil }
        let isTurn = function != .tan && program.halfTurns(a, constants) != nil
        return program.instructions[a] == .x || isTurn ? nil : a
      })
  }
}
