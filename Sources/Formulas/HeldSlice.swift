import Activations

/// A function of two variables along one of them, the other one held at a number.
package struct HeldSlice: Sendable {
  private let program: Program

  init(_ slice: Slice, at value: Double) { program = slice.program.holding(value) }

  /// Where pieces meet, smoothly or not, in ascending order.
  package var seams: [Double] { KinkSearch(program).seams }

  /// Where it may be steep, or narrow, in ascending order.
  package var landmarks: [Double] { KinkSearch(program).landmarks }

  /// What evaluates it as a function of x alone, and tells where it breaks.
  package var activation: any Activation { FormulaActivation(program) }
}

extension Function {
  /// A function of two variables along one of them, as a function of x; nil for one of x alone.
  package func slice(_ axis: Axis, at held: Double) -> Function? {
    guard let surface = surface as? FormulaSurface else { return nil }
    return Function(
      self, by: construction, named: name, activation: surface.held(axis, at: held).activation)
  }
}

extension Program {
  /// The same with the variable that is held fixed set to a number, and all that depends on it alone worked out.
  func holding(_ held: Double) -> Program {
    var varies: [Bool] = []
    for instruction in instructions {
      varies.append(instruction == .x || instruction.operands.contains { varies[$0] })
    }
    var values: [Double] = []
    run(over: [0], held: [held], .upTo(0)) { run, _ in
      values = instructions.indices.map { run.register($0).value[0] }
    }
    var program = self
    program.instructions = instructions.indices.map {
      varies[$0] ? instructions[$0] : .constant(values[$0])
    }
    return program
  }
}
