// Powers, exponentials and logarithms of series.

extension Calculus {
  /// uᵖ of a number p.
  func power(_ u: Series, _ p: Bounds) throws(Obstacle) -> Series {
    if let n = p.integer, n >= 0,
      n <= 4 || (u.terms.count < 2 && n < 1 << 20 && u.order == .infinity)
    {
      return try power(u, n)
    }
    guard let first = try leading(u) else {
      guard let sign = p.sign else { throw .precision }
      if sign < 0 { throw .undefined }
      return sign == 0 ? Series(.one) : u
    }
    let sign = first.coefficient.sign ?? 0
    guard p.isPoint && p.low.isInteger || first.power == .zero || isOneSided else { throw .sides }
    guard first.power.logarithms == 0 else { throw .undecided }
    guard sign > 0 || (p.isPoint && p.low.isInteger) else { throw .undefined }
    let outer = Series(
      sign > 0
        ? arithmetic.power(first.coefficient, p)
        : try parity(p, arithmetic.power(first.coefficient.negated, p)),
      power: try scaled(first.power, p))
    let result = try multiply(outer, binomial(try relative(u, first), p))
    return u.growth.isEmpty
      ? result : scaled(result, growth: scale(Series(u.growth, order: .infinity), p).terms)
  }

  /// The power of a negative number, given that of its size.
  private func parity(_ p: Bounds, _ size: Bounds) throws(Obstacle) -> Bounds {
    // Whole numbers beyond 2⁶² are even: doubles that large are.
    p.integer.map { $0 % 2 == 0 } ?? true ? size : size.negated
  }

  /// A power of t to a power p.
  private func scaled(_ power: Power, _ p: Bounds) throws(Obstacle) -> Power {
    if power == .zero { return .zero }
    if let multiple = p.asMultiple, !multiple.isOfPi {
      let (p, q) = (Double(multiple.numerator), Double(multiple.denominator))
      return power.low == 0 ? Power(power.high * p, over: q) : power * (p / q)
    }
    let value = p.low.double
    guard p.isPoint, p.low == Number(value) else { throw .undecided }
    return power * value
  }

  /// u divided by its first term, less 1.
  func relative(_ u: Series, _ first: Series.Term) throws(Obstacle) -> Series {
    var h = Series([], order: u.order - first.power)
    if u.terms.count > 1, u.terms[1].isLike(first) { throw .undecided }
    for term in u.terms.dropFirst() {
      let coefficient = arithmetic.divide(term.coefficient, first.coefficient)
      h.terms.append(
        Series.Term(power: term.power - first.power, coefficient: coefficient))
    }
    return h
  }

  /// (1 + h)ᵖ.
  private func binomial(_ h: Series, _ p: Bounds) throws(Obstacle) -> Series {
    var coefficients = [Bounds.one]
    for k in 1..<max(count(h), 1) {
      let factor = arithmetic.subtract(p, Bounds(k - 1))
      coefficients.append(
        arithmetic.divided(arithmetic.multiply(coefficients[k - 1], factor), by: k))
    }
    return try compose(coefficients, h)
  }

  /// uⁿ by products, whatever the sign of u.
  private func power(_ u: Series, _ n: Int) throws(Obstacle) -> Series {
    if n == 0 { return Series(.one) }
    if let constant = u.constant { return Series(arithmetic.power(constant, n)) }
    if n % 2 == 0 { return try square(power(u, n / 2)) }
    return n == 1 ? u : try multiply(power(u, n - 1), u)
  }

  /// u², whose first coefficient is not negative even where that of u may be.
  func square(_ u: Series) throws(Obstacle) -> Series {
    var square = try multiply(u, u)
    if let first = u.terms.first, !square.terms.isEmpty,
      u.terms.count == 1 || first.power < u.terms[1].power
    {
      square.terms[0].coefficient = arithmetic.square(first.coefficient)
    }
    return square
  }

  /// u^v of a v that changes: exp(v·ln u).
  func power(_ u: Series, _ v: Series) throws(Obstacle) -> Series {
    if let constant = v.constant { return try power(u, constant) }
    if let constant = u.constant, constant.isOne { return u }
    if u.isZero {
      guard try sign(v) > 0 else { throw .undefined }
      return u
    }
    return try exp(multiply(v, log(u)))
  }

  func exp(_ u: Series) throws(Obstacle) -> Series {
    if let settling = try settling(.exp, u) { return settling }
    if u.growth.last?.power == .zero { return try exp(settled(u)) }
    if !u.growth.isEmpty { return try expOfGrowing(u) }
    guard u.order > .zero else { throw .orders }
    let growth = Array(u.terms.prefix { $0.power.base < .zero })
    if !growth.isEmpty {
      guard isOneSided else { throw .sides }
      guard growth[0].sign != nil else { throw .precision }
    }
    var rest = u
    rest.terms.removeFirst(growth.count)
    if let next = rest.terms.first, next.power == .logarithm {
      // e^(λ·ln t + v) = t^λ·e^v.
      rest.terms.removeFirst()
      var result = try exp(rest)
      if !growth.isEmpty { result.growth = growth }
      return try multiply(Series(.one, power: scaled(.one, next.coefficient)), result)
    }
    guard case .finite(let start, let h) = try argument(rest) else { throw .undecided }
    let isHuge = start.size > Self.largestExponent
    let value = isHuge ? .one : arithmetic.exp(start)
    var result = try compose(exponentials(value, count(h)), h)
    result.growth = growth
    if isHuge { result.growth.append(Series.Term(power: .zero, coefficient: start)) }
    return result
  }

  /// The exponential of what itself grows or falls faster than any power.
  private func expOfGrowing(_ u: Series) throws(Obstacle) -> Series {
    guard isOneSided else { throw .sides }
    guard let sign = u.growth[0].sign else { throw .precision }
    guard sign > 0 else { return settled(.one) }
    var result = Series([Series.Term(power: .zero, coefficient: .one)], order: .beyond)
    let side = try self.sign(u)
    result.growth = [Series.Term(power: Power(-.infinity), coefficient: Bounds(side))]
    return result
  }

  /// e^u₀/k!.
  func exponentials(_ start: Bounds, _ count: Int) -> [Bounds] {
    var coefficients = [start]
    for k in 1..<Swift.max(count, 1) where k < count {
      coefficients.append(arithmetic.divided(coefficients[k - 1], by: k))
    }
    return coefficients
  }

  func log(_ u: Series) throws(Obstacle) -> Series {
    guard let first = try leading(u) else { throw .undefined }
    if first.power != .zero, !isOneSided { throw .sides }
    guard first.sign == 1 else { throw .undefined }
    guard first.power.logarithms == 0 else { throw .undecided }
    let h = try relative(u, first)
    var result = try compose(logarithms(arithmetic.log(first.coefficient), .one, count(h)), h)
    if first.power != .zero {
      result = try add(Series(Bounds(first.power, arithmetic), power: .logarithm), result)
    }
    return u.growth.isEmpty
      ? result : try add(result, Series(u.growth, order: .infinity))
  }

  /// ln u₀ and −(−1/u₀)ᵏ/k.
  func logarithms(_ start: Bounds, _ u0: Bounds, _ count: Int) -> [Bounds] {
    var (coefficients, power) = ([start], Bounds(-1))
    let factor = arithmetic.reciprocal(u0).negated
    for k in 1..<Swift.max(count, 1) where k < count {
      power = arithmetic.multiply(power, factor)
      coefficients.append(arithmetic.divided(power, by: k))
    }
    return coefficients
  }

  /// √u; of what does not begin with a power digit by digit, by cₙ = (aₙ − Σ cₖcₙ₋ₖ)/2c₀, which keeps the bounds that are exact.
  func squareRoot(_ u: Series) throws(Obstacle) -> Series {
    guard let first = try leading(u), first.sign == 1, first.power == .zero, u.growth.isEmpty,
      u.terms.count > 1, u.terms.allSatisfy({ $0.power.isWhole })
    else { return try power(u, Bounds(0.5)) }
    let start = arithmetic.power(first.coefficient, Bounds(0.5))
    var coefficients = [start]
    var root = Series([Series.Term(power: .zero, coefficient: start)], order: min(u.order, span))
    while Power(Double(coefficients.count)) < root.order {
      let (n, power) = (coefficients.count, Power(Double(coefficients.count)))
      let products = (1..<n).reduce(Bounds.zero) {
        arithmetic.add($0, arithmetic.multiply(coefficients[$1], coefficients[n - $1]))
      }
      let term = u.terms.first { $0.power == power }?.coefficient ?? .zero
      let rest = arithmetic.subtract(term, products)
      coefficients.append(arithmetic.divide(arithmetic.divided(rest, by: 2), start))
      if !coefficients[n].isZero {
        root.terms.append(Series.Term(power: power, coefficient: coefficients[n]))
      }
    }
    return root
  }
}
