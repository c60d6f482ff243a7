import Activations
import Formulas

extension WrittenFunction {
  /// Those of its quantities alone that err by no more than a limit, in ulp.
  package func within(_ limit: Double) -> WrittenFunction {
    WrittenFunction(
      function, type, arguments, parts.filter { $0.measurement.worst.ulps <= limit }, upTo: reach)
  }

  /// Writes a function for a page in a language's usual type, with parameters as arguments that take some values: those of its quantities
  /// that have code.
  ///
  /// - Throws: `CodePrograms.Obstacle` where none has.
  package init(
    _ function: Function, quantities: [Quantity], in language: Language,
    taking values: [String: [Double]]
  ) throws(CodePrograms.Obstacle) {
    let (syntax, type) = (language.syntax, language.syntax.types[0])
    let arguments = function.settings.compactMap { setting in
      values[setting.parameter.name].map { values in
        Argument(setting, of: function.family, taking: values)
      }
    }
    let dialect = syntax.dialect(type)
    try self.init(
      function, type, quantities: quantities, arguments: arguments, isHeld: false, isWhole: false,
      for: dialect, .page)
    if parts.count < quantities.count,
      let stretched = Self.stretched(
        function, type, quantities: quantities, arguments: arguments, for: dialect, .page)
    {
      self = stretched
    }
  }
}
