import Activations
import Formulas

extension WrittenFunction {
  /// Writes a function in a language's usual type, with some of its parameters as arguments: the best code for the signs of the values
  /// that these take, however large its errors, which its measurement tells.
  ///
  /// - Throws: `CodePrograms.Obstacle` where there is no code.
  package init(
    _ function: Function, quantities: [Quantity], in language: Language,
    arguments: [String: [Double]]
  ) throws(CodePrograms.Obstacle) {
    let (syntax, type) = (language.syntax, language.syntax.types[0])
    var taken: [Argument] = []
    for setting in function.settings {
      guard let values = arguments[setting.parameter.name] else { continue }
      let argument = Argument(setting, of: function.family, type)
      let isOneSided = values.allSatisfy { $0 * setting.value > 0 }
      taken.append(isOneSided ? argument.oneSided : argument)
    }
    try self.init(
      function, type, quantities: quantities, arguments: taken, isHeld: false,
      for: syntax.dialect(type))
  }
}
