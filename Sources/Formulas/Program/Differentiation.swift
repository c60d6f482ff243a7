import Activations

/// A function without a derivative that the language could say.
struct Underivable: Error {
  let function: String
}

// The rules of calculus over instructions. A slope that is nil is 0 everywhere.

extension ProgramBuilder {
  /// Emits the derivative of a register with respect to x.
  mutating func slope(of result: Int) throws(Underivable) -> Int {
    var isNeeded = Array(repeating: false, count: result + 1)
    isNeeded[result] = true
    var slopes: [Int?] = Array(repeating: nil, count: result + 1)
    for index in stride(from: result, through: 0, by: -1) where isNeeded[index] {
      for operand in self[index].operands { isNeeded[operand] = true }
    }
    for index in 0...result where isNeeded[index] {
      if let gate = gates[index] {
        slopes[index] = product(slopes[gate.argument], gate.density)
        continue
      }
      slopes[index] = try slope(of: self[index], at: index, slopes)
    }
    return slopes[result] ?? constant(0.0)
  }

  private mutating func slope(of instruction: Program.Instruction, at g: Int, _ slopes: [Int?])
    throws(Underivable) -> Int?
  {
    switch instruction {
    case .x, .held: return instruction == slopeVariable ? constant(1.0) : nil
    case .constant: return nil
    case .add(let a, let b): return sum(slopes[a], slopes[b])
    case .subtract(let a, let b): return difference(slopes[a], slopes[b])
    case .multiply(let a, let b):
      return sum(product(slopes[a], b), product(slopes[b], a))
    case .divide(let a, let b):
      if case .root(a, let c) = self[b] {
        // (u/√(c + u²))′ = c·u′/√(c + u²)³, of which a difference would leave little far out.
        let share = emit(.raise(emit(.divide(constant(1.0), b)), to: 3))
        return product(slopes[a], emit(.scale(share, by: c)))
      }
      if isTextbook { return textbookQuotient(a, b, slopes) }
      return quotient(difference(slopes[a], product(slopes[b], g)), b)
    case .power(let a, let b): return power(a, b, g, slopes)
    case .offset(let u, _): return slopes[u]
    case .scale(let u, let c): return slopes[u].map { emit(.scale($0, by: c)) }
    case .quotient(let u, let c): return slopes[u].map { emit(.quotient($0, by: c)) }
    case .raise(let u, let c):
      return product(slopes[u], emit(.scale(emit(.raise(u, to: c - 1)), by: c)))
    case .root(let u, _): return product(slopes[u], emit(.divide(u, g)))
    case .logSumExp(let all): return logSumExp(all, g, slopes)
    case .share(let a, let others): return share(a, others, g, slopes)
    case .abs(let u): return product(slopes[u], emit(.sign(u)))
    case .sign, .heaviside: return nil
    case .intrinsic(let function, let u):
      guard let slope = slopes[u] else { return nil }
      return try derivative(of: function, u, g).map { emit(.multiply($0, slope)) }
    case .binary(let function, let a, let b): return binary(function, a, b, g, slopes)
    case .ratio(let place, let u):
      guard let slope = slopes[u] else { return nil }
      let outer = try derivative(of: RemovableRatio.all[place].function, u, emit(.multiply(g, u)))
      return quotient(product(difference(outer, g), slope), u)
    case .exponentials(let place, let u):
      let quotient = program.quotients[place]
      guard let slope = slopes[u], !quotient.first.coefficients.isEmpty else { return nil }
      return emit(.multiply(emit(quotient.slope, of: u), slope))
    case .maximum(let a, let b): return select(.greater, a, b, slopes[a], slopes[b])
    case .minimum(let a, let b): return select(.less, a, b, slopes[a], slopes[b])
    case .select(let comparison, let a, let b, let c, let d):
      return select(comparison, a, b, slopes[c], slopes[d])
    case .activation(let place, let u):
      return try product(slopes[u], derivative(of: program.callees[place], u, g))
    }
  }

  /// u^v: v·u^(v − 1)·u′ where v is a number, else u^v·(v′·ln u + v·u′/u).
  private mutating func power(_ u: Int, _ v: Int, _ g: Int, _ slopes: [Int?]) -> Int? {
    guard let slope = slopes[v] else {
      let lower = emit(.power(u, emit(.offset(v, by: -1))))
      return product(slopes[u], emit(.multiply(v, lower)))
    }
    let rate = product(slopes[u], emit(.divide(v, u)))
    return product(sum(emit(.multiply(slope, apply(.log, u))), rate), g)
  }

  /// The mean of slopes, each weighted by e^(u − g); of two by sigmoids of their difference.
  private mutating func logSumExp(_ all: [Int], _ g: Int, _ slopes: [Int?]) -> Int? {
    guard all.count == 2 else {
      return all.reduce(nil) { total, u in
        slopes[u] == nil ? total : sum(total, product(slopes[u], apply(.exp, gap(u, g))))
      }
    }
    let lead = gap(all[0], all[1])
    return sum(
      product(slopes[all[0]], apply(.sigmoid, lead)),
      product(slopes[all[1]], apply(.sigmoid, negated(lead))))
  }

  /// −p·Σ q·(u − a)′, where q are the shares of the others.
  private mutating func share(_ a: Int, _ others: [Int], _ p: Int, _ slopes: [Int?]) -> Int? {
    var total: Int?
    for (place, u) in others.enumerated() {
      guard let tilt = difference(slopes[a], slopes[u]) else { continue }
      var rest = others
      rest[place] = a
      total = sum(total, product(tilt, emit(.share(u, among: rest))))
    }
    return product(total, p)
  }

  private mutating func binary(
    _ function: BinaryIntrinsic, _ a: Int, _ b: Int, _ g: Int, _ slopes: [Int?]
  ) -> Int? {
    switch function {
    case .gammaincp:
      // z^(a − 1)·e^−z/Γ(a).
      let power = emit(.power(b, emit(.offset(a, by: -1))))
      let bell = emit(.multiply(power, apply(.exp, negated(b))))
      return product(slopes[b], emit(.divide(bell, apply(.gamma, a))))
    case .atan2:
      let square = emit(.add(emit(.multiply(a, a)), emit(.multiply(b, b))))
      return quotient(difference(product(slopes[a], b), product(slopes[b], a)), square)
    case .mod:
      let steps = apply(.floor, emit(.divide(a, b)))
      return difference(slopes[a], product(slopes[b], steps))
    }
  }

  /// Of a function that is stated by its density, f = x·H: H + x·δ, where H is f/x.
  private mutating func derivative(of callee: Program.Callee, _ u: Int, _ g: Int)
    throws(Underivable) -> Int?
  {
    let values = Dictionary(
      zip(callee.family.parameters.map(\.name), callee.values), uniquingKeysWith: { a, _ in a })
    guard callee.family.name == "gennorm", let alpha = values["alpha"], let beta = values["beta"],
      let (_, density) = try? Quote.catalogue(callee.family).statement(values),
      let bell = try? emit(density, at: u, values)
    else { throw Underivable(function: callee.family.name) }
    // ∫ e^−|x/α|^β dx = 2α·Γ(1 + 1/β).
    let inverse = emit(.divide(constant(1.0), constant(beta)))
    let whole = emit(.scale(apply(.gamma, emit(.offset(inverse, by: 1))), by: 2 * alpha))
    let slope = emit(.multiply(u, emit(.divide(bell, whole))))
    let gate = emit(.divide(g, u))
    gates[gate] = (u, emit(.divide(bell, whole)))
    return emit(.add(gate, slope))
  }

  // MARK: Parts

  mutating func apply(_ function: Intrinsic, _ u: Int) -> Int { emit(.intrinsic(function, u)) }

  mutating func negated(_ u: Int) -> Int { emit(.scale(u, by: -1)) }

  private mutating func sum(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return a ?? b }
    return emit(.add(a, b))
  }

  mutating func difference(_ a: Int?, _ b: Int?) -> Int? {
    guard let b else { return a }
    guard let a else { return negated(b) }
    return emit(.subtract(a, b))
  }

  mutating func product(_ a: Int?, _ b: Int?) -> Int? {
    guard let a, let b else { return nil }
    return emit(.multiply(a, b))
  }

  mutating func quotient(_ a: Int?, _ b: Int) -> Int? { a.map { emit(.divide($0, b)) } }

  private mutating func select(
    _ comparison: Expression.Comparison, _ a: Int, _ b: Int, _ c: Int?, _ d: Int?
  ) -> Int? {
    guard c != nil || d != nil else { return nil }
    return emit(
      .select(comparison, a, b, c ?? constant(0.0), otherwise: d ?? constant(0.0)))
  }
}
