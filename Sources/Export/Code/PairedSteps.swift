extension Code {
  /// The steps that are to stay as they are where a compiler would rewrite them with others.
  var keptSteps: Set<Int> { pairedSteps.union(associatedSteps) }

  /// Sums, products and quotients that stand in others of their kind: (a + 1) + 2 is to become neither a + 3, of which less is left, nor
  /// (a·b)·c a·(b·c), nor a/(b/c) (a·c)/b, which overflow where these do not.
  private var associatedSteps: Set<Int> {
    var found: Set<Int> = []
    for step in steps {
      switch step {
      case .add(let a, let b), .subtract(let a, let b):
        found.formUnion(inner(a, b) { step in terms(step).map { [$0.0, $0.1] } })
      case .multiply(let a, let b):
        found.formUnion(
          inner(a, b) { step in if case .multiply(let c, let d) = step { [c, d] } else { nil } })
      case .divide(let a, let b):
        found.formUnion([unsigned(a), unsigned(b)].filter(isQuotient))
      case .x, .argument, .constant, .negate, .magnitude, .root, .excess, .call, .power, .select:
        break
      }
    }
    return found
  }

  /// What has a constant among its operands and meets another constant.
  private func inner(_ a: Int, _ b: Int, _ operands: (Step) -> [Int]?) -> [Int] {
    [(a, b), (b, a)].compactMap { place, other in
      guard constant(other) != nil, let inside = operands(steps[unsigned(place)]),
        inside.contains(where: { constant($0) != nil })
      else { return nil }
      return unsigned(place)
    }
  }

  private func isQuotient(_ place: Int) -> Bool {
    if case .divide = steps[place] { true } else { false }
  }

  /// The sums and products whose rounding is taken up again, as that of a + b in (a + b) − a.
  ///
  /// Who rewrites that as b, or contracts a product and a sum, loses it.
  var pairedSteps: Set<Int> {
    var sums: Set<Int> = []
    var found: Set<Int> = []
    for step in steps {
      if case .excess(_, _, let product) = step { found.insert(unsigned(product)) }
      if let (a, b) = terms(step), isExcess(a) || isExcess(b) {
        found.formUnion([a, b].filter(isProduct))
      }
      guard let (a, b) = terms(step) else { continue }
      if isTerm(b, of: a) { sums.insert(a) }
      if isTerm(a, of: b) { sums.insert(b) }
    }
    for sum in sums {
      guard let (a, b) = terms(steps[sum]) else { continue }
      found.formUnion([a, b].filter(isProduct))
    }
    return found.union(sums)
  }

  private func isExcess(_ place: Int) -> Bool {
    if case .excess = steps[place] { true } else { false }
  }

  private func isProduct(_ place: Int) -> Bool {
    if case .multiply = steps[place] { true } else { false }
  }

  /// Two terms without their signs.
  private func terms(_ step: Step) -> (Int, Int)? {
    switch step {
    case .add(let a, let b), .subtract(let a, let b): (unsigned(a), unsigned(b))
    case .x, .argument, .constant, .multiply, .divide, .negate, .magnitude, .root, .excess, .call,
      .power,
      .select:
      nil
    }
  }

  private func unsigned(_ place: Int) -> Int {
    if case .negate(let a) = steps[place] { a } else { place }
  }

  private func isTerm(_ place: Int, of sum: Int) -> Bool {
    guard let (a, b) = terms(steps[sum]) else { return false }
    if a == place || b == place { return true }
    guard let size = constant(place)?.magnitude else { return false }
    return constant(a)?.magnitude == size || constant(b)?.magnitude == size
  }
}
