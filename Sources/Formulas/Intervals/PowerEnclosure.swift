import Activations

// Powers over a cell, as the C library has them: of negative numbers with whole exponents alone, and u⁰ = 1.

extension Enclosure {
  /// u^c.
  func raised(to c: Double) -> Enclosure {
    if c == 0 { return Enclosure(Interval(1), decoration) }
    if range.isEmpty || c.isNaN { return Enclosure(.empty, .unknown) }
    if c == 1 { return self }
    if c == 2 { return square }
    guard c.isFinite else { return .unknown }
    let isWhole = c == c.rounded()
    let base = isWhole ? self : restricted(to: .positive).rough(at: 0)
    guard !base.range.isEmpty else { return base }
    guard c > 0 else {
      let power = base.range.power(-c)
      let inverse = Interval(1) / power
      guard base.range.contains(0) else { return Enclosure(inverse, base.decoration) }
      return Enclosure(inverse, .unknown)
    }
    return Enclosure(base.range.power(c), base.decoration)
  }

  /// u^v.
  func raised(to v: Enclosure) -> Enclosure {
    if range.isEmpty || v.range.isEmpty { return with(v, .empty) }
    if v.range.isPoint {
      return with(v, raised(to: v.range.low).range).capped(raised(to: v.range.low).decoration)
    }
    let base = range.intersection(.positive)
    var power = Interval.empty
    if !base.isEmpty {
      // It rises or falls in each of both, so that the corners hold it.
      for (u, v) in [
        (base.low, v.range.low), (base.low, v.range.high), (base.high, v.range.low),
        (base.high, v.range.high),
      ] {
        let corner = Libm.pow(u, v)
        power = power.hull(
          Interval(
            Rounding.down(corner, by: 8, isOverflow: u.isFinite && v.isFinite && u != 0),
            Rounding.up(corner, by: 8, isOverflow: u.isFinite && v.isFinite)))
      }
      power = power.intersection(.positive)
      if base.low == 0 || !v.range.isBounded || !base.isBounded { power = power.hull(.positive) }
    }
    // A negative number has powers at whole exponents alone, −∞ at all.
    let holdsWhole = v.range.low.rounded(.up) <= v.range.high
    if range.low < 0, holdsWhole || range.low.isInfinite { power = .whole }
    return Enclosure(power, range.low > 0 ? min(decoration, v.decoration) : .unknown)
  }
}

extension Interval {
  /// u^c with c > 0; whole numbers c take negative numbers too.
  fileprivate func power(_ c: Double) -> Interval {
    let isEven = c.truncatingRemainder(dividingBy: 2) == 0
    func value(_ u: Double) -> Double { c == 3 ? u * u * u : Libm.pow(u, c) }
    func rising(_ u: Interval) -> Interval {
      u.rising(c == 3 ? 2 : 4, in: .positive, exact: u.low == 0 ? 0 : 1, value)
    }
    if low >= 0 { return rising(self) }
    if isEven { return rising(magnitude) }
    let left = -rising((-self).intersection(.positive))
    return left.hull(rising(intersection(.positive)))
  }
}
