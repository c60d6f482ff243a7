import Activations
import Exact
import Formulas

/// A function in neutral code, each derivative measured.
package struct WrittenFunction: Sendable {
  /// One quantity as code.
  package struct Part: Sendable {
    /// How often what it was made from is differentiated.
    package let order: Int
    /// What of the function it is; of one of two variables by its order alone.
    package var quantity = Quantity.f
    /// The variable that the code calls x, of a function of two.
    package var axis = Axis.x
    /// The variable by which it is differentiated.
    package var slope = Axis.x
    package let code: Code
    package let result: Int
    package private(set) var measurement: Measurement
    /// Whether nothing in it is NaN on the way, where a language evaluates all arms of a choice.
    var isHarmless = true

    /// Measures on both sides of every number that the code compares with, and around the worst places, and tells whether it errs there
    /// more than was known.
    mutating func look(_ truths: inout [Truth]) -> Bool {
      let before = measurement.excess
      for index in truths.indices {
        let (points, arguments) = (truths[index].points, truths[index].arguments)
        truths[index].look(at: code.turns(of: result, between: points, arguments))
      }
      measurement = Measurement(code, result, truths, order: order)
      // Beside the worst place that was seen there may be worse.
      for _ in 0..<4 where order > 0 && measurement.excess > 0.5 {
        let place = measurement.worst.x
        let around = Points.around(place, code.type)
        for index in truths.indices { truths[index].look(at: around) }
        measurement = Measurement(code, result, truths, order: order)
        if measurement.worst.x == place { break }
      }
      return measurement.excess > max(truths.share, before)
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

  /// Writes quantities, each from the closed form that it has, for a language;
  /// parameters that are no arguments have their values in the code.
  ///
  /// - Throws: `CodePrograms.Obstacle` where there is no code; with arguments, where none holds the bar for all their values, unless that is not asked for.
  ///   Where not all quantities are needed, those without code are left out.
  package init(
    _ function: Function, _ type: FloatType, quantities: [Quantity], arguments: [Argument] = [],
    isHeld: Bool = true, isWhole: Bool = true, for dialect: Dialect = Dialect(),
    _ care: Care = .published
  ) throws(CodePrograms.Obstacle) {
    var forms: [(quantity: Quantity, form: ClosedForm)] = []
    for quantity in quantities {
      do {
        let form = try ClosedForm(of: quantity, function, arguments: arguments.map(\.name))
        forms.append((quantity, form))
      } catch  where !isWhole {
        continue
      }
    }
    var parts = Array(repeating: Part?.none, count: forms.count)
    var (reach, known) = (Double.infinity, [Function]())
    for (_, form) in forms where !known.contains(form.function) {
      known.append(form.function)
      let alike = forms.indices.filter { forms[$0].form.function == form.function }
      do {
        var bench = try Workbench(
          form.function == function ? function : form.function.proved, type,
          upTo: alike.map { forms[$0].form.order }.max() ?? 0, arguments, dialect, care)
        reach = min(reach, bench.reach)
        for place in alike {
          parts[place] = try bench.part(
            of: forms[place].form.order, isHeld ? arguments : [], isWhole)
          parts[place]?.quantity = forms[place].quantity
        }
      } catch  where !isWhole {
        continue
      }
    }
    self.init(function, type, arguments, parts.compactMap(\.self), upTo: reach)
  }

  init(
    _ function: Function, _ type: FloatType, _ arguments: [Argument], _ parts: [Part],
    upTo reach: Double = .infinity
  ) {
    (self.function, self.type, self.arguments, self.parts) = (function, type, arguments, parts)
    self.reach = reach
  }
}
