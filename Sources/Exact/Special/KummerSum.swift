import CMPFR

// The sums of which incomplete gamma functions are made, with what they leave out.

extension Arithmetic {
  /// Σ zᵏ/((a + 1)…(a + k)), for positive a and z: Kummer's M(1, a + 1, z) (DLMF 8.7.1).
  ///
  /// All terms are positive and rounded down, so that the sum is too low. With ε = 2^(1 − bits), and δ the relative widths of z
  /// and a together, a + k is too great by a factor of at most (1 + ε)ᵏ, term k too small by (1 − ε)^(2k + k²)/(1 + δ)ᵏ, and K
  /// sums by (1 − ε)ᴷ; the rest behind a term t is less than 2t where each is less than half the one before. So the sum is too
  /// low by a factor of at most 1 + 2(K + 1)(δ + 4(K + 1)ε).
  func kummerSum(_ a: Bounds, _ z: Bounds) -> Bounds {
    let (sum, term) = (accumulator(1), accumulator(1))
    let denominator = accumulator(0)
    denominator.write { d in a.high.read { _ = mpfr_set(d, $0, MPFR_RNDU) } }
    // Where a is large beside z, every term is less than half the one before.
    let isShort = 2 * z.high.double <= a.low.double
    let stop = isShort ? 0 : a.high.double + 2 * z.high.double
    guard stop.isFinite, stop < 1e6 else { return Bounds(.one, .infinity) }
    var count = 0
    repeat {
      count += 1
      denominator.write { d in
        _ = mpfr_add_ui(d, d, 1, MPFR_RNDU)
        term.write { t in
          _ = z.low.read { mpfr_mul(t, t, $0, MPFR_RNDD) }
          _ = mpfr_div(t, t, d, MPFR_RNDD)
          sum.write { _ = mpfr_add($0, $0, t, MPFR_RNDD) }
        }
      }
    } while Double(count) < stop || term.size > sum.size - bits - 3
    return Bounds(sum, above(sum, term, count, a, z))
  }

  private func accumulator(_ value: Int) -> Number {
    Number(bits) { mpfr_set_si($0, value, MPFR_RNDN) }
  }

  /// What the sum cannot exceed.
  private func above(_ sum: Number, _ term: Number, _ count: Int, _ a: Bounds, _ z: Bounds)
    -> Number
  {
    let rough = Arithmetic(bits: 64)
    let epsilon = Number(64) { mpfr_set_ui_2exp($0, 1, 3 - bits, MPFR_RNDN) }
    let roundings = rough.times(Bounds(epsilon), count + 1)
    let share = rough.add(rough.add(rough.width(a), rough.width(z)), roundings)
    let error = rough.times(share, 2 * (count + 1))
    guard error.size < 0 else { return .infinity }
    let factor = Bounds(add(.one, Bounds(.zero, error.high)).high)
    let total = multiply(Bounds(sum), factor)
    return add(total, times(multiply(Bounds(term), factor), 2)).high
  }

  /// The width of bounds as a share of their lower end, which is positive.
  func width(_ a: Bounds) -> Bounds {
    guard !a.isPoint else { return .zero }
    let difference = combined(a.high, a.low, MPFR_RNDU, mpfr_sub)
    return divide(Bounds(difference), Bounds(a.low))
  }

  /// Σ (a − 1)…(a − k)/zᵏ of a large z (DLMF 8.11.2); nil where its terms do not become small enough.
  ///
  /// What is left behind n terms is (a − 1)…(a − n)·Γ(a − n, z)/(z^(a−1)·e^−z). With s = a − n ≤ 1, Γ(s, z) is at most
  /// z^(s−1)·e^−z, so that it is a part of the next term; with s > 1 and z > 2s at most two of it.
  func asymptoticSum(_ a: Bounds, _ z: Bounds) -> Bounds? {
    let (size, parameter) = (z.low.double, a.high.double)
    guard size > 2 * parameter + 2, size.isFinite || !z.low.isInfinite else { return nil }
    let least = Swift.min(size, 1e9)
    guard least > 0.6 * Double(bits) + 2 else { return nil }
    let inverse = reciprocal(z)
    var (sum, term, count) = (Bounds.one, Bounds.one, 0)
    while true {
      count += 1
      let factor = subtract(a, Bounds(count))
      let next = multiply(multiply(term, factor), inverse)
      if next.isZero { return sum }
      if next.size < -bits - 2 {
        let rest = multiply(next, Bounds(.zero, Number(2)))
        return add(sum, rest)
      }
      guard Double(count) < least else { return nil }
      sum = add(sum, next)
      term = next
    }
  }
}
