// From components of vectors to instructions. Each is a program of its own, which shares nodes with others where both stand in one
// formula.

extension ProgramBuilder {
  /// Emits a component of a vector, given the registers of all arguments.
  mutating func emit(_ place: Int, of function: VectorFunction, _ arguments: [Int]) -> Int {
    switch function {
    case .softmax: return share(place, arguments)
    case .softmin: return share(place, arguments.map { mirrored($0) })
    case .logSoftmax: return negated(excess(place, arguments))
    case .sparsemax: return sparseShare(place, arguments)
    case .entmax15: return sparseSquare(place, arguments)
    }
  }

  /// e^aₖ/Σ e^aᵢ, of two a logistic sigmoid.
  private mutating func share(_ place: Int, _ arguments: [Int]) -> Int {
    let others = self.others(than: place, arguments)
    guard let first = others.first else { return constant(1.0) }
    if others.count == 1 { return apply(.sigmoid, gap(arguments[place], first)) }
    return emit(.share(arguments[place], among: others))
  }

  /// ln Σ e^(aᵢ − aₖ), in which one summand is 1.
  private mutating func excess(_ place: Int, _ arguments: [Int]) -> Int {
    let others = self.others(than: place, arguments)
    guard let first = others.first else { return constant(0.0) }
    if others.count == 1 { return apply(.softplus, gap(first, arguments[place])) }
    return emit(.logSumExp(others.map { gap($0, arguments[place]) } + [constant(0.0)]))
  }

  /// ln Σ e^aᵢ.
  mutating func logarithmOfSum(_ arguments: [Int]) -> Int {
    let summands = arguments.filter { !isAbsent($0) }
    guard let first = summands.first ?? arguments.first else { return constant(-.infinity) }
    return summands.count > 1 ? emit(.logSumExp(summands)) : first
  }

  /// The other arguments, but for those that are −∞ and take no part.
  private func others(than place: Int, _ arguments: [Int]) -> [Int] {
    arguments.indices.filter { $0 != place && !isAbsent(arguments[$0]) }
      .map { arguments[$0] }
  }

  /// Whether a register is −∞, also where no constant is computed.
  func isAbsent(_ register: Int) -> Bool {
    if case .scale(let u, let c) = self[register], let value = constant(u) {
      return c * value == -.infinity
    }
    return constant(register) == -.infinity
  }

  /// −u; of a number the number.
  private mutating func mirrored(_ u: Int) -> Int {
    if let value = constant(u) { return constant(-value) }
    return negated(u)
  }

  /// a − b, of which a formula may hold either by itself.
  mutating func gap(_ a: Int, _ b: Int) -> Int {
    if constant(b) == 0 { return a }
    if constant(a) == 0 { return negated(b) }
    return emit(.subtract(a, b))
  }
}
