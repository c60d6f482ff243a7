import Activations
import Formulas

extension WrittenFunction {
  /// Writes a function in a language's usual type, with some of its parameters as arguments.
  ///
  /// - Throws: `CodePrograms.Obstacle` where there is no code that holds for them.
  package init(
    _ function: Function, quantities: [Quantity], in language: Language, arguments names: [String]
  ) throws(CodePrograms.Obstacle) {
    let (syntax, type) = (language.syntax, language.syntax.types[0])
    let arguments = function.settings.filter { names.contains($0.parameter.name) }
      .map { Argument($0, of: function.family, type) }
    try self.init(
      function, type, quantities: quantities, arguments: arguments, for: syntax.dialect(type))
  }
}
