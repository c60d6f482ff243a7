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
    package private(set) var measurement: Measurement

    /// Measures on both sides of every number that the code compares with, and tells whether it errs there more than was known.
    mutating func look(_ truths: inout [Truth]) -> Bool {
      for index in truths.indices {
        let (points, arguments) = (truths[index].points, truths[index].arguments)
        truths[index].look(at: code.turns(of: result, between: points, arguments))
      }
      let before = measurement.excess
      measurement = Measurement(code, result, truths, order: order)
      return measurement.excess > max(1, before)
    }
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
      let seams = Array(Set(kinks + turns[order])).sorted()
      func composed() throws(CodePrograms.Obstacle) -> Part {
        try Composer(
          programs[order], order, truths, seams: seams, lacking: lacking, isGuarded: isGuarded
        ).part()
      }
      var (part, rounds) = (try composed(), 3)
      while part.look(&truths), rounds > 0 { (part, rounds) = (try composed(), rounds - 1) }
      guard arguments.isEmpty || part.measurement.excess <= 1 else {
        throw CodePrograms.Obstacle("no form of it holds for all values of its arguments")
      }
      parts.append(part)
    }
    self.parts = parts
  }
}
