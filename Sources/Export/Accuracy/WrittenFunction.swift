import Activations
import Exact
import Formulas

/// A function in neutral code, each derivative measured.
package struct WrittenFunction: Sendable {
  /// One quantity as code.
  package struct Part: Sendable {
    package let order: Int
    /// The variable that the code calls x, of a function of two.
    package var axis = Axis.x
    /// The variable by which it is differentiated.
    package var slope = Axis.x
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
  /// Up to which |x| it is measured; not infinite where arguments of waves are rounded beyond.
  package let reach: Double
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
    var bench = try Workbench(
      function, type, upTo: orders.max() ?? 0, arguments, lacking: lacking, isGuarded: isGuarded)
    var parts: [Part] = []
    for order in orders { parts.append(try bench.settledPart(order, arguments)) }
    self.init(function, type, arguments, parts, upTo: bench.reach)
  }

  init(
    _ function: Function, _ type: FloatType, _ arguments: [Argument], _ parts: [Part],
    upTo reach: Double = .infinity
  ) {
    (self.function, self.type, self.arguments, self.parts) = (function, type, arguments, parts)
    self.reach = reach
  }
}
