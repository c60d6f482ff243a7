import Activations

// Elementary functions of estimates. What the pairs' own functions lose is named where they are called; where their ranges
// end, the bound is ∞.

extension Estimate {
  private static let unknown = Estimate(Pair(.nan), error: .infinity)

  static let ln2 = Estimate(Pair.ln2, share: roundoff)

  /// e^u.
  var exp: Estimate {
    guard size < 700, error < 0.5 else { return Self.unknown }
    let power = Estimate(Pair.exp(value), share: 0x1p-66)
    return Estimate(power.value, error: power.error + 2 * power.size * error)
  }

  /// e^u − 1.
  var expm1: Estimate {
    guard size < 0.25 else { return exp - Estimate(1) }
    let root = Pair.smallExpm1(value)
    let own = Estimate(root, share: 0x1p-68)
    return Estimate(root, error: own.error + 1.4 * error)
  }

  /// ln u.
  var log: Estimate {
    guard value.high > 2 * error else { return Self.unknown }
    if value.high > 0.75, value.high < 1.25 { return (self - Estimate(1)).log1p }
    let log = Estimate(Pair.log(value), share: 0x1p-65)
    return Estimate(log.value, error: log.error + 2 * error / size)
  }

  /// ln(1 + u).
  var log1p: Estimate {
    guard size < 0.25 else { return (Estimate(1) + self).log }
    let root = Pair.smallLog1p(value)
    let own = Estimate(root, share: 0x1p-68)
    return Estimate(root, error: own.error + 1.4 * error)
  }

  /// ∛u.
  var cubeRoot: Estimate {
    guard size > 2 * error, size > 0x1p-300, size < 0x1p300 else { return Self.unknown }
    let guess = Pair(Libm.cbrt(value.high))
    let square = guess * guess
    let root = guess - (square * guess - value) / (Pair(3) * square)
    let cube = Estimate(root, share: 0x1p-98)
    return Estimate(root, error: cube.error + error / square.high)
  }

  /// sin u and cos u.
  var sineAndCosine: (sine: Estimate, cosine: Estimate) {
    guard value.high.isFinite, let (sine, cosine) = Pair.sineAndCosine(value) else {
      return (Self.unknown, Self.unknown)
    }
    // The sine of a small angle is good to a share of itself, that of another one too.
    func estimate(_ value: Pair) -> Estimate {
      let own = Estimate(value, share: 0x1p-64)
      return Estimate(value, error: own.error + error + 0x1p-140)
    }
    return (estimate(sine), estimate(cosine))
  }

  /// arctan u.
  var arctangent: Estimate {
    let angle = Estimate(.atan(magnitude.value), share: 0x1p-65)
    let least = max(0, size - error)
    let bounded = Estimate(angle.value, error: angle.error + error / (1 + least * least / 2))
    return isNegative ? -bounded : bounded
  }

  /// e^−u².
  private var gaussian: Estimate { (-(self * self)).exp }

  /// 2/√π·e^−u², the slope of erf.
  var bell: Estimate { Estimate(.twoOverRootPi, share: Self.roundoff) * gaussian }

  /// erf u.
  var erf: Estimate {
    let size = magnitude
    guard size.value.high < 0.5 else {
      let rest = Estimate(1) - size.upperErfc
      return isNegative ? -rest : rest
    }
    let small = Estimate(.smallErf(size.value), share: 0x1p-63)
    let bounded = Estimate(small.value, error: small.error + 1.2 * error)
    return isNegative ? -bounded : bounded
  }

  /// erfc u.
  var erfc: Estimate {
    if size < 0.5 { return Estimate(1) - erf }
    return isNegative ? Estimate(2) - magnitude.upperErfc : upperErfc
  }

  /// erfc u for u ≥ ½.
  private var upperErfc: Estimate {
    guard size < 26 else {
      let isFar = size < .infinity && size - error > 25.9
      return Estimate(Pair(0), error: isFar ? 0x1p-960 : .infinity)
    }
    guard error < 0x1p-16 else { return Self.unknown }
    let bell = gaussian
    let tail = Estimate(.erfc(value, bell: bell.value), share: 0x1p-56)
    // Its slope is less than its value times 2u + 1.2.
    let moved = tail.size * (2 * size + 1.2) * error
    let bellError = bell.size > 0 ? bell.error / bell.size * tail.size : .infinity
    return Estimate(tail.value, error: tail.error + moved + bellError)
  }
}

extension Pair {
  /// e^u − 1 for |u| < ¼ by its series, from u⁶/6! on in doubles; 2⁻⁶⁹ of it.
  fileprivate static func smallExpm1(_ u: Pair) -> Pair {
    let x = u.high
    var rest = 0.0
    for n in stride(from: 16.0, through: 7, by: -1) { rest = (1 + rest) * x / n }
    let sixth = Pair((1 + rest) / 720)
    var sum = sixth * u + inverses[5]
    for n in [4, 3, 2, 1] { sum = sum * u + inverses[n] }
    return sum * u
  }

  /// 1/n!.
  private static let inverses: [Pair] = [1, 1, 2, 6, 24, 120].map { (n: Double) in
    Pair.quotient(1, n)
  }

  /// ln(1 + u) for |u| < ¼: 2·artanh s of s = u/(2 + u), from s⁷/7 on in doubles; 2⁻⁶⁹ of it.
  fileprivate static func smallLog1p(_ u: Pair) -> Pair {
    let s = u / (Pair(2) + u)
    let square = s * s
    let q = square.high
    var rest = 0.0
    for n in stride(from: 29.0, through: 7, by: -2) { rest = 1 / n + q * rest }
    let sum = Pair(1) + square * (thirds[0] + square * (thirds[1] + square * Pair(rest)))
    return (s * sum).scaled(by: 2)
  }

  /// 1/3 and 1/5.
  private static let thirds: [Pair] = [3, 5].map { (n: Double) in Pair.quotient(1, n) }
}
