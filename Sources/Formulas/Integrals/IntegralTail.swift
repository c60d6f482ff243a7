import Activations

/// How a function goes on beyond the last cell: as a power law g(x) = g(X)·(x/X)^−p.
///
/// By |X| = 2³⁰⁰ every function has settled to one or vanished. p is read off the last octave, and
/// rounded to a multiple of ¼ where it is one up to rounding.
struct IntegralTail: Sendable {
  /// −1 on the left, 1 on the right.
  let side: Double
  /// Where it begins, as a magnitude.
  let start: Double
  /// g(X)·X; 0 where nothing is left of the function.
  private let scale: Double
  private let power: Double
  /// Whether the integral up to infinity is finite.
  let isIntegrable: Bool

  /// The tail of a function, told by its values at X, X/2 and X/2²⁰.
  ///
  /// A power near 1 that still changes is that of 1/(x·ln²x) or its like, whose integral no number
  /// of octaves can tell; such a tail must be below 1e-13 of `magnitude`.
  init(side: Double, start: Double, values: [Double], magnitude: Double) {
    self.side = side
    self.start = start
    func power(_ other: Int, _ octaves: Double) -> Double {
      let ratio = values[other] / values[0]
      return ratio > 0 && ratio.isFinite ? Libm.log(ratio) / (0.6931471805599453 * octaves) : .nan
    }
    let last = power(1, 1)
    let simple = (4 * last).rounded() / 4
    self.power = abs(last - simple) < 1e-12 ? simple : last
    scale = values[0].isFinite && !last.isNaN ? values[0] * start : 0
    let isSteady = abs(power(2, 20) - last) < 1e-9
    let isNegligible = abs(scale / (last - 1)) <= 1e-13 * magnitude
    isIntegrable = scale == 0 || (self.power > 1 && (isSteady || isNegligible))
  }

  /// A tail of which the integral up to infinity and the power are known.
  init(side: Double, start: Double, total: Double, power: Double) {
    (self.side, self.start, self.power) = (side, start, power)
    scale = total * (power - 1)
    isIntegrable = true
  }

  /// No tail: nothing lies beyond.
  init(side: Double, start: Double) {
    self.init(side: side, start: start, values: [0, 0, 0], magnitude: 0)
  }

  /// The integral from X outward to infinity.
  var total: Double {
    isIntegrable ? (scale == 0 ? 0 : scale / (power - 1)) : sign * .infinity
  }

  /// The integral from X outward to x.
  func integral(to x: Double) -> Double {
    guard scale != 0 else { return 0 }
    let ratio = x.magnitude / start
    guard power != 1 else { return scale * Libm.log(ratio) }
    return scale / (1 - power) * (Libm.pow(ratio, 1 - power) - 1)
  }

  /// The integral from x outward to infinity, where it is finite.
  func rest(from x: Double) -> Double {
    scale == 0 ? 0 : total * Libm.pow(x.magnitude / start, 1 - power)
  }

  /// −1, 0 or 1: the sign of the function out there.
  var sign: Double { scale > 0 ? 1 : scale < 0 ? -1 : 0 }

  /// The limit of x times the integral from x outward.
  var limitOfProduct: Double {
    guard scale != 0, power <= 2 else { return side * 0.0 }
    return power == 2 ? side * total * start : side * total * .infinity
  }
}
