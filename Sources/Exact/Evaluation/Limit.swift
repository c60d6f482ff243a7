/// What a quantity tends to.
enum Limit: Sendable {
  /// A number; `sign` is that from which it is approached where it is 0, or 0 where nobody knows.
  case finite(Bounds, sign: Int)
  case infinite(sign: Int)
  /// Nobody can tell.
  case undecided

  /// The mean of the limits from two sides, with the sign of the first where it is 0; nil where they are infinite and differ.
  static func mean(_ a: Limit, _ b: Limit, _ arithmetic: Arithmetic) -> Limit? {
    switch (a, b) {
    case (.undecided, _), (_, .undecided): return .undecided
    case (.infinite(let a), .infinite(let b)): return a == b ? .infinite(sign: a) : nil
    case (.finite(let a, let left), .finite(let b, let right)):
      if a.isZero, b.isZero { return .finite(.zero, sign: left != 0 ? left : right) }
      return .finite(arithmetic.divided(arithmetic.add(a, b), by: 2), sign: 0)
    case (.infinite, .finite), (.finite, .infinite): return nil
    }
  }
}

extension Calculus {
  /// The limit of a series as t → 0.
  func limit(_ series: Series) throws(Obstacle) -> Limit {
    let a = settled(series)
    if let growth = a.growth.first {
      guard let sign = growth.sign else { throw .precision }
      let side = try leading(a)?.sign ?? 0
      return sign < 0 ? .finite(.zero, sign: side) : .infinite(sign: side)
    }
    guard let first = a.terms.first else {
      guard a.order > .zero else { throw .orders }
      return .finite(.zero, sign: 0)
    }
    if first.power == .zero { return .finite(first.coefficient, sign: first.coefficient.sign ?? 0) }
    if first.power > .zero { return .finite(.zero, sign: first.sign ?? 0) }
    guard isOneSided else { throw .sides }
    guard let sign = first.sign else { throw .precision }
    return .infinite(sign: sign)
  }
}
