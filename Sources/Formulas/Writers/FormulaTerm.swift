import Activations

/// A part of a formula as it is written in some notation, with what its neighbours must know to put brackets
/// where they belong.
protocol FormulaTerm {
  static var x: Self { get }
  static func number(_ value: Double) -> Self
  /// A parameter, by its symbol.
  static func symbol(_ symbol: String) -> Self
  static func negated(_ term: Self) -> Self
  static func sum(_ left: Self, _ right: Self) -> Self
  static func difference(_ left: Self, _ right: Self) -> Self
  static func product(_ left: Self, _ right: Self) -> Self
  static func quotient(_ left: Self, _ right: Self) -> Self
  static func power(_ base: Self, _ exponent: Self) -> Self
  /// `max`, `min`, `clip`, or another function of several arguments.
  static func call(_ name: String, _ arguments: [Self]) -> Self
  /// A component of a function of several arguments, counted from 1.
  static func component(_ place: Int, of function: VectorFunction, _ arguments: [Self]) -> Self
  /// One of two terms, as left compares with right.
  static func cases(
    _ left: Self, _ comparison: Expression.Comparison, _ right: Self, then: Self, otherwise: Self
  ) -> Self
  /// A function that the language has by itself.
  static func intrinsic(_ name: String, _ arguments: [Self]) -> Self
  /// A function of the catalogue, or so many derivatives of one, with the parameters that are not at their defaults.
  static func family(
    _ name: String, primes: Int, _ settings: [(symbol: String, value: Self)], _ argument: Self
  ) -> Self
  /// A derivative of a function that the language has by itself.
  static func derivative(_ primes: Int, of name: String, _ argument: Self) -> Self
  /// How long it is.
  var count: Int { get }
}

extension Expression {
  /// The formula in a notation; nil where it would be too long to be read, since definitions written out can
  /// grow without bound.
  ///
  /// `symbols` are those of parameters whose names are others.
  func written<Term: FormulaTerm>(as type: Term.Type, symbols: [String: String]) -> Term? {
    let longest = 1000
    var terms: [Term] = []
    for node in nodes {
      let operands = node.operands.map { terms[$0] }
      guard operands.allSatisfy({ $0.count <= longest }) else { return nil }
      terms.append(clip(node, terms) ?? Self.term(node.operation, operands, symbols))
    }
    return terms.last.flatMap { $0.count <= longest ? $0 : nil }
  }

  /// The smaller of a number and the larger of two others, which is how `clip` is understood.
  private func clip<Term: FormulaTerm>(_ node: Node, _ terms: [Term]) -> Term? {
    guard case .minimum = node.operation, case .maximum = nodes[node.operands[0]].operation
    else { return nil }
    let inner = nodes[node.operands[0]].operands
    return .call("clip", (inner + [node.operands[1]]).map { terms[$0] })
  }

  private static func term<Term: FormulaTerm>(
    _ operation: Operation, _ operands: [Term], _ symbols: [String: String]
  ) -> Term {
    switch operation {
    case .x: return .x
    case .number(let value): return .number(value)
    case .constant(let constant): return .number(constant.value)
    case .parameter(let name): return .symbol(symbols[name] ?? name)
    case .negate: return .negated(operands[0])
    case .add: return .sum(operands[0], operands[1])
    case .subtract: return .difference(operands[0], operands[1])
    case .multiply: return .product(operands[0], operands[1])
    case .divide: return .quotient(operands[0], operands[1])
    case .power: return .power(operands[0], operands[1])
    case .maximum: return .call("max", operands)
    case .minimum: return .call("min", operands)
    case .logSumExp: return .intrinsic(Vocabulary.logSumExp, operands)
    case .component(let place, let function):
      return .component(place + 1, of: function, operands)
    case .select(let comparison):
      return .cases(
        operands[0], comparison, operands[1], then: operands[2], otherwise: operands[3])
    case .intrinsic(let function): return .intrinsic(function.rawValue, operands)
    case .binary(let function): return .intrinsic(function.rawValue, operands)
    case .catalogue(let family, let parameters):
      return .family(family.name, primes: 0, settings(parameters, operands), operands[0])
    case .derivative(let order, .intrinsic(let function)):
      return .derivative(order, of: function.rawValue, operands[0])
    case .derivative(let order, let quote):
      return .family(
        quote.name, primes: order, settings(quote.parameters, operands), operands[0])
    }
  }

  /// The parameters that are not at their defaults; their values stand behind x among the operands.
  private static func settings<Term: FormulaTerm>(_ parameters: [Parameter], _ operands: [Term])
    -> [(symbol: String, value: Term)]
  {
    zip(parameters, operands.dropFirst()).filter { parameter, value in
      "\(value)" != "\(Term.number(parameter.defaultValue))"
    }.map { ($0.symbol, $1) }
  }
}

extension Expression.Comparison {
  /// What holds where this one does not.
  var opposite: Expression.Comparison {
    switch self {
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .equal: .unequal
    case .unequal: .equal
    }
  }
}
