extension Code {
  /// The sums and products whose rounding is taken up again, as that of a + b in (a + b) − a.
  ///
  /// Who rewrites that as b, or contracts a product and a sum, loses it.
  var pairedSteps: Set<Int> {
    var sums: Set<Int> = []
    var found: Set<Int> = []
    for step in steps {
      if case .excess(_, _, let product) = step { found.insert(unsigned(product)) }
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
