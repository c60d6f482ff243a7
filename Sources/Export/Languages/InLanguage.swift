import Activations
import Formulas

extension WrittenFunction {
  /// Writes a function for a page in a language's usual type, with parameters as arguments that take some values.
  ///
  /// - Throws: `CodePrograms.Obstacle` where there is no code.
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
    try self.init(
      function, type, quantities: quantities, arguments: arguments, isHeld: false,
      for: syntax.dialect(type), .page)
  }
}
