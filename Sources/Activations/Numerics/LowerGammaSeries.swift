/// γ(s, z)·s / (z^s·e^−z) = 1 + z/(s+1)·(1 + z/(s+2)·(1 + …)) for one s and many z ≤ s + 1.
///
/// Nested like this, what an inner level errs by is damped by all outer ones. So a few outer levels in
/// pairs give a sum of which 1 − P may be taken, though the inner ones are doubles.
/// Source: DLMF 8.7.1.
struct LowerGammaSeries: Sendable {
  /// 1/(s + k) for every level k from 1.
  private let inverses: [Pair]

  /// Prepares the series for s; it is cut off below 2⁻¹⁰⁶ of its sum.
  init(_ s: Pair) {
    var inverses: [Pair] = []
    var divisor = s
    var term = 1.0
    repeat {
      divisor = divisor + 1
      inverses.append(1 / divisor)
      term *= (s.high + 1) / divisor.high
    } while term > 0x1p-106
    self.inverses = inverses
  }

  /// The sum at z; 2⁻⁶⁰ of it with inner levels in double, 2⁻¹⁰⁰ in pairs.
  @inline(__always)
  func sum<S: Scalar>(_ z: Pair, inner type: S.Type) -> Pair {
    // Term n is at most zⁿ/n!, which tells how many matter: up to 2⁻⁷⁰ of the sum, and 2⁻¹⁰⁶.
    let needed = S.self == Double.self ? 14 + 11 * z.high : 22 + 16 * z.high
    var level = min(Int(needed), inverses.count)
    var inner: S = 1
    while level > Self.outerLevels {
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

  private static let outerLevels = 8
}
