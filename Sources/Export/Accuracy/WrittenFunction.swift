import Activations
import Exact
import Formulas

/// A function in neutral code, each derivative measured.
package struct WrittenFunction: Sendable {
  /// One quantity as code.
  package struct Part: Sendable {
    package let order: Int
    package let code: Code
    package let result: Int
    package let measurement: Measurement
  }

  package let function: Function
  package let type: FloatType
  package let parts: [Part]

  /// Writes the derivatives of some orders, for a language that lacks some functions, or evaluates every arm of a choice.
  ///
  /// - Throws: `CodePrograms.Obstacle` where there is no code that holds.
  package init(
    _ function: Function, _ type: FloatType, orders: [Int], lacking: Set<Primitive> = [],
    isGuarded: Bool = false
  ) throws(CodePrograms.Obstacle) {
    let highest = orders.max() ?? 0
    let programs = try CodePrograms(function, upTo: highest).programs
    let kinks = function.activation.kinks.map(\.x)
    let turns = programs.map { Seams.turns(of: $0) }
    let seams = Array(Set(kinks + turns.flatMap { $0 })).sorted()
    guard let truth = Truth(function, type, upTo: highest, around: seams) else {
      throw CodePrograms.Obstacle("its values cannot be proved")
    }
    self.function = function
    self.type = type
    var parts: [Part] = []
    for order in orders {
      let composer = Composer(
        programs[order], order, truth, seams: Array(Set(kinks + turns[order])).sorted(),
        lacking: lacking, isGuarded: isGuarded)
      parts.append(try composer.part())
    }
    self.parts = parts
  }
}
