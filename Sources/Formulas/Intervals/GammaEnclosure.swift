import Activations

/// The gamma function and the derivatives of its logarithm over a cell.
///
/// Right of 0 by monotone pieces, left of it by reflection; a cell that holds a pole tells nothing.
enum GammaEnclosure {
  /// Where Γ is least on the right of 0, and what it and its logarithm are there.
  private static let (bottom, least, leastLogarithm) = (
    1.4616321449683623, Interval(0.8856031944108886, 0.8856031944108888),
    Interval(-0.12148629053584963, -0.12148629053584960)
  )

  static func gamma(_ u: Enclosure) -> Enclosure {
    guard !hasPole(u.range) else { return .unknown }
    if u.range.isEmpty || u.range.low > 0 {
      return u.map { valley($0, least, in: .positive, Libm.gamma) }
    }
    // Γ(u)·Γ(1 − u) = π/sin πu.
    return pi / (sine(u) * gamma(-u + 1))
  }

  static func logarithm(_ u: Enclosure) -> Enclosure {
    guard !hasPole(u.range) else { return .unknown }
    if u.range.isEmpty || u.range.low > 0 {
      return u.map { valley($0, leastLogarithm, in: .whole, Libm.lgamma) }
    }
    let logarithm = Intrinsic.log.enclosure(pi / sine(u).map(\.magnitude))
    return (logarithm - self.logarithm(-u + 1)).map { $0 + Interval(-1e-14, 1e-14) }
  }

  /// ψ.
  static func digamma(_ u: Enclosure) -> Enclosure {
    guard !hasPole(u.range) else { return .unknown }
    return u.map { u in
      guard !u.isEmpty else { return u }
      // It rises between its poles; its rounding errors are absolute ones beside its zeros.
      let slack = Interval(-1e-13, 1e-13)
      return Interval(Polygamma.first(u.low), Polygamma.first(u.high)).widened(byShare: 1e-12)
        + slack
    }
  }

  /// ψ′.
  static func trigamma(_ u: Enclosure) -> Enclosure {
    guard !hasPole(u.range) else { return .unknown }
    if u.range.isEmpty || u.range.low > 0 {
      return u.map { u in
        u.falling(0, in: .positive, Polygamma.second).widened(byShare: 1e-13)
      }
    }
    return (pi / sine(u)).square - trigamma(-u + 1)
  }

  private static var pi: Enclosure {
    Enclosure(Interval(Double.pi, Double.pi.nextUp), .smooth)
  }

  /// A function with one minimum, on the right of 0.
  private static func valley(
    _ u: Interval, _ bottom: Interval, in bounds: Interval, _ function: (Double) -> Double
  ) -> Interval {
    guard !u.isEmpty else { return u }
    if u.low > Self.bottom { return u.rising(16, in: bounds, function).widened(byAbsolute: 1e-15) }
    if u.high < Self.bottom {
      return u.falling(16, in: bounds, function).widened(byAbsolute: 1e-15)
    }
    let ends = [u.low, u.high].map { Rounding.up(function($0), by: 16) }
    return Interval(bottom.low, ends.max() ?? .infinity).widened(byAbsolute: 1e-15)
  }

  /// Whether 0 or a negative whole number is in an interval, or so close that nothing can be said.
  private static func hasPole(_ u: Interval) -> Bool {
    guard !u.isEmpty, u.low <= 0 else { return false }
    return u.low.rounded(.up) <= min(u.high, 0) || u.low < -0x1p51
  }

  /// sin πu for a cell between two whole numbers.
  private static func sine(_ u: Enclosure) -> Enclosure {
    u.map { u in
      guard !u.isEmpty else { return u }
      let isOdd = u.low.rounded(.down).truncatingRemainder(dividingBy: 2) != 0
      // The distance from the nearest whole number is had without error.
      let sides = [u.low, u.high].map { end in
        Interval(Libm.sin(Double.pi * (end - end.rounded()).magnitude)).widened(by: 6)
      }
      var range = sides[0].hull(sides[1])
      let middle = u.low.rounded(.down) + 0.5
      if u.contains(middle) { range.high = 1 }
      return isOdd ? -range : range
    }
  }
}

extension Interval {
  /// Both ends farther out by a number.
  fileprivate func widened(byAbsolute size: Double) -> Interval {
    isEmpty || size == 0 ? self : Interval(low - size, high + size)
  }
}
