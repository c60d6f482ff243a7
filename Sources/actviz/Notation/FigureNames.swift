import Activations
import Formulas
import Tables

/// How figures write functions, their parameters and values: typeset between dollar signs.
///
/// `form2 ($\alpha=0.5$)`, `$x^{3}$`. Values have four significant digits, and more where some would read alike.
struct FigureNames {
  /// How many significant digits values have.
  let digits: Int
  /// How many the numbers of formulas have.
  private let formulaDigits: Int

  /// The names of functions that stand in one figure.
  init(of functions: [Function]) {
    var values: [String: Set<Double>] = [:]
    for setting in functions.flatMap(\.given) {
      values[setting.parameter.name, default: []].insert(setting.value)
    }
    let usual = 4
    digits =
      (usual..<17).first { digits in
        values.values.allSatisfy { values in
          Set(values.map { Self.decimal($0, digits) }).count == values.count
        }
      } ?? 17
    let formulas = Set(functions.compactMap(\.typesetName))
    formulaDigits =
      (usual..<17).first { digits in
        Set(formulas.map { ShortNumbers.shortened($0, digits: digits) }).count == formulas.count
      } ?? 17
  }

  /// A function with the parameters that were given: its title where it has one.
  func legend(_ function: Function) -> String {
    if let title = function.title { return title }
    let name = name(function)
    return function.given.isEmpty ? name : "\(name) (\(settings(function.given)))"
  }

  /// Parameters with their values: `$\alpha=0.5$, $\beta=2$`.
  func settings(_ settings: [Function.Setting]) -> String {
    settings.map(setting).joined(separator: ", ")
  }

  /// A parameter with its value: `$\alpha=0.5$`.
  func setting(_ setting: Function.Setting) -> String {
    "$\(setting.parameter.texSymbol)=\(value(setting.value))$"
  }

  /// A value as TeX: plain from 0.0001 to ten millions, else with a power of ten.
  func value(_ value: Double) -> String { Self.tex(value, digits: digits) }

  /// A value as TeX, with so many significant digits.
  static func tex(_ value: Double, digits: Int) -> String {
    if value.isInfinite { return value < 0 ? "-\\infty" : "\\infty" }
    let decimal = decimal(value, digits)
    if value == 0 || (1e-4..<1e7).contains(value.magnitude), let rounded = Double(decimal) {
      return Decimal.text(rounded)
    }
    let parts = decimal.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return parts.joined() }
    let power = "10^{\(exponent)}"
    switch parts[0] {
    case "1": return power
    case "-1": return "-\(power)"
    default: return "\(parts[0])\\cdot \(power)"
    }
  }

  private static func decimal(_ value: Double, _ digits: Int) -> String {
    DecimalText.rounded(value, digits: digits)
  }

  /// A function without its parameters: a formula as it is typeset, its numbers shortened, else the name.
  func name(_ function: Function) -> String {
    function.typesetName.map { ShortNumbers.shortened($0, digits: formulaDigits) } ?? function.name
  }

  /// The formula of f as TeX; the numbers of one that was typed are shortened, published ones stay.
  func tex(_ function: Function) -> String {
    guard function.typesetName != nil else { return function.tex }
    return ShortNumbers.shortened(function.tex, digits: formulaDigits)
  }
}

extension Quantity {
  /// The notation of an axis, typeset: `$f'(x)$`.
  var typeset: String { "$\(notation)$" }

  /// A quantity as it differs from a reference's: `f′(x) − gelu′`, typeset.
  func difference(from reference: Function) -> String {
    let names = FigureNames(of: [reference])
    let name = reference.title ?? names.name(reference)
    let isFormula = reference.title == nil && reference.typesetName != nil
    let factor = isFormula ? "(\(name))" : name
    let marked =
      switch self {
      case .f: name
      case .df: "\(factor)${}'$"
      case .d2f: "\(factor)${}''$"
      case .gate: Self.owned("H", by: name)
      case .density: Self.owned("δ", by: name)
      case .sign: "$(2$\(Self.owned("H", by: name))${}-1)$"
      }
    let hasParameters = reference.title == nil && !reference.given.isEmpty
    let parameters = hasParameters ? " (\(names.settings(reference.given)))" : ""
    return "$\(notation)-{}$\(marked)\(parameters)"
  }

  /// A letter with a name as its subscript, where that is a word.
  private static func owned(_ letter: String, by name: String) -> String {
    let isWord = name.allSatisfy { $0 == "_" || $0.isLetter || $0.isNumber }
    return isWord ? "$\(letter)_{\\mathrm{\(name)}}$" : "$\(letter)$ of \(name)"
  }
}
