import Activations

/// A part of a formula as plain Unicode text: `x·½(1 + erf(x/(σ√2)))`, `(x + β)²/(4β)`, `e^(−αx)`.
struct PlainTerm: FormulaTerm {
  /// How strongly a term holds together.
  enum Binding: Int {
    case cases, sum, product, power, atom
  }

  private(set) var text: String
  private var binding: Binding
  /// Whether it is a number or letters that may stand side by side without a dot.
  private var isPlain = false
  /// Whether it holds x.
  private var varies = false
  /// Whether a dot must part it from a number before it.
  private var startsWithDigit = false
  /// Whether a dot must part it from letters before it, as a power of a call.
  private var startsWithWord = false
  /// Whether a dot must part it from what is behind it: a call, a word, a power of ten.
  private var isClosed = false
  /// The term without its minus sign, where it has one; else empty.
  private var positive: [PlainTerm] = []
  /// Name and arguments of a function whose powers are written behind the name: `sin²(x)`.
  private var call: (name: String, arguments: String)?

  private init(_ text: String, _ binding: Binding, of parts: [PlainTerm] = []) {
    self.text = text
    self.binding = binding
    varies = parts.contains(where: \.varies)
  }

  var count: Int { text.count }

  /// The term where a factor stands.
  var asFactor: String { bracketed(below: .product) }

  private func bracketed(below binding: Binding) -> String {
    self.binding.rawValue < binding.rawValue ? "(\(text))" : text
  }

  // MARK: Atoms

  static var x: PlainTerm {
    var term = symbol("x")
    term.varies = true
    return term
  }

  static func symbol(_ symbol: String) -> PlainTerm {
    var term = PlainTerm(Symbols.greek[symbol] ?? symbol, .atom)
    term.isPlain = term.text.count == 1 || term.text.dropFirst().allSatisfy(Symbols.isSubscript)
    term.isClosed = !term.isPlain
    return term
  }

  static func number(_ value: Double) -> PlainTerm {
    if value < 0 { return .negated(.number(-value)) }
    if value == .pi { return .symbol("π") }
    if value == Expression.Constant.e.value { return .symbol("e") }
    if value == .infinity { return .symbol("∞") }
    var term = PlainTerm(Decimal.text(value), .atom)
    term.isClosed = term.text.contains("e")
    term.isPlain = !term.isClosed
    term.startsWithDigit = true
    return term
  }

  // MARK: Operators

  static func negated(_ term: PlainTerm) -> PlainTerm {
    var result = PlainTerm("−" + term.asFactor, .sum, of: [term])
    result.positive = [term]
    return result
  }

  static func sum(_ left: PlainTerm, _ right: PlainTerm) -> PlainTerm {
    if let positive = right.positive.first { return .difference(left, positive) }
    return PlainTerm(
      "\(left.bracketed(below: .sum)) + \(right.bracketed(below: .sum))", .sum, of: [left, right])
  }

  static func difference(_ left: PlainTerm, _ right: PlainTerm) -> PlainTerm {
    PlainTerm(
      "\(left.bracketed(below: .sum)) − \(right.bracketed(below: .product))", .sum,
      of: [left, right])
  }

  static func product(_ left: PlainTerm, _ right: PlainTerm) -> PlainTerm {
    if let positive = left.positive.first { return .negated(.product(positive, right)) }
    // A number or parameters before a bracket need no dot; behind x it would look like a call.
    let isCoefficient = !left.varies && !left.isClosed
    let couldBe =
      isCoefficient
      && (right.binding == .sum
        || right.binding == .power && !right.startsWithDigit
          && !right.startsWithWord)
      || (left.isPlain || isCoefficient) && right.isPlain && !right.startsWithDigit
        && left.text != right.text
    let isClose = couldBe && !left.merges(with: right)
    var term = PlainTerm(
      left.asFactor + (isClose ? "" : "·") + right.asFactor, .product, of: [left, right])
    term.isPlain = isClose && right.binding != .sum
    term.startsWithDigit = left.startsWithDigit
    return term
  }

  /// Whether letters that meet would read as one name, or as the call of one: `sx` and `s(1 + x)` would, `αx` not.
  private func merges(with right: PlainTerm) -> Bool {
    let own = asFactor
    guard let last = own.last, last.isLetter, !Symbols.isSubscript(last),
      let first = right.asFactor.first, first.isLetter || first == "(",
      Symbols.namesOfGreek[String(first)] == nil
    else { return false }
    let before = own.dropLast().last
    let isWord = before.map { $0.isLetter && $0.isASCII } ?? false
    guard Symbols.namesOfGreek[String(last)] != nil, !isWord else { return true }
    return first == "(" && "σφ".contains(last)
  }

  static func quotient(_ left: PlainTerm, _ right: PlainTerm) -> PlainTerm {
    if let positive = left.positive.first { return .negated(.quotient(positive, right)) }
    if left.text == "1", right.text == "2" {
      var half = PlainTerm("½", .atom)
      half.isPlain = true
      half.startsWithDigit = true
      return half
    }
    var term = PlainTerm(
      left.asFactor + "/" + right.bracketed(below: .power), .product, of: [left, right])
    term.startsWithDigit = left.startsWithDigit
    // What follows would seem to stand below the line.
    term.isClosed = true
    return term
  }

  static func power(_ base: PlainTerm, _ exponent: PlainTerm) -> PlainTerm {
    if exponent.text == "0.5" || exponent.text == "½" { return .root("√", base) }
    let raised = exponent.asExponent
    if let call = base.call, !raised.hasPrefix("^") {
      var term = PlainTerm(call.name + raised + call.arguments, .atom, of: [base])
      term.isClosed = true
      return term
    }
    let isAtom = base.binding == .atom
    var term = PlainTerm(
      (isAtom ? base.text : "(\(base.text))") + raised, .power, of: [base, exponent])
    term.isPlain = base.isPlain && isAtom && !base.startsWithDigit && !raised.hasPrefix("^")
    term.startsWithDigit = base.startsWithDigit
    term.startsWithWord = base.isClosed
    return term
  }

  /// `²` for whole numbers, `^α` for letters, `^(…)` for all else.
  private var asExponent: String {
    if text.allSatisfy(\.isWholeNumber) { return String(text.compactMap { Symbols.raised[$0] }) }
    return "^" + (binding == .atom && isPlain && !startsWithDigit ? text : "(\(text))")
  }

  // MARK: Functions

  private static func root(_ sign: String, _ term: PlainTerm) -> PlainTerm {
    var root = PlainTerm(
      sign + (term.binding == .atom ? term.text : "(\(term.text))"), .atom, of: [term])
    // A root stands behind letters without a dot, but nothing behind a root.
    root.isPlain = !term.varies
    root.isClosed = true
    return root
  }

  static func call(_ name: String, _ arguments: [PlainTerm]) -> PlainTerm {
    let inside = "(\(arguments.map(\.text).joined(separator: ", ")))"
    var term = PlainTerm(name + inside, .atom, of: arguments)
    term.isClosed = true
    if Symbols.raisable.contains(name) { term.call = (name, inside) }
    return term
  }

  static func component(_ place: Int, of function: VectorFunction, _ arguments: [PlainTerm])
    -> PlainTerm
  {
    var term = call(function.rawValue, arguments)
    term.text += "[\(place)]"
    return term
  }

  static func cases(
    _ left: PlainTerm, _ comparison: Expression.Comparison, _ right: PlainTerm, then: PlainTerm,
    otherwise: PlainTerm
  ) -> PlainTerm {
    let signs: [Expression.Comparison: String] = [
      .lessOrEqual: "≤", .greaterOrEqual: "≥", .equal: "=", .unequal: "≠",
    ]
    let sign = signs[comparison] ?? comparison.rawValue
    let rest = otherwise.binding == .cases ? otherwise.text : "else \(otherwise.text)"
    return PlainTerm(
      "\(then.bracketed(below: .sum)) for \(left.text) \(sign) \(right.text), \(rest)", .cases,
      of: [left, right, then, otherwise])
  }

  static func intrinsic(_ name: String, _ arguments: [PlainTerm]) -> PlainTerm {
    guard arguments.count == 1 else { return .call(Symbols.functions[name] ?? name, arguments) }
    let argument = arguments[0]
    switch name {
    case "abs":
      return PlainTerm("|\(argument.text)|", .atom, of: arguments)
    case "floor": return PlainTerm("⌊\(argument.text)⌋", .atom, of: arguments)
    case "ceil": return PlainTerm("⌈\(argument.text)⌉", .atom, of: arguments)
    case "exp" where argument.text.contains("^"): return .call("exp", arguments)
    case "exp": return .power(.symbol("e"), argument)
    case "expm1": return .difference(.intrinsic("exp", arguments), .number(1))
    case "log1p": return .call("ln", [.sum(.number(1), argument)])
    case "logcosh": return .call("ln", [.call("cosh", arguments)])
    case "sqrt": return .root("√", argument)
    case "cbrt": return .root("∛", argument)
    default: return .call(Symbols.functions[name] ?? name, arguments)
    }
  }

  static func derivative(_ primes: Int, of name: String, _ argument: PlainTerm) -> PlainTerm {
    .call((Symbols.functions[name] ?? name) + Self.primes(primes), [argument])
  }

  private static func primes(_ count: Int) -> String {
    ["", "′", "″", "‴"].indices.contains(count)
      ? ["", "′", "″", "‴"][count] : String(repeating: "′", count: count)
  }

  static func family(
    _ name: String, primes: Int, _ settings: [(symbol: String, value: PlainTerm)],
    _ argument: PlainTerm
  ) -> PlainTerm {
    let list = settings.map { "\($0.symbol) = \($0.value.text)" }.joined(separator: ", ")
    var term = PlainTerm(
      "\(name)\(Self.primes(primes))(\(argument.text)\(list.isEmpty ? "" : "; " + list))", .atom,
      of: [argument])
    term.isClosed = true
    return term
  }
}
