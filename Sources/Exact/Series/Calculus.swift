/// Operations on series.
struct Calculus: Sendable {
  let arithmetic: Arithmetic
  /// How many powers beyond the first are kept.
  let span: Power
  /// Whether t is positive; else it is of both signs, and what depends on its sign has to be looked at on each side.
  let isOneSided: Bool
  /// Whether the limit alone is asked for, so that what oscillates may be known by its size.
  var isValueOnly = false
  /// Where waves of an argument that grows beyond bounds stand; nil where they stand anywhere.
  var phase: Phase?

  /// The first term, with its sign known; nil for what is 0 at all t.
  func leading(_ a: Series) throws(Obstacle) -> Series.Term? {
    guard let first = a.terms.first else {
      if a.order == .infinity { return nil }
      throw a.order >= .beyond ? .undecided : .orders
    }
    guard first.coefficient.sign != nil else { throw .precision }
    return first
  }

  /// −1, 0 or 1, as it is near the point.
  func sign(_ a: Series) throws(Obstacle) -> Int {
    if !isOneSided, a.terms.first?.power ?? a.order > .zero, a.order < .infinity || !a.terms.isEmpty
    {
      throw .sides
    }
    guard let first = try leading(a) else { return 0 }
    guard isOneSided || first.power == .zero else { throw .sides }
    return first.sign ?? 0
  }

  // MARK: Sums

  func negate(_ a: Series) -> Series {
    var result = a
    for index in a.terms.indices {
      result.terms[index].coefficient = a.terms[index].coefficient.negated
    }
    return result
  }

  func add(_ a: Series, _ b: Series) throws(Obstacle) -> Series {
    if a.isZero { return b }
    if b.isZero { return a }
    guard a.growth.isEmpty, b.growth.isEmpty else { return try addGrowing(a, b) }
    var sum = Series(merged(a.terms, b.terms), order: min(a.order, b.order))
    while let last = sum.terms.last, last.power >= sum.order { sum.terms.removeLast() }
    return sum
  }

  func subtract(_ a: Series, _ b: Series) throws(Obstacle) -> Series { try add(a, negate(b)) }

  /// Both lists in one, equal powers added.
  func merged(_ a: [Series.Term], _ b: [Series.Term]) -> [Series.Term] {
    var result: [Series.Term] = []
    result.reserveCapacity(max(a.count, b.count))
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || (i < a.count && a[i].power < b[j].power) {
        result.append(a[i])
        i += 1
      } else if i == a.count || b[j].power < a[i].power {
        result.append(b[j])
        j += 1
      } else {
        let sum = arithmetic.add(a[i].coefficient, b[j].coefficient)
        if !sum.isZero { result.append(Series.Term(power: a[i].power, coefficient: sum)) }
        (i, j) = (i + 1, j + 1)
      }
    }
    return result
  }

  /// Of two with unlike factors e^E the greater outweighs the other.
  private func addGrowing(_ a: Series, _ b: Series) throws(Obstacle) -> Series {
    let difference = merged(a.growth, negate(Series(b.growth, order: .infinity)).terms)
    guard let first = difference.first else {
      var sum = try add(Series(a.terms, order: a.order), Series(b.terms, order: b.order))
      sum.growth = a.growth
      return sum
    }
    if first.power == .zero { return try addHuge(a, b, first.coefficient) }
    guard let sign = first.sign else { throw .precision }
    var greater = sign > 0 ? a : b
    // What is unknown of it may be less than the other.
    guard try leading(greater) != nil else { throw .undecided }
    greater.order = min(greater.order, .beyond)
    return greater
  }

  // MARK: Products

  func multiply(_ a: Series, _ b: Series) throws(Obstacle) -> Series {
    if a.isZero || b.isZero { return Series(.zero) }
    if let constant = a.constant { return scale(b, constant) }
    if let constant = b.constant { return scale(a, constant) }
    let order = min(a.order + b.valuation, b.order + a.valuation)
    let end = min(order, a.valuation + b.valuation + span)
    var product = Series([], order: order)
    for s in a.terms {
      for t in b.terms {
        let power = s.power + t.power
        guard power < end else {
          product.order = min(order, end)
          break
        }
        accumulate(&product.terms, power, arithmetic.multiply(s.coefficient, t.coefficient))
      }
    }
    if a.growth.isEmpty {
      product.growth = b.growth
      return product
    }
    return scaled(product, growth: merged(a.growth, b.growth))
  }

  /// Adds a term where it belongs.
  private func accumulate(_ terms: inout [Series.Term], _ power: Power, _ coefficient: Bounds) {
    var index = terms.count
    while index > 0, terms[index - 1].power > power { index -= 1 }
    if index > 0, terms[index - 1].power == power {
      let sum = arithmetic.add(terms[index - 1].coefficient, coefficient)
      if sum.isZero {
        terms.remove(at: index - 1)
      } else {
        terms[index - 1].coefficient = sum
      }
    } else if !coefficient.isZero {
      terms.insert(Series.Term(power: power, coefficient: coefficient), at: index)
    }
  }

  func scale(_ a: Series, _ factor: Bounds) -> Series {
    if factor.isZero { return Series(.zero) }
    if factor.isOne { return a }
    var result = a
    for index in a.terms.indices {
      result.terms[index].coefficient = arithmetic.multiply(a.terms[index].coefficient, factor)
    }
    return result
  }

  /// The quotient by what is known not to be 0, digit by digit; where b begins with t^k, k orders are lost.
  func divide(_ a: Series, _ b: Series) throws(Obstacle) -> Series {
    guard let first = try leading(b) else { throw .undefined }
    if a.isZero { return a }
    if let constant = b.constant {
      var result = a
      for index in a.terms.indices {
        result.terms[index].coefficient = arithmetic.divide(a.terms[index].coefficient, constant)
      }
      return result
    }
    // A quotient by ln t + 1 has a term for each power of 1/ln t.
    if b.terms.count > 1, b.terms[1].isLike(first) { throw .undecided }
    let start = a.valuation - first.power
    let order = min(
      a.order - first.power, b.order + start - first.power)
    let end = min(order, start + span)
    var (quotient, rest) = (Series([], order: order), a.terms)
    while let next = rest.first {
      let power = next.power - first.power
      guard power < end else { break }
      let coefficient = arithmetic.divide(next.coefficient, first.coefficient)
      quotient.terms.append(Series.Term(power: power, coefficient: coefficient))
      rest.removeFirst()
      for term in b.terms.dropFirst() {
        let place = power + term.power
        guard place - first.power < end else { continue }
        accumulate(&rest, place, arithmetic.multiply(coefficient, term.coefficient).negated)
      }
    }
    // Where products were left out, the quotient does not end here.
    if order == .infinity, rest.isEmpty, b.terms.count == 1 { return quotientOf(quotient, a, b) }
    quotient.order = min(order, end)
    return quotientOf(quotient, a, b)
  }

  private func quotientOf(_ quotient: Series, _ a: Series, _ b: Series) -> Series {
    guard !a.growth.isEmpty || !b.growth.isEmpty else { return quotient }
    return scaled(
      quotient, growth: merged(a.growth, negate(Series(b.growth, order: .infinity)).terms))
  }

  // MARK: Functions by their coefficients

  /// How many coefficients a function of h needs.
  func count(_ h: Series) -> Int {
    guard !h.isZero else { return 1 }
    return Int(max(1, min(span.high / h.valuation.high, 400)).rounded(.up))
  }

  /// Σ gₖ·hᵏ of a series without a constant term.
  func compose(_ coefficients: [Bounds], _ h: Series) throws(Obstacle) -> Series {
    guard !h.isZero, let last = coefficients.last else {
      return Series(coefficients.first ?? .zero)
    }
    var sum = Series(last)
    for coefficient in coefficients.dropLast().reversed() {
      sum = try add(multiply(sum, h), Series(coefficient))
    }
    let order = h.valuation * Double(coefficients.count) + .order
    sum.order = min(sum.order, order)
    while let term = sum.terms.last, term.power >= sum.order { sum.terms.removeLast() }
    return sum
  }

  // MARK: Derivatives

  /// The derivative in t.
  func derivative(_ a: Series) throws(Obstacle) -> Series {
    var result = Series([], order: a.order - .one)
    for term in a.terms {
      let (power, logarithms) = (term.power - .one, term.power.logarithms)
      if term.power.base != .zero {
        let coefficient = arithmetic.multiply(
          term.coefficient, Bounds(term.power.base, arithmetic))
        accumulate(&result.terms, power, coefficient)
      }
      if logarithms != 0 {
        let coefficient = arithmetic.times(term.coefficient, logarithms)
        accumulate(&result.terms, power - .logarithm, coefficient)
      }
    }
    guard !a.growth.isEmpty else { return result }
    // (e^E·F)′ = e^E·(E′F + F′).
    let rate = try derivative(Series(a.growth, order: .infinity))
    result = try add(multiply(rate, Series(a.terms, order: a.order)), result)
    result.growth = a.growth
    return result
  }

  /// The integral in t from the point on, of what begins with more than 1/t.
  func integral(_ slope: Series, from start: Bounds) throws(Obstacle) -> Series {
    let a = settled(slope)
    guard a.growth.isEmpty else { throw .undecided }
    var result = Series(start)
    result.order = a.order + .one
    guard result.order > .zero else { throw .orders }
    for term in a.terms {
      guard term.power.base > Power(-1), term.power.logarithms >= 0 else { throw .undecided }
      // ∫tᵖ·lnᵏ t dt = tᵖ⁺¹/(p + 1)·lnᵏ t − k/(p + 1)·∫tᵖ·lnᵏ⁻¹ t dt.
      var (power, coefficient) = (term.power + .one, term.coefficient)
      let divisor = Bounds(power.base, arithmetic)
      while power.logarithms >= 0 {
        coefficient = arithmetic.divide(coefficient, divisor)
        accumulate(&result.terms, power, coefficient)
        coefficient = arithmetic.times(coefficient, -power.logarithms)
        power = power - .logarithm
      }
    }
    return result
  }
}
