import Activations

// Operations that rules of rewriting bring about, and functions of two arguments, over a cell.

extension EnclosureJet {
  /// √(c + u²).
  func root(over c: Double) -> EnclosureJet {
    let sum = value.square + c
    var root = sum.restricted(to: .positive).rough(at: 0).map(\.squareRoot)
    if c >= 0, !sum.range.isBounded || sum.range.low < 0x1p-900 {
      let side = c.squareRoot()
      root = (c > 0 ? value : value.rough(at: 0)).even {
        $0.rising(4, in: .positive) { Libm.hypot(side, $0) }
      }
    } else {
      root = root.map { $0.widened(by: 1) }
    }
    return chained(root, value / root, Enclosure(c) / root / root / root)
  }

  /// ln(e^u + e^v).
  func logSumExp(_ v: EnclosureJet) -> EnclosureJet {
    let gap = value - v.value
    let softplus = Intrinsic.softplus.enclosure(gap)
    // Of two forms the one with less in it.
    let (first, second) = (
      v.value + softplus, value + Intrinsic.softplus.enclosure(-gap)
    )
    let range = first.range.intersection(second.range).widened(by: 2)
    let sum = value.with(v.value, range)
    let (left, right) = (Intrinsic.sigmoid.enclosure(gap), Intrinsic.sigmoid.enclosure(-gap))
    let tilt = self.first - v.first
    let bell = Intrinsic.sigmoid.slope(gap, left)
    return EnclosureJet(
      sum, left * self.first + right * v.first,
      left * self.second + right * v.second + bell * tilt.square)
  }

  /// The angle of the point (x, y), of which this is y.
  func angle(_ x: EnclosureJet) -> EnclosureJet {
    let square = value.square + x.value.square
    let (u, v) = (x.value / square, -value / square)
    let bend = value * x.value * 2 / square.square
    let mixed = (value.square - x.value.square) / square.square
    let second =
      -bend * first.square + mixed * first * x.first * 2 + bend * x.first.square + u * second
      + v * x.second
    return EnclosureJet(value.angle(x.value), u * first + v * x.first, second)
  }

  /// P(a, ·) of it, with a number a.
  func lowerGamma(_ a: Enclosure) -> EnclosureJet {
    guard a.range.isPoint else { return .unknown }
    let gamma = LowerGamma(a.range.low)
    let u = value.restricted(to: .positive).rough(at: 0)
    let share = u.map { u in
      u.rising(0, in: .share, gamma.value).widened(byShare: 1e-11).intersection(.share)
    }
    // P′ has one peak, at a − 1; beyond it and before it its ends bound it.
    let peak = max(a.range.low - 1, 0)
    let slope = u.map { u in
      var ends = [u.low, u.high].map { gamma.slopes($0, 0).0 }
      let least = ends.min() ?? 0
      if u.contains(peak) { ends.append(gamma.slopes(peak, 0).0) }
      return Interval(least, ends.max() ?? .infinity).widened(byShare: 1e-11)
    }
    let bend = slope * ((Enclosure(a.range.low) + -1) / u + -1)
    return chained(share, slope, bend)
  }

  /// g(u)/u, 1·g′(0) at 0.
  func ratio(_ g: Intrinsic) -> EnclosureJet {
    let values = g.enclosure(value)
    let slope = g.slope(value, values)
    guard value.range.contains(0) else {
      let ratio = values / value
      let first = (slope - ratio) / value
      let second = (g.bend(value, values, slope) - first * 2) / value
      return chained(ratio.map { $0.widened(by: 4) }, first, second)
    }
    // Means of g′, of t·g″ and of t²·g‴ between 0 and u. The coefficients of g(u)/u behind the first are below ½, so
    // that within ¼ the curvature is below Σ n(n − 1)/2·4^(2 − n) = 64/27.
    let isNear = value.range.magnitude.high <= 0.25
    let bend = Enclosure(isNear ? Interval(-2.4, 2.4) : .whole, values.decoration)
    let first = g.bend(value, values, slope) * 0.5
    return chained(slope.map { $0.widened(by: 4) }, first, bend)
  }

  /// A quotient of sums of exponentials of it.
  func exponentials(_ quotient: ExponentialQuotient) -> EnclosureJet {
    func component(_ numerator: LaurentPolynomial, _ power: Int) -> Enclosure {
      let sides = [value.range.intersection(.positive), (-value.range).intersection(.positive)]
      let parts = [true, false].enumerated().compactMap { index, isRight -> Enclosure? in
        guard !sides[index].isEmpty else { return nil }
        return quotient.side(numerator, power, sides[index], isRight: isRight)
      }
      return parts.reduce(Enclosure(.empty, .smooth)) { sum, part in
        Enclosure(
          sum.range.hull(part.range),
          min(sum.range.isEmpty ? .smooth : sum.decoration, part.decoration))
      }.capped(value.decoration)
    }
    return chained(
      component(quotient.numerator, 1), component(quotient.first, 2),
      component(quotient.second, 3))
  }
}

extension EnclosureJet {
  /// u − m·⌊u/m⌋, of which this is u.
  func remainder(_ m: EnclosureJet) -> EnclosureJet {
    let steps = (value / m.value).stairs(.floor)
    let slopes = [\EnclosureJet.first, \.second].map {
      (self[keyPath: $0] - m[keyPath: $0] * steps).capped(steps.decoration)
    }
    guard steps.range.isPoint, steps.isContinuous else {
      let range = Interval(0).hull(m.value.range)
      return EnclosureJet(
        Enclosure(range, steps.isDefined ? .defined : .unknown), slopes[0], slopes[1])
    }
    return EnclosureJet(value - m.value * steps, slopes[0], slopes[1])
  }
}

extension Enclosure {
  /// Whole numbers; at a jump anything between, as what is made of it takes the mean of its own limits there.
  func stairs(_ stair: Stair) -> Enclosure {
    guard !range.isEmpty else { return self }
    func value(_ u: Double, _ side: Double) -> Double {
      stair.jumps(at: u) ? stair.value(beside: u, side) : stair.value(u)
    }
    let steps = Interval(value(range.low, -1), value(range.high, 1))
    return Enclosure(steps, steps.isPoint ? decoration : min(decoration, .defined))
  }

  /// The slope of what it encloses, which is a step or more: 0, and continuous where it is one step.
  var flat: Enclosure {
    range.isEmpty
      ? self : Enclosure(Interval(0), range.isPoint ? decoration : min(decoration, .defined))
  }

  /// The angle of the point (x, y), of which this is y.
  fileprivate func angle(_ x: Enclosure) -> Enclosure {
    let (y, x, decoration) = (range, x.range, min(decoration, x.decoration))
    guard !y.isEmpty, !x.isEmpty else { return Enclosure(.empty, .unknown) }
    if y.contains(0), x.low <= 0 {
      let hasOrigin = x.contains(0)
      return Enclosure(
        Interval(-Double.pi, .pi).widened(by: 2), hasOrigin ? .unknown : min(decoration, .defined))
    }
    var angles = Interval.empty
    for (y, x) in [(y.low, x.low), (y.low, x.high), (y.high, x.low), (y.high, x.high)] {
      angles = angles.hull(
        y == 0 && x > 0 ? Interval(0) : Interval(Libm.atan2(y, x)).widened(by: 3))
    }
    return Enclosure(angles, decoration)
  }
}

extension ExponentialQuotient {
  /// A numerator over D to a power, on one side of v = 0, by the sizes of v.
  fileprivate func side(
    _ numerator: LaurentPolynomial, _ power: Int, _ size: Interval, isRight: Bool
  ) -> Enclosure {
    guard !numerator.coefficients.isEmpty else { return Enclosure(Interval(0), .smooth) }
    let small = Intrinsic.exp.enclosure(Enclosure(-size, .smooth)).range
    let below = denominator.reduced(small, isRight: isRight)
    var divisor = below
    for _ in 1..<power { divisor = divisor * below }
    let above = numerator.reduced(small, isRight: isRight)
    let exponent =
      isRight
      ? numerator.high - power * denominator.high : power * denominator.low - numerator.low
    let factor = Intrinsic.exp.enclosure(
      Enclosure(size * Interval(Double(exponent)), .smooth)
    ).range
    let quotient = Enclosure(above, .smooth) / Enclosure(divisor, .smooth)
    return quotient.map { ($0 * factor).widened(by: 4) }
  }
}

extension LaurentPolynomial {
  /// The polynomial divided by its largest power of z, given e^−|v|.
  fileprivate func reduced(_ small: Interval, isRight: Bool) -> Interval {
    (isRight ? coefficients : coefficients.reversed()).reduce(Interval(0)) { sum, c in
      sum * small + Interval(c)
    }
  }
}
