import Activations

// Terms and factors that stand twice in a sum or product, put together as readers do.

extension Rewrite {
  static let likeTerms = form("a·u + … + b·u → (a + b)·u + …", example: "x - (sin(x) + x)") {
    builder, instruction in
    var sum = LikeTerms()
    sum.addParts(of: instruction, 1, builder)
    return sum.isCollected ? sum.emitted(&builder) : nil
  }

  static let likeFactors = form("u^a·…·u^b → u^(a+b)·…", example: "x*exp(x)/x") {
    builder, instruction in
    var product = LikeFactors()
    product.multiplyParts(of: instruction, 1, builder)
    return product.isCollected ? product.emitted(&builder) : nil
  }
}

/// A sum of multiples of registers, and a number.
private struct LikeTerms {
  private var terms: [(register: Int, factor: Double)] = []
  private var number = 0.0
  /// Numbers that cannot be added to it without rounding.
  private var rest: [Double] = []
  /// Whether something stood twice.
  private(set) var isCollected = false
  private static let most = 40

  private mutating func add(_ register: Int, _ factor: Double, _ builder: ProgramBuilder) {
    guard terms.count < Self.most, addParts(of: builder[register], factor, builder) else {
      return append(register, factor)
    }
  }

  /// Adds what a sum or a multiple consists of, and tells whether it was one.
  @discardableResult
  mutating func addParts(
    of instruction: Program.Instruction, _ factor: Double, _ builder: ProgramBuilder
  ) -> Bool {
    if case .add(let a, let b) = instruction {
      add(a, factor, builder)
      add(b, factor, builder)
    } else if case .subtract(let a, let b) = instruction {
      add(a, factor, builder)
      add(b, -factor, builder)
    } else if case .scale(let u, let c) = instruction, Pair.product(c, factor).low == 0 {
      add(u, c * factor, builder)
    } else if case .offset(let u, let c) = instruction, Pair.product(c, factor).low == 0 {
      add(u, factor, builder)
      add(constant: c * factor)
    } else {
      return false
    }
    return true
  }

  private mutating func add(constant: Double) {
    let sum = Pair(number) + Pair(constant)
    guard sum.low == 0 else { return rest.append(constant) }
    if number != 0 { isCollected = true }
    number = sum.high
  }

  private mutating func append(_ register: Int, _ factor: Double) {
    guard let place = terms.firstIndex(where: { $0.register == register }) else {
      return terms.append((register, factor))
    }
    let sum = Pair(terms[place].factor) + Pair(factor)
    guard sum.low == 0 else { return terms.append((register, factor)) }
    terms[place].factor = sum.high
    isCollected = true
  }

  /// The sum, what is added first.
  func emitted(_ builder: inout ProgramBuilder) -> Int {
    let kept = terms.filter { $0.factor != 0 }
    var result: Int?
    for (register, factor) in kept.filter({ $0.factor > 0 }) + kept.filter({ $0.factor < 0 }) {
      if let sum = result, factor < 0 {
        result = builder.emit(.subtract(sum, builder.emit(.scale(register, by: -factor))))
      } else {
        let term = builder.emit(.scale(register, by: factor))
        result = result.map { builder.emit(.add($0, term)) } ?? term
      }
    }
    for c in [number] + rest where c != 0 || result == nil {
      result = result.map { builder.emit(.offset($0, by: c)) } ?? builder.constant(c)
    }
    return result ?? builder.constant(0)
  }
}

/// A product of whole powers of registers, and a number.
private struct LikeFactors {
  private var factors: [(register: Int, exponent: Double)] = []
  private var number = 1.0
  /// Whether something stood twice.
  private(set) var isCollected = false
  private static let most = 40

  private mutating func multiply(_ register: Int, _ exponent: Double, _ builder: ProgramBuilder) {
    guard factors.count < Self.most, multiplyParts(of: builder[register], exponent, builder) else {
      return append(register, exponent)
    }
  }

  /// Multiplies by what a product or a power consists of, and tells whether it was one.
  @discardableResult
  mutating func multiplyParts(
    of instruction: Program.Instruction, _ exponent: Double, _ builder: ProgramBuilder
  ) -> Bool {
    if case .multiply(let a, let b) = instruction {
      multiply(a, exponent, builder)
      multiply(b, exponent, builder)
    } else if case .divide(let a, let b) = instruction {
      multiply(a, exponent, builder)
      multiply(b, -exponent, builder)
    } else if case .raise(let u, let n) = instruction, n.rounded() == n {
      append(u, n * exponent)
    } else if case .scale(let u, let c) = instruction, exponent == 1,
      Pair.product(c, number).low == 0
    {
      number *= c
      multiply(u, exponent, builder)
    } else {
      return instruction == .constant(1)
    }
    return true
  }

  private mutating func append(_ register: Int, _ exponent: Double) {
    guard let place = factors.firstIndex(where: { $0.register == register }) else {
      return factors.append((register, exponent))
    }
    factors[place].exponent += exponent
    isCollected = true
  }

  func emitted(_ builder: inout ProgramBuilder) -> Int {
    func product(_ powers: [(register: Int, exponent: Double)]) -> Int? {
      powers.reduce(nil) { product, power in
        let factor = builder.emit(.raise(power.register, to: power.exponent.magnitude))
        return product.map { builder.emit(.multiply($0, factor)) } ?? factor
      }
    }
    let above = product(factors.filter { $0.exponent > 0 }) ?? builder.constant(1)
    let below = product(factors.filter { $0.exponent < 0 })
    let quotient = below.map { builder.emit(.divide(above, $0)) } ?? above
    return builder.emit(.scale(quotient, by: number))
  }
}
