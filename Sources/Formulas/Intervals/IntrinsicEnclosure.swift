import Activations

// Values of the language's own functions over a cell.

extension Intrinsic {
  /// Its values over an enclosed argument.
  func enclosure(_ u: Enclosure) -> Enclosure {
    switch self {
    case .abs: u.rough(at: 0).map(\.magnitude)
    case .sign: u.step(low: -1)
    case .heaviside: u.step(low: 0)
    case .exp: u.map { $0.rising(2, in: .positive, exact: 0, Libm.exp) }
    case .expm1: u.map { $0.rising(2, in: Interval(-1, .infinity), exact: 0, Libm.expm1) }
    case .log: u.restricted(above: 0).map { $0.rising(2, exact: 1, Libm.log) }
    case .log2: u.restricted(above: 0).map { $0.rising(2, exact: 1, Libm.log2) }
    case .log10: u.restricted(above: 0).map { $0.rising(3, exact: 1, Libm.log10) }
    case .log1p:
      u.restricted(above: -1).map { $0.rising(2, exact: 0, Libm.log1p) }
    case .sqrt: u.restricted(to: .positive).rough(at: 0).map(\.squareRoot)
    case .cbrt: u.rough(at: 0).map { $0.rising(2, exact: 0, Libm.cbrt) }
    case .sigmoid: u.map { $0.rising(4, in: .share, exact: 0, Bell.sigmoid) }
    case .softplus: u.map { $0.rising(4, in: .positive, Intrinsic.softplus.curve.value) }
    case .logcosh: u.even { $0.rising(8, in: .positive, exact: 0, Intrinsic.logcosh.curve.value) }
    case .sin: u.map { Wave.sine($0) }
    case .cos: u.map { Wave.cosine($0) }
    case .tan: Wave.tangent(u)
    case .asin: u.arc.map { $0.rising(2, exact: 0, Libm.asin) }
    case .acos: u.arc.map { $0.falling(2, in: .positive, exact: 1, Libm.acos) }
    case .atan: u.map { $0.rising(2, exact: 0, Libm.atan) }
    case .sinh: u.map { $0.rising(3, exact: 0, Libm.sinh) }
    case .cosh: u.even { $0.rising(3, in: Interval(1, .infinity), exact: 0, Libm.cosh) }
    case .tanh: u.map { $0.rising(3, in: .signs, exact: 0, Libm.tanh) }
    case .asinh: u.map { $0.rising(3, exact: 0, Libm.asinh) }
    case .acosh:
      u.restricted(to: Interval(1, .infinity)).rough(at: 1).map {
        $0.rising(3, in: .positive, exact: 1, Libm.acosh)
      }
    case .atanh:
      u.restricted(above: -1).restricted(below: 1).map { $0.rising(3, exact: 0, Libm.atanh) }
    case .erf: u.map { $0.rising(3, in: .signs, exact: 0, Libm.erf) }
    case .erfc: u.map { $0.falling(5, in: Interval(0, 2), exact: 0, Libm.erfc) }
    case .erfcx: u.map { $0.falling(8, in: .positive, exact: 0, ScaledErrorFunction.value) }
    case .floor: u.stairs(.floor)
    case .ceil: u.stairs(.ceil)
    case .round: u.stairs(.round)
    case .gamma: GammaEnclosure.gamma(u)
    case .lgamma: GammaEnclosure.logarithm(u)
    case .distribution: u.map { $0.rising(6, in: .share, exact: 0, NormalDistribution.value) }
    case .density:
      u.even { $0.falling(6, in: .positive, NormalDistribution.density) }
    }
  }

  /// Its slope over an enclosed argument, given its values.
  func slope(_ u: Enclosure, _ g: Enclosure) -> Enclosure {
    switch self {
    case .abs: u.step(low: -1)
    case .sign, .heaviside: u.constantBesideZero
    case .exp: g
    case .expm1: Intrinsic.exp.enclosure(u)
    case .log: 1 / u.restricted(above: 0)
    case .log2: Enclosure.reciprocalOfLog2 / u.restricted(above: 0)
    case .log10: Enclosure.reciprocalOfLog10 / u.restricted(above: 0)
    case .log1p: 1 / (u + 1).restricted(above: 0)
    case .sqrt: 0.5 / g
    case .cbrt: 1 / (g.square * 3)
    case .sigmoid: u.bell
    case .softplus: Intrinsic.sigmoid.enclosure(u)
    case .logcosh: Intrinsic.tanh.enclosure(u)
    case .sin: Intrinsic.cos.enclosure(u)
    case .cos: -Intrinsic.sin.enclosure(u)
    case .tan: g.square + 1
    case .asin: 1 / u.circle
    case .acos: -1 / u.circle
    case .atan: 1 / (u.square + 1)
    case .sinh: Intrinsic.cosh.enclosure(u)
    case .cosh: Intrinsic.sinh.enclosure(u)
    case .tanh: u.even { $0.falling(8, in: .share, exact: 0) { Tanh.slope(at: $0) } }
    case .asinh: 1 / (u.square + 1).map(\.squareRoot)
    case .acosh:
      1 / ((u + -1).restricted(to: .positive).map(\.squareRoot) * (u + 1).map(\.squareRoot))
    case .atanh: 1 / (u.restricted(above: -1).restricted(below: 1).complement)
    case .erf: Intrinsic.exp.enclosure(-u.square) * Enclosure.twoOverRootOfPi
    case .erfc: -Intrinsic.erf.slope(u, g)
    // e^(u²)·erfc(u) is a mean of exponentials that fall: its slope is negative and rises, its curvature falls.
    case .erfcx:
      u.map { u in
        u.rising(40, in: Interval(-.infinity, 0)) { Intrinsic.erfcx.slopes(at: $0).0 }
      }
    case .floor, .ceil, .round: g.flat
    case .gamma: g * GammaEnclosure.digamma(u)
    case .lgamma: GammaEnclosure.digamma(u)
    case .distribution: Intrinsic.density.enclosure(u)
    case .density: -u * g
    }
  }

  /// Its curvature over an enclosed argument, given its values and its slope.
  func bend(_ u: Enclosure, _ g: Enclosure, _ slope: Enclosure) -> Enclosure {
    switch self {
    case .abs, .sign, .heaviside: u.constantBesideZero
    case .exp, .sinh, .cosh: g
    case .expm1: slope
    case .log, .log1p: -slope.square
    case .log2, .log10: -slope / u.restricted(above: 0)
    case .sqrt: -0.25 / (g * u.restricted(to: .positive))
    case .cbrt: -2 / (g.square * u * 9)
    case .sigmoid: -slope * Intrinsic.tanh.enclosure(u * 0.5)
    case .softplus: u.bell
    case .logcosh: Intrinsic.tanh.slope(u, slope)
    case .sin, .cos: -g
    case .tan: g * slope * 2
    case .asin, .acos: u * slope * slope.square
    case .atan: -u * slope.square * 2
    case .tanh: -g * slope * 2
    case .asinh, .acosh: -u * slope * slope.square
    case .atanh: u * slope.square * 2
    case .erf, .erfc: -u * slope * 2
    case .erfcx:
      u.map { $0.falling(40, in: .positive) { Intrinsic.erfcx.slopes(at: $0).1 } }
    case .floor, .ceil, .round: g.flat
    case .gamma: g * (GammaEnclosure.digamma(u).square + GammaEnclosure.trigamma(u))
    case .lgamma: GammaEnclosure.trigamma(u)
    case .distribution: -u * slope
    case .density: (u.square + -1) * g
    }
  }
}

extension Intrinsic {
  /// Its slope and its curvature at a number.
  fileprivate func slopes(at u: Double) -> (Double, Double) { curve.slopes(u, curve.value(u)) }
}

extension Interval {
  /// From 0 to 1.
  static var share: Interval { Interval(0, 1) }
  /// From −1 to 1.
  static var signs: Interval { Interval(-1, 1) }
}

extension Enclosure {
  /// 1/ln 2.
  fileprivate static var reciprocalOfLog2: Enclosure {
    Enclosure(Interval(0x1.7154_7652_b82f_ep+0).widened(by: 1), .smooth)
  }

  /// 1/ln 10.
  fileprivate static var reciprocalOfLog10: Enclosure {
    Enclosure(Interval(0x1.bcb7_b152_6e50_ep-2).widened(by: 1), .smooth)
  }

  fileprivate static var twoOverRootOfPi: Enclosure {
    Enclosure(Interval(0x1.20dd_7504_29b6_dp+0).widened(by: 1), .smooth)
  }

  /// A function that is the same on both sides of 0, by the sizes of its arguments.
  func even(_ function: (Interval) -> Interval) -> Enclosure { map { function($0.magnitude) } }

  /// `low` on the left of 0 and 1 on the right; at 0 anything between, as what is made of it takes the mean of its own
  /// limits there.
  func step(low: Double) -> Enclosure {
    if range.isEmpty { return self }
    let steps = Interval(range.low > 0 ? 1 : low, range.high < 0 ? low : 1)
    return Enclosure(steps, range.contains(0) ? min(decoration, .defined) : decoration)
  }

  /// The number 0, which is continuous where 0 is not among the arguments.
  fileprivate var constantBesideZero: Enclosure {
    range.isEmpty
      ? self
      : Enclosure(Interval(0), range.contains(0) ? min(decoration, .defined) : decoration)
  }

  /// The part from −1 to 1, whose ends have arcs of infinite slope.
  fileprivate var arc: Enclosure { restricted(to: .signs).rough(at: -1).rough(at: 1) }

  /// e^−|u|/(1 + e^−|u|)².
  fileprivate var bell: Enclosure {
    even { $0.falling(6, in: Interval(0, 0.25), exact: 0) { Bell.slope($0) } }
  }

  /// (1 − u)·(1 + u).
  fileprivate var complement: Enclosure { (-self + 1) * (self + 1) }

  /// √(1 − u²) of the numbers from −1 to 1.
  fileprivate var circle: Enclosure {
    restricted(to: .signs).even { size in
      // It falls with the size of u; (1 − u)·(1 + u) does not cancel.
      let low = (Interval(1) - Interval(size.high)) * (Interval(1) + Interval(size.high))
      let high = (Interval(1) - Interval(size.low)) * (Interval(1) + Interval(size.low))
      return size.isEmpty ? size : Interval(low.low, high.high).squareRoot
    }
  }
}
