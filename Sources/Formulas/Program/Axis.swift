/// The variable along which a program of a function of x and y runs, the other one held fixed.
package enum Axis: CaseIterable, Sendable {
  case x, y

  /// What the program reads for a variable.
  func instruction(of variable: Axis) -> Program.Instruction { variable == self ? .x : .held(0) }
}

extension Program {
  /// The same program along the other variable.
  var turned: Program {
    var program = self
    program.instructions = instructions.map { instruction in
      switch instruction {
      case .x: .held(0)
      case .held: .x
      case let other: other
      }
    }
    return program
  }
}
