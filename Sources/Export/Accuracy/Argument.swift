import Activations
import Formulas

/// A parameter that is an argument of the code, with its default.
package struct Argument: Sendable, Hashable {
  /// The name in the formula.
  package let name: String
  /// The default, a number of the code's type.
  package let value: Double
  /// Other values at which the code is measured: below the default and above it, and where the definition is another one.
  package private(set) var others: [Double]
  /// Whether it is the other variable of a function of two, and not a parameter.
  package private(set) var isVariable = false
  /// Whether all values have the sign of the default, though the parameter's domain has both.
  package private(set) var isOneSided = false

  /// A parameter as it stands in a function.
  init(_ setting: Function.Setting, of family: FunctionFamily, _ type: FloatType) {
    name = setting.parameter.name
    value = type.rounded(setting.value)
    let cases = family.definition.cases.filter { $0.parameter == setting.parameter.name }
    let spread = Self.spread(setting.parameter.domain, setting.value)
    others = (spread + cases.map(\.value)).map(type.rounded).filter { $0.isFinite }
  }

  /// A parameter that takes some values alone, as a slider's: the least, the greatest, and what the definition treats apart between.
  init(_ setting: Function.Setting, of family: FunctionFamily, taking values: [Double]) {
    (name, value) = (setting.parameter.name, setting.value)
    let ends = [values.min(), values.max()].compactMap(\.self)
    let cases = family.definition.cases.filter { other in
      other.parameter == setting.parameter.name && values.contains { $0 <= other.value }
        && values.contains { $0 >= other.value }
    }
    others = (ends + cases.map(\.value)).filter { $0.isFinite && $0 != setting.value }
  }

  /// The variable of a function of two that is held fixed, at values of all sizes.
  init(variable name: String, _ type: FloatType) {
    (self.name, value, isVariable) = (name, 1, true)
    let wide =
      type == .f32
      ? [1e-30, -2e11, 3e38, -1e36, 2e-35, -2e-38]
      : [1e-200, -2e30, 1.5e308, -1e306, 3e-305, -4e-308]
    others = ([-1.25, 0.375, 2.625, -4.375, 11.5, -23.5, 88.5, -104.25, 7e5] + wide)
      .map(type.rounded)
  }

  /// The same at more values of a type, those of the middle densely, for what is measured at last.
  func denser(_ type: FloatType) -> Argument {
    var argument = self
    let middle = (1...30).map { (place: Int) -> Double in
      let size = Double(place * place) / 16
      return place % 2 == 0 ? size : -size
    }
    let wide = [5e-4, -0.02, 2e-9, -1e-6, 160, 300, -1e4, 6e8]
    let ends =
      type == .f32
      ? [3e21, -2e33, 1e37, 1e-37, -3e-41] : [1e150, -3e290, 2e306, 1e-306, -0x1p-1047]
    argument.others = (middle + wide + ends).map { type.rounded(1.0625 * $0) }
    return argument
  }

  /// A value below another one and one above it, as far as a domain reaches; without common factors, so that nothing cancels by chance.
  private static func spread(_ domain: Parameter.Domain, _ value: Double) -> [Double] {
    guard value.isFinite else { return [4.25, 20] }
    switch domain {
    case .positive, .positiveOrInfinite: return [0.3125 * value, 3.5 * value]
    case .nonNegative: return value == 0 ? [0.3125, 3.5] : [0.3125 * value, 3.5 * value]
    case .notZero: return [-1.25 * value, 3.5 * value]
    case .finite, .finiteOrInfinite:
      let size = max(1, value.magnitude)
      return [value - 1.25 * size, value + 1.75 * size]
    }
  }

  /// The same with values of the default's sign alone.
  var oneSided: Argument {
    guard value != 0, value.isFinite, others.contains(where: { $0 * value < 0 }) else {
      return self
    }
    var argument = self
    argument.others = others.map { $0 * value < 0 ? 0.3125 * value : $0 }
    argument.isOneSided = true
    return argument
  }

  private func other(_ place: Int) -> Double {
    others.indices.contains(place) ? others[place] : value
  }

  /// The sets of values at which code is measured: the defaults; all arguments at their first other values, at their second ones, and so
  /// on; and with several arguments each in turn at the first or the second.
  static func sets(_ arguments: [Argument]) -> [[Double]] {
    let most = arguments.map(\.others.count).max() ?? 0
    var sets = [arguments.map(\.value)]
    for place in 0..<most {
      sets.append(arguments.map { $0.other(place) })
    }
    if arguments.count > 1 {
      sets.append(arguments.indices.map { arguments[$0].other($0 % 2) })
    }
    return sets
  }
}

extension Function {
  /// The member of the family with arguments set to values, and all else as it is here.
  func setting(_ arguments: [Argument], to values: [Double]) -> Function {
    let given = settings.map { setting in
      guard let place = arguments.firstIndex(where: { $0.name == setting.parameter.name }) else {
        return setting
      }
      return Function.Setting(parameter: setting.parameter, value: values[place])
    }
    return family.function(named: name, given: given).proved
  }
}

extension WrittenFunction {
  /// Writes a function with the parameters that were not given as arguments, as far as one form holds for all their values: else with
  /// one of them less, or with none.
  ///
  /// - Throws: `CodePrograms.Obstacle` where there is no code that holds.
  package static func withArguments(
    _ function: Function, _ type: FloatType, quantities: [Quantity], for dialect: Dialect
  ) throws(CodePrograms.Obstacle) -> WrittenFunction {
    func written(_ arguments: [Argument]) throws(CodePrograms.Obstacle) -> WrittenFunction {
      try WrittenFunction(
        function, type, quantities: quantities, arguments: arguments, for: dialect)
    }
    let all = function.settings.filter { !function.given.contains($0) }
      .map { Argument($0, of: function.family, type) }
    let fewer = all.count > 1 ? all.map { left in all.filter { $0 != left } } : []
    let oneSided = all.map(\.oneSided)
    let choices = [all] + (oneSided == all ? [] : [oneSided]) + fewer.reversed()
    for arguments in choices where !arguments.isEmpty {
      if let written = try? written(arguments) { return written.settling(all, but: arguments) }
    }
    return try written([]).settling(all, but: [])
  }

  private func settling(_ all: [Argument], but arguments: [Argument]) -> WrittenFunction {
    var written = self
    written.settled = function.settings.filter { setting in
      let name = setting.parameter.name
      return all.contains { $0.name == name } && !arguments.contains { $0.name == name }
    }
    return written
  }

  /// What is to be said of parameters that could be no arguments.
  package var note: String? {
    let list =
      settled.map { "\($0.parameter.name) = \(Decimal.text($0.value))" }
      + arguments.filter(\.isOneSided).map { "\($0.name) \($0.value < 0 ? "<" : ">") 0" }
    guard !list.isEmpty else { return nil }
    return
      "The code holds for \(list.joined(separator: ", ")) alone: no form is right for other values too."
  }
}
