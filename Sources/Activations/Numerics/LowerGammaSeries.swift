/// γ(s, z)·s / (z^s·e^−z) = 1 + z/(s+1)·(1 + z/(s+2)·(1 + …)) for one s and many z ≤ s + 1.
///
/// Nested like this, what an inner level errs by is damped by all outer ones. So a few outer levels in
/// pairs give a sum of which 1 − P may be taken, though the inner ones are doubles.
/// Source: DLMF 8.7.1.
struct LowerGammaSeries: Sendable {
  /// 1/(s + k) for every level k from 1.
  private let inverses: [Pair]

  /// Prepares the series for s ≤ 1000; it is cut off below 2⁻¹⁰⁶ of its sum.
  ///
  /// Beyond it is cut off anywhere: what it is multiplied by is 0.
  init(_ s: Pair) {
    var inverses: [Pair] = []
    var divisor = s
    var term = 1.0
    repeat {
      divisor = divisor + 1
      inverses.append(1 / divisor)
      term *= (s.high + 1) / divisor.high
    } while term > 0x1p-106 && inverses.count < 500
    self.inverses = inverses
  }

  /// The sum at z; 2⁻⁶⁰ of it with inner levels in double, 2⁻¹⁰⁰ in pairs.
  ///
  /// Where nobody takes it from another number, fewer outer levels do, for 2⁻⁵⁵.
  @inline(__always)
  func sum<S: Scalar>(_ z: Pair, inner type: S.Type, isCancelled: Bool = true) -> Pair {
    let outerLevels = isCancelled ? 8 : 3
    // Term n is at most zⁿ/n!, which tells how many matter: up to 2⁻⁵⁶ of the sum, 2⁻⁷⁰, 2⁻¹⁰⁶.
    let needed =
      S.self == Pair.self
      ? 22 + 16 * z.high : isCancelled ? 14 + 11 * z.high : 10 + 9 * z.high
    var level = min(Int(needed), inverses.count)
    var inner: S = 1
    while level > outerLevels {
      level -= 1
      inner = 1 + S(z) * S(inverses[level]) * inner
    }
    var sum = inner.pair
    while level > 0 {
      level -= 1
      sum = 1 + z * inverses[level] * sum
    }
    return sum
  }

  /// Γ(1 + s)·γ*(s, z) − 1 = s·Σ (−z)ⁿ/((s + n)·n!) from n = 1 on, for z ≤ 1.2; 2⁻⁶⁰ of it.
  ///
  /// γ(s, z) is z^s/s times 1 more than this, which for a small s is too little to be taken from the sum above.
  func alternatingRest(_ s: Pair, _ z: Pair) -> Pair {
    let outerLevels = 6
    var level = min(Int(8 + 14 * z.high), inverses.count)
    var inner = 0.0
    while level > outerLevels {
      inner = inverses[level - 1].high - z.high * inner / Double(level + 1)
      level -= 1
    }
    var sum = Pair(inner)
    while level > 0 {
      sum = inverses[level - 1] - z * sum / Pair(Double(level + 1))
      level -= 1
    }
    return -(s * z * sum)
  }
}
