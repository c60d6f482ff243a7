import Activations

/// A part of a formula as TeX, with what its neighbours must know to put brackets where they belong.
struct TeXTerm {
  /// How strongly a term holds together.
  enum Binding: Int {
    case sum, product, power, atom
  }

  /// The term with fractions, as it stands on the line.
  var text: String
  /// The term with slashes, as it stands in an exponent.
  var flat: String
  var binding: Binding
  /// Whether brackets around it must grow.
  var isTall = false
  /// Whether it is a number or letters that may stand side by side without a dot.
  var isPlain = false
  /// Whether it is a root, which may stand behind such without a dot.
  var isRoot = false
  /// Whether a dot must part it from a number before it.
  var startsWithDigit = false
  /// How many exponents stand upon each other in it.
  var storeys = 0
  /// The term without its minus sign, where it has one; else empty.
  var positive: [TeXTerm] = []

  /// The term where a factor stands.
  var asFactor: String { binding == .sum ? bracketed : text }
  private var asFlatFactor: String { binding == .sum ? "(\(flat))" : flat }

  private var bracketed: String { isTall ? "\\left(\(text)\\right)" : "(\(text))" }

  private init(_ text: String, flat: String? = nil, _ binding: Binding, of parts: [TeXTerm]) {
    self.text = text
    self.flat = flat ?? text
    self.binding = binding
    isTall = parts.contains(where: \.isTall)
    storeys = parts.map(\.storeys).max() ?? 0
  }

  // MARK: Atoms

  static func symbol(_ text: String) -> TeXTerm {
    var term = TeXTerm(text, .atom, of: [])
    term.isPlain = true
    return term
  }

  static func number(_ value: Double) -> TeXTerm {
    if value < 0 { return .negated(.number(-value)) }
    if value == .pi { return .symbol("\\pi ") }
    if value == 2.718281828459045 { return .symbol("e") }
    if value == .infinity { return .symbol("\\infty ") }
    let digits = Activations.text(value).split(separator: "e")
    var term = TeXTerm(digits.first.map(String.init) ?? "", .atom, of: [])
    term.startsWithDigit = true
    if digits.count == 2 {
      let power = "10^{\(Int(digits[1]) ?? 0)}"
      term = TeXTerm(digits[0] == "1" ? power : "\(digits[0])\\cdot \(power)", .product, of: [])
      term.startsWithDigit = true
      return term
    }
    term.isPlain = true
    return term
  }

  // MARK: Operators

  static func negated(_ term: TeXTerm) -> TeXTerm {
    var result = TeXTerm(
      "-" + term.asFactor, flat: "-" + term.asFlatFactor, .sum, of: [term])
    result.positive = [term]
    return result
  }

  static func sum(_ left: TeXTerm, _ right: TeXTerm) -> TeXTerm {
    if let positive = right.positive.first { return .difference(left, positive) }
    return TeXTerm(
      "\(left.text)+\(right.text)", flat: "\(left.flat)+\(right.flat)", .sum, of: [left, right])
  }

  static func difference(_ left: TeXTerm, _ right: TeXTerm) -> TeXTerm {
    TeXTerm(
      "\(left.text)-\(right.asFactor)", flat: "\(left.flat)-\(right.asFlatFactor)", .sum,
      of: [left, right])
  }

  static func product(_ left: TeXTerm, _ right: TeXTerm) -> TeXTerm {
    if let positive = left.positive.first { return .negated(.product(positive, right)) }
    let isClose =
      left.isPlain && left.text != right.text
      && (right.isPlain && !right.startsWithDigit || right.isRoot)
    let dot = isClose ? "" : "\\cdot "
    var term = TeXTerm(
      left.asFactor + dot + right.asFactor, flat: left.asFlatFactor + dot + right.asFlatFactor,
      .product, of: [left, right])
    term.isPlain = isClose && !right.isRoot
    term.startsWithDigit = left.startsWithDigit
    return term
  }

  static func quotient(_ left: TeXTerm, _ right: TeXTerm) -> TeXTerm {
    if let positive = left.positive.first { return .negated(.quotient(positive, right)) }
    let below = right.binding.rawValue < Binding.power.rawValue ? "(\(right.flat))" : right.flat
    var term = TeXTerm(
      "\\frac{\(left.text)}{\(right.text)}", flat: "\(left.asFlatFactor)/\(below)", .product,
      of: [left, right])
    term.isTall = true
    term.startsWithDigit = left.startsWithDigit
    return term
  }

  static func power(_ base: TeXTerm, _ exponent: TeXTerm) -> TeXTerm {
    if exponent.text == "0.5" { return .root(base) }
    let isAtom = base.binding == .atom
    var term = TeXTerm(
      "\(isAtom ? base.text : base.bracketed)^{\(exponent.flat)}",
      flat: "\(isAtom ? base.flat : "(\(base.flat))")^{\(exponent.flat)}", .power, of: [base])
    term.storeys = max(base.storeys, exponent.storeys + 1)
    term.isPlain = base.isPlain && isAtom && !base.startsWithDigit
    term.startsWithDigit = base.startsWithDigit
    return term
  }

  // MARK: Functions

  static func root(_ term: TeXTerm, degree: String = "") -> TeXTerm {
    var root = TeXTerm("\\sqrt\(degree){\(term.text)}", .atom, of: [term])
    root.isTall = true
    root.isRoot = true
    return root
  }

  static func call(_ name: String, _ arguments: [TeXTerm]) -> TeXTerm {
    let (texts, flats) = (arguments.map(\.text), arguments.map(\.flat))
    let inside = texts.joined(separator: ",")
    let isTall = arguments.contains(where: \.isTall)
    return TeXTerm(
      name + (isTall ? "\\left(\(inside)\\right)" : "(\(inside))"),
      flat: name + "(" + flats.joined(separator: ",") + ")", .atom, of: arguments)
  }

  static func absolute(_ term: TeXTerm) -> TeXTerm {
    TeXTerm(
      term.isTall ? "\\left|\(term.text)\\right|" : "|\(term.text)|", flat: "|\(term.flat)|",
      .atom, of: [term])
  }

  static func exponential(_ term: TeXTerm) -> TeXTerm {
    term.storeys > 1 ? .call("\\exp", [term]) : .power(.symbol("e"), term)
  }

  static func cases(_ comparison: Expression.Comparison, _ operands: [TeXTerm]) -> TeXTerm {
    let signs: [Expression.Comparison: String] = [
      .lessOrEqual: "\\le ", .greaterOrEqual: "\\ge ", .equal: "=", .unequal: "\\ne ",
    ]
    let sign = signs[comparison] ?? comparison.rawValue
    var term = TeXTerm(
      "\\begin{cases}\(operands[2].text)&\(operands[0].text)\(sign)\(operands[1].text)\\\\"
        + "\(operands[3].text)&\\text{otherwise}\\end{cases}",
      .atom, of: operands)
    term.isTall = true
    return term
  }

  /// A function that the language has by itself.
  static func intrinsic(_ name: String, _ argument: TeXTerm) -> TeXTerm {
    let renamed = [
      "sign": "\\sign", "heaviside": "H", "log": "\\ln", "sigmoid": "\\sigma", "gamma": "\\Gamma",
      "lgamma": "\\ln\\Gamma", "asin": "\\arcsin", "acos": "\\arccos", "atan": "\\arctan",
      "asinh": "\\arsinh", "acosh": "\\arcosh", "atanh": "\\artanh",
      "softplus": "\\operatorname{softplus}", "Phi": "\\Phi", "phi": "\\varphi",
    ]
    switch name {
    case "abs": return .absolute(argument)
    case "exp": return .exponential(argument)
    case "expm1": return .difference(.exponential(argument), .number(1))
    case "log1p": return .call("\\ln", [.sum(.number(1), argument)])
    case "logcosh": return .call("\\ln", [.call("\\cosh", [argument])])
    case "sqrt": return .root(argument)
    case "cbrt": return .root(argument, degree: "[3]")
    default: return .call(renamed[name] ?? "\\\(name)", [argument])
    }
  }

  /// A function of two arguments that the language has by itself.
  static func intrinsic(_ function: BinaryIntrinsic, _ arguments: [TeXTerm]) -> TeXTerm {
    switch function {
    case .gammaincp: .call("P", arguments)
    case .atan2: .call("\\operatorname{atan2}", arguments)
    }
  }
}
