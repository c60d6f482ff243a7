/// How a graph goes through a point, read off its series on both sides.
package struct Passage: Equatable, Sendable {
  /// How it comes to a point from one side.
  package enum Approach: Equatable, Sendable {
    /// It has no values there.
    case nothing
    /// It cannot be told.
    case undecided
    /// It has a limit; `unbounded` is the lowest of its derivatives that leaves all bounds.
    case limit(unbounded: Int?)
    /// It leaves all bounds as t⁻ᵖ·(ln t)ᵏ does, with the sign of the infinity.
    case pole(power: Double, logarithms: Int, sign: Int)
    /// It leaves all bounds faster than any power.
    case essential(sign: Int)

    /// Whether it leaves all bounds.
    package var isPole: Bool {
      switch self {
      case .pole, .essential: true
      case .nothing, .undecided, .limit: false
      }
    }
  }

  /// From the left.
  package let left: Approach
  /// From the right.
  package let right: Approach
  /// The lowest derivative, f itself being 0, that has not one and the same limit from both sides; nil where all are known to have.
  package let breaks: Int?
  /// Up to which derivative that was looked at; nil where it is known of all.
  package let depth: Int?

  /// Whether it has values on one side alone.
  package var isEdge: Bool { (left == .nothing) != (right == .nothing) }
}

/// Reads passages off series.
struct Passages {
  let arithmetic: Arithmetic
  /// Up to which power series are had at least.
  let depth: Double
  /// Whether coefficients that no digit tells apart count as equal.
  let isLast: Bool

  func passage(of stated: inout Stated, at x: Double) throws(Obstacle) -> Passage {
    let offset = stated.isSlope ? 1 : 0
    if let both = try? series(&stated, .around(x)), isPlain(both) {
      // What comes out of both sides at once has derivatives of all orders.
      return Passage(
        left: .limit(unbounded: nil), right: .limit(unbounded: nil), breaks: nil, depth: nil)
    }
    let (left, right) = (try side(&stated, x, -1), try side(&stated, x, 1))
    let approaches = (
      try left.map { a throws(Obstacle) in try approach(a, offset) } ?? .nothing,
      try right.map { a throws(Obstacle) in try approach(a, offset) } ?? .nothing
    )
    guard let left, let right else {
      return Passage(left: approaches.0, right: approaches.1, breaks: nil, depth: nil)
    }
    let (breaks, depth) = try comparison(left, right)
    return Passage(
      left: approaches.0, right: approaches.1, breaks: breaks.map { $0 + offset },
      depth: depth.map { $0 + offset })
  }

  /// The series on one side; nil where there is nothing.
  private func side(_ stated: inout Stated, _ x: Double, _ side: Int) throws(Obstacle) -> Series? {
    do throws(Obstacle) {
      return try series(&stated, .beside(x, side: side))
    } catch {
      if error == .undefined { return nil }
      throw error
    }
  }

  private func series(_ stated: inout Stated, _ place: Place) throws(Obstacle) -> Series {
    var span = Power(depth) + .order
    while true {
      let calculus = Calculus(arithmetic: arithmetic, span: span, isOneSided: place.isOneSided)
      do throws(Obstacle) {
        let x = place.x(span)
        let series = stated.isSlope ? try stated.slope(x, calculus) : try stated.value(x, calculus)
        let settled = calculus.settled(series)
        guard settled.order >= Power(depth) || span >= Power(40) else { throw .orders }
        return settled
      } catch {
        guard error == .orders, span < Power(40) else {
          throw error == .orders ? .undecided : error
        }
        span = span + span + .one
      }
    }
  }

  /// Whether it has whole powers alone, none of them negative.
  private func isPlain(_ a: Series) -> Bool {
    a.growth.isEmpty && a.terms.allSatisfy { $0.power.isWhole && $0.power >= .zero }
  }

  private func approach(_ a: Series, _ offset: Int) throws(Obstacle) -> Passage.Approach {
    if let growth = a.growth.first {
      guard let sign = growth.sign else { throw .precision }
      if sign < 0 { return .limit(unbounded: nil) }
      return .essential(sign: a.terms.first?.sign ?? 0)
    }
    if let first = a.terms.first, first.power < .zero {
      guard let sign = first.sign else { throw .precision }
      let power = -first.power.high
      // What is integrated is a pole of one order less, and of an order below 1 a limit with an infinite slope.
      if offset > 0 {
        if power < 1 || (power == 0) { return .limit(unbounded: 1) }
        throw .undecided
      }
      return .pole(power: power, logarithms: first.power.logarithms, sign: sign)
    }
    return .limit(unbounded: try odd(a).map { $0 + offset })
  }

  /// The lowest derivative that the first power which is not whole leaves without a bound.
  private func odd(_ a: Series) throws(Obstacle) -> Int? {
    guard let term = a.terms.first(where: { !$0.power.isWhole }) else { return nil }
    guard term.coefficient.sign != nil || isLast else { throw .precision }
    return Int(term.power.base.high.rounded(.up))
  }

  /// The lowest derivative that breaks, and up to which that is known.
  private func comparison(_ left: Series, _ right: Series) throws(Obstacle) -> (Int?, Int?) {
    let (a, b) = (flat(mirrored(left)), flat(right))
    let calculus = Calculus(arithmetic: arithmetic, span: Power(40), isOneSided: true)
    let difference = calculus.merged(b.terms, calculus.negate(a).terms)
    let order = min(a.order, b.order)
    let odd = [a, b].flatMap(\.terms).filter { !$0.power.isWhole || $0.power < .zero }
    for term in (difference + odd).sorted(by: { $0.power < $1.power }) where term.power < order {
      guard let sign = term.coefficient.sign else {
        if isLast { continue }
        throw .precision
      }
      if sign != 0 { return (max(0, Int(term.power.base.high.rounded(.up))), nil) }
    }
    return (nil, order.isBeyond ? nil : Int(order.base.high.rounded(.up)) - 1)
  }

  /// The series of f(x₀ + t) continued to the left, given that of f(x₀ − t).
  private func mirrored(_ a: Series) -> Series {
    var result = a
    for index in a.terms.indices where a.terms[index].power.isWhole {
      if a.terms[index].power.high.remainder(dividingBy: 2) != 0 {
        result.terms[index].coefficient = a.terms[index].coefficient.negated
      }
    }
    return result
  }

  /// What vanishes faster than any power is 0 with all its derivatives.
  private func flat(_ a: Series) -> Series {
    guard let growth = a.growth.first, growth.sign == -1 else { return a }
    return Series(.zero)
  }
}
