import Activations

/// Straight-line code in one type: steps in single assignment, each an operation on earlier ones, choices by selection.
///
/// What every printer prints, and what is run and measured before. It knows nothing of derivatives or formulas.
package struct Code: Sendable {
  /// The steps; operands stand before what uses them.
  package private(set) var steps: [Step] = []
  /// The type of all numbers.
  package let type: FloatType
  /// What the language that is written does otherwise.
  package let dialect: Dialect
  private var known: [Step: Int] = [:]

  package init(_ type: FloatType, _ dialect: Dialect = Dialect()) {
    (self.type, self.dialect) = (type, dialect)
  }

  /// Whether every arm of a choice is evaluated.
  var isGuarded: Bool { dialect.isGuarded }

  /// What a step is.
  package subscript(place: Int) -> Step { steps[place] }

  /// The place of a step: one that has it already, what it simplifies to, or a new one.
  package mutating func emit(_ step: Step) -> Int {
    if let place = known[step] { return place }
    let place = simplified(step) ?? append(step)
    known[step] = place
    return place
  }

  private mutating func append(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }

  /// The number that a step is, if it is one.
  package func constant(_ place: Int) -> Double? {
    if case .constant(let value) = steps[place] { value } else { nil }
  }

  /// Whether a step's result is never below 0.
  private func isPositive(_ place: Int) -> Bool {
    switch steps[place] {
    case .constant(let value): value >= 0
    case .magnitude, .root, .call(.exp, _), .call(.normalTail, _), .call(.normalLoss, _): true
    case .multiply(let a, let b), .divide(let a, let b), .add(let a, let b):
      isPositive(a) && isPositive(b)
    case .select(_, _, _, let c, let d): isPositive(c) && isPositive(d)
    default: false
    }
  }

  /// What says the same with fewer operations, and to the last bit.
  ///
  /// Signs go outwards, so that both sides of 0 share their steps.
  private mutating func simplified(_ step: Step) -> Int? {
    if let value = folded(step), value.isFinite { return emit(.constant(value)) }
    switch step {
    case .negate(let a):
      if case .negate(let inner) = steps[a] { return inner }
      return constant(a).map { emit(.constant(-$0)) }
    case .magnitude(let a):
      if case .negate(let inner) = steps[a] { return emit(.magnitude(inner)) }
      if let value = constant(a) { return emit(.constant(value.magnitude)) }
      return isPositive(a) ? a : nil
    case .add(let a, let b): return sum(a, b)
    case .subtract(let a, let b):
      if case .negate(let inner) = steps[b] { return emit(.add(a, inner)) }
      if case .negate(let inner) = steps[a] { return emit(.negate(emit(.add(inner, b)))) }
      return constant(b) == 0 ? a : nil
    case .multiply(let a, let b): return product(a, b)
    case .divide(let a, let b):
      if case .negate(let inner) = steps[a] { return emit(.negate(emit(.divide(inner, b)))) }
      if case .negate(let inner) = steps[b] { return emit(.negate(emit(.divide(a, inner)))) }
      return constant(b) == 1 ? a : nil
    case .excess(let a, let b, let p): return excess(a, b, p)
    case .select(let comparison, let a, let b, let c, let d):
      if c == d { return c }
      guard let left = constant(a), let right = constant(b) else { return nil }
      return comparison.holds(left, right) ? c : d
    case .call(let function, let a):
      guard !runsHelper(function) else { return nil }
      return constant(a).flatMap { called(function, $0) }.map { emit(.constant($0)) }
    case .x, .argument, .constant, .root, .power: return nil
    }
  }

  /// A function of a number, where it is a number.
  private func called(_ function: Primitive, _ u: Double) -> Double? {
    let value = type == .f32 ? Double(Float.call(function, Float(u))) : Double.call(function, u)
    return value.isFinite ? value : nil
  }

  /// Arithmetic of two numbers, as the type does it: a double has more than twice the digits of the others, so that rounding it once
  /// more gives what rounding once does.
  private func folded(_ step: Step) -> Double? {
    let operands = step.operands.compactMap(constant)
    guard operands.count == 2, step.operands.count == 2 else { return nil }
    let (a, b) = (operands[0], operands[1])
    switch step {
    case .add: return type.rounded(a + b)
    case .subtract: return type.rounded(a - b)
    case .multiply: return type.rounded(a * b)
    case .divide: return type.rounded(a / b)
    case .x, .argument, .constant, .negate, .magnitude, .root, .excess, .call, .power, .select:
      return nil
    }
  }

  private mutating func sum(_ a: Int, _ b: Int) -> Int? {
    if constant(a) == 0 { return b }
    if constant(b) == 0 { return a }
    if case .negate(let inner) = steps[b] { return emit(.subtract(a, inner)) }
    if case .negate(let inner) = steps[a] { return emit(.subtract(b, inner)) }
    if let c = constant(b), c < 0 { return emit(.subtract(a, emit(.constant(-c)))) }
    if let c = constant(a), c < 0 { return emit(.subtract(b, emit(.constant(-c)))) }
    return a > b ? emit(.add(b, a)) : nil
  }

  private mutating func product(_ a: Int, _ b: Int) -> Int? {
    if case .negate(let inner) = steps[a] { return emit(.negate(emit(.multiply(inner, b)))) }
    if case .negate(let inner) = steps[b] { return emit(.negate(emit(.multiply(a, inner)))) }
    if constant(a) == 1 { return b }
    if constant(b) == 1 { return a }
    if constant(a) == -1 { return emit(.negate(b)) }
    if constant(b) == -1 { return emit(.negate(a)) }
    return a > b ? emit(.multiply(b, a)) : nil
  }

  private mutating func excess(_ a: Int, _ b: Int, _ p: Int) -> Int? {
    if let u = constant(a), let v = constant(b), let product = constant(p) {
      let rest = type.rounded((-product).addingProduct(u, v))
      if rest == 0 || rest.magnitude >= type.leastNormalMagnitude { return emit(.constant(rest)) }
    }
    if [a, b].contains(where: { constant($0).map { $0.magnitude.significand == 1 } ?? false }) {
      return emit(.constant(0))
    }
    if case .negate(let inner) = steps[p] {
      let opposite = emit(.negate(a))
      return emit(.negate(emit(.excess(opposite, b, of: inner))))
    }
    if case .negate(let u) = steps[a], case .negate(let v) = steps[b] {
      return emit(.excess(u, v, of: p))
    }
    return nil
  }
}

extension Code {
  /// The number nearest in the type.
  package mutating func number(_ value: Double) -> Int { emit(.constant(type.rounded(value))) }

  /// Takes over a result of other code, with the steps that it needs.
  package mutating func take(_ other: Code, _ result: Int) -> Int {
    var places: [Int] = []
    for step in other.steps { places.append(emit(step.mapOperands { places[$0] })) }
    return places[result]
  }

  /// The steps that a result needs, and where it stands among them.
  package func pruned(to results: [Int]) -> (code: Code, results: [Int]) {
    var isNeeded = Array(repeating: false, count: steps.count)
    for result in results { isNeeded[result] = true }
    for place in steps.indices.reversed() where isNeeded[place] {
      for operand in steps[place].operands { isNeeded[operand] = true }
    }
    var code = Code(type, dialect)
    var places = Array(repeating: 0, count: steps.count)
    for place in steps.indices where isNeeded[place] {
      places[place] = code.append(steps[place].mapOperands { places[$0] })
    }
    return (code, results.map { places[$0] })
  }
}
