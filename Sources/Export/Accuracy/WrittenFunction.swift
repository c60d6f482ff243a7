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
  /// The arguments behind x, each with its default.
  package let arguments: [Argument]
  package let parts: [Part]
  /// The parameters that could be no arguments, as no form holds for their values.
  package internal(set) var settled: [Function.Setting] = []

  /// Writes the derivatives of some orders, for a language that lacks some functions, or evaluates every arm of a choice; parameters
  /// that are no arguments have their values in the code.
  ///
  /// - Throws: `CodePrograms.Obstacle` where there is no code; with arguments, where none holds the bar for all their values.
  package init(
    _ function: Function, _ type: FloatType, orders: [Int], arguments: [Argument] = [],
    lacking: Set<Primitive> = [], isGuarded: Bool = false
  ) throws(CodePrograms.Obstacle) {
    let highest = orders.max() ?? 0
    let programs = try CodePrograms(function, upTo: highest, arguments: arguments.map(\.name))
      .programs
    let sets = Argument.sets(arguments)
    let members = arguments.isEmpty ? [function] : sets.map { function.setting(arguments, to: $0) }
    let kinks = Seams.shared(by: members.map { $0.activation.kinks.map(\.x) })
    let turns = programs.map { Seams.turns(of: $0, sets) }
    let seams = Array(Set(kinks + turns.flatMap { $0 })).sorted()
    var truths: [Truth] = []
    for (member, values) in zip(members, sets) {
      guard
        let truth = Truth(
          member, type, upTo: highest, around: seams, arguments: values, beside: truths.first)
      else { throw CodePrograms.Obstacle("its values cannot be proved") }
      truths.append(truth)
    }
    (self.function, self.type, self.arguments) = (function, type, arguments)
    var parts: [Part] = []
    for order in orders {
      let composer = Composer(
        programs[order], order, truths, seams: Array(Set(kinks + turns[order])).sorted(),
        lacking: lacking, isGuarded: isGuarded)
      parts.append(try composer.part())
    }
    self.parts = parts
  }

}
