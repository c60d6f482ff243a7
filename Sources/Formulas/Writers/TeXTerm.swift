import Activations

/// A part of a formula as TeX, with what its neighbours must know to put brackets where they belong.
struct TeXTerm: FormulaTerm {
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
  /// Whether it holds x.
  var varies = false
  /// Whether a dot must part it from what is behind it: a call, or a power of ten.
  var isClosed = false
  /// Name and arguments of a function whose powers are written behind the name.
  var callParts: (name: String, arguments: String)?
  /// The rows of cases but for the last, and the last, where it is cases.
  var rows: (upper: String, last: String)?
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
    varies = parts.contains(where: \.varies)
  }

  // MARK: Atoms

  static var x: TeXTerm { variable("x") }

  /// What changes: x, or a letter that stands for a part of a formula.
  static func variable(_ name: String) -> TeXTerm {
    var term = letters(name)
    term.varies = true
    return term
  }

  static func symbol(_ symbol: String) -> TeXTerm { letters(ExpressionTeX.symbol(symbol)) }

  private static func letters(_ text: String) -> TeXTerm {
    var term = TeXTerm(text, .atom, of: [])
    term.isPlain = true
    return term
  }

  var count: Int { text.utf8.count }

  static func number(_ value: Double) -> TeXTerm {
    if value < 0 { return .negated(.number(-value)) }
    if value == .pi { return letters("\\pi ") }
    if value == Expression.Constant.e.value { return letters("e") }
    if value == .infinity { return letters("\\infty ") }
    let digits = Decimal.text(value).split(separator: "e")
    var term = TeXTerm(digits.first.map(String.init) ?? "", .atom, of: [])
    term.startsWithDigit = true
    if digits.count == 2 {
      let power = "10^{\(Int(digits[1]) ?? 0)}"
      term = TeXTerm(digits[0] == "1" ? power : "\(digits[0])\\cdot \(power)", .product, of: [])
      term.startsWithDigit = true
      term.isClosed = true
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
    // A number or parameters before a bracket need no dot; behind x it would look like a call.
    let isCoefficient = !left.varies && !left.isClosed
    let isClose =
      isCoefficient && right.binding == .sum
      || (left.isPlain || isCoefficient) && left.text != right.text
        && (right.isPlain && !right.startsWithDigit || right.isRoot)
    let dot = isClose ? "" : "\\cdot "
    var term = TeXTerm(
      left.asFactor + dot + right.asFactor, flat: left.asFlatFactor + dot + right.asFlatFactor,
      .product, of: [left, right])
    term.isPlain = isClose && !right.isRoot && right.binding != .sum
    term.isClosed = left.isClosed || right.isClosed
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
    if let call = base.callParts, exponent.text.allSatisfy(\.isWholeNumber) {
      var term = TeXTerm("\(call.name)^{\(exponent.text)}\(call.arguments)", .atom, of: [base])
      term.isClosed = true
      return term
    }
    var term = TeXTerm(
      "\(isAtom ? base.text : base.bracketed)^{\(exponent.flat)}",
      flat: "\(isAtom ? base.flat : "(\(base.flat))")^{\(exponent.flat)}", .power, of: [base])
    term.varies = base.varies || exponent.varies
    term.storeys = max(base.storeys, exponent.storeys + 1)
    term.isPlain = base.isPlain && isAtom && !base.startsWithDigit
    term.startsWithDigit = base.startsWithDigit
    return term
  }

  // MARK: Functions

  static func root(_ term: TeXTerm, degree: String = "") -> TeXTerm {
    var root = TeXTerm(
      "\\sqrt\(degree){\(term.text)}", flat: "\\sqrt\(degree){\(term.flat)}", .atom, of: [term])
    root.isTall = true
    root.isRoot = true
    return root
  }

  static func call(_ name: String, _ arguments: [TeXTerm]) -> TeXTerm {
    // A letter is no command.
    let command = name.hasPrefix("\\") || name.count == 1 ? name : "\\" + name
    let (texts, flats) = (arguments.map(\.text), arguments.map(\.flat))
    let inside = texts.joined(separator: ",")
    let isTall = arguments.contains(where: \.isTall)
    let list = isTall ? "\\left(\(inside)\\right)" : "(\(inside))"
    var term = TeXTerm(
      command + list, flat: command + "(" + flats.joined(separator: ",") + ")", .atom,
      of: arguments)
    term.isClosed = true
    if Symbols.raisable.contains(name) { term.callParts = (command, list) }
    return term
  }

  static func component(_ place: Int, of function: VectorFunction, _ arguments: [TeXTerm])
    -> TeXTerm
  {
    let name =
      function == .logSoftmax
      ? "\\log\\operatorname{softmax}" : "\\operatorname{\(function.rawValue)}"
    var term = call(name, arguments)
    term.text += "_{\(place)}"
    term.flat += "_{\(place)}"
    return term
  }

  static func absolute(_ term: TeXTerm) -> TeXTerm { .enclosed(term, "|", "|") }

  /// A term between two delimiters, which grow with it.
  private static func enclosed(_ term: TeXTerm, _ open: String, _ close: String) -> TeXTerm {
    TeXTerm(
      term.isTall
        ? "\\left\(open)\(term.text)\\right\(close)" : "\(open)\(term.text)\(close)",
      flat: "\(open)\(term.flat)\(close)", .atom, of: [term])
  }

  static func exponential(_ term: TeXTerm) -> TeXTerm {
    term.storeys > 1 ? .call("exp", [term]) : .power(letters("e"), term)
  }

  static func cases(
    _ left: TeXTerm, _ comparison: Expression.Comparison, _ right: TeXTerm, then: TeXTerm,
    otherwise: TeXTerm
  ) -> TeXTerm {
    let signs: [Expression.Comparison: String] = [
      .lessOrEqual: "\\le ", .greaterOrEqual: "\\ge ", .equal: "=", .unequal: "\\ne ",
    ]
    func row(_ term: TeXTerm, _ comparison: Expression.Comparison) -> String {
      "\(term.text)&\(left.text)\(signs[comparison] ?? comparison.rawValue)\(right.text)"
    }
    // Cases among the others go on below; only of two rows the last can say when it holds.
    let upper = row(then, comparison) + "\\\\" + (otherwise.rows?.upper ?? "")
    let rest = otherwise.rows?.last ?? otherwise.text
    let last =
      otherwise.rows == nil ? row(otherwise, comparison.opposite) : "\(rest)&\\text{otherwise}"
    var term = TeXTerm(
      "\\begin{cases}\(upper)\(last)\\end{cases}", .atom, of: [left, right, then, otherwise])
    term.isTall = true
    term.rows = (upper, rest)
    return term
  }

  /// What functions of the language are called, where they are not called by their names.
  private static let renamed = [
    "sign": "\\sign", "heaviside": "H", "log": "\\ln", "sigmoid": "\\sigma", "gamma": "\\Gamma",
    "lgamma": "\\ln\\Gamma", "asin": "\\arcsin", "acos": "\\arccos", "atan": "\\arctan",
    "asinh": "\\arsinh", "acosh": "\\arcosh", "atanh": "\\artanh",
    "softplus": "\\operatorname{softplus}", "Phi": "\\Phi", "phi": "\\varphi", "gammaincp": "P",
    "atan2": "\\operatorname{atan2}", "mod": "\\operatorname{mod}", "log2": "\\log_{2}",
    "log10": "\\log_{10}", "round": "\\operatorname{round}",
    "erfcx": "\\operatorname{erfcx}", Vocabulary.logSumExp: "\\operatorname{logsumexp}",
  ]

  static func derivative(_ primes: Int, of name: String, _ argument: TeXTerm) -> TeXTerm {
    let isSign = ["abs", "sqrt", "cbrt", "expm1", "log1p", "logcosh", "floor", "ceil"].contains(
      name)
    let known = isSign ? "\\operatorname{\(name)}" : renamed[name] ?? name
    let command = known.hasPrefix("\\") || known.count == 1 ? known : "\\" + known
    return .call(command + String(repeating: "'", count: primes), [argument])
  }

  /// A function that the language has by itself.
  static func intrinsic(_ name: String, _ arguments: [TeXTerm]) -> TeXTerm {
    guard arguments.count == 1, name != Vocabulary.logSumExp else {
      return .call(renamed[name] ?? name, arguments)
    }
    let argument = arguments[0]
    switch name {
    case "abs": return .absolute(argument)
    case "floor": return .enclosed(argument, "\\lfloor ", "\\rfloor ")
    case "ceil": return .enclosed(argument, "\\lceil ", "\\rceil ")
    case "exp": return .exponential(argument)
    case "expm1": return .difference(.exponential(argument), .number(1))
    case "log1p": return .call("ln", [.sum(.number(1), argument)])
    case "logcosh": return .call("ln", [.call("cosh", [argument])])
    case "sqrt": return .root(argument)
    case "cbrt": return .root(argument, degree: "[3]")
    default: return .call(renamed[name] ?? name, [argument])
    }
  }

  static func family(
    _ name: String, primes: Int, _ settings: [(symbol: String, value: TeXTerm)],
    _ argument: TeXTerm
  ) -> TeXTerm {
    let list = settings.map { "\(ExpressionTeX.symbol($0.symbol))=\($0.value.flat)" }
      .joined(separator: ",\\,")
    let lowered = list.isEmpty ? "" : "_{\(list)}"
    let raised = String(repeating: "'", count: primes)
    return .call("\\operatorname{\(name)}" + raised + lowered, [argument])
  }
}
