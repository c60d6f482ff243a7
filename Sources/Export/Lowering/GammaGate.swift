import Activations

/// The gate of the generalised normal distribution of a shape β as polynomials, made of proved values when code is written.
///
/// With v = |x/α|, z = v^β and a = 1/β the left side of the gate is H = ½·Q(a, z). Below `start` it is ½·(1 − v) + v·c(z) where a ≤ 1, of
/// which nothing cancels though Q be small, and ½ − v·e^−z·c(z) where a > 1; above it v·e^−z·g(z)/z, where g goes to 1/(2Γ(a)) and is
/// a polynomial in t = p − q/(z + r), piece by piece. Each is good to a quarter of an ulp before it is rounded.
struct GammaGate {
  /// g from `low` up to the next piece.
  struct Piece {
    let low: Double
    let p: Double
    let q: Double
    let coefficients: [Double]
  }

  let beta: Double
  /// Where z begins to be far.
  let start: Double
  /// c, in powers of z.
  let centre: [Double]
  /// g, from the middle outwards.
  private(set) var pieces: [Piece] = []
  /// r.
  let shift: Double

  /// Whether a ≤ 1.
  var isNarrow: Bool { beta >= 1 }

  /// nil where no short polynomials hold, or nothing is proved.
  init?(_ beta: Double, _ type: FloatType) {
    guard beta.isFinite, let proved = ProvedGammaTail(beta) else { return nil }
    let start = type.rounded(max(0.75, 0.5 / beta))
    let shift = type.rounded(2 * start)
    (self.beta, self.start, self.shift) = (beta, start, shift)
    // The sum of which c is a part is at least that.
    let least = beta >= 1 ? proved.far(start).high / start * Libm.exp(-start) : 0
    guard
      let centre = Interpolation(
        type, from: 0, to: start, { Pair($0) }, least, { proved.near($0) })
    else { return nil }
    self.centre = centre.coefficients
    var waiting = [(start, Double.infinity)]
    while let (low, high) = waiting.popLast() {
      let (s, e) = (1 / (low + shift), 1 / (high + shift))
      let q = type.rounded(2 / (s - e))
      let p = type.rounded(1 + q * e)
      let t = { (z: Double) in Pair(p) - Pair(q) / (Pair(z) + Pair(shift)) }
      let far = { (z: Double) in proved.far(z) }
      if let fit = Interpolation(type, from: low, to: high, shift: shift, t, 0, far) {
        pieces.append(Piece(low: low, p: p, q: q, coefficients: fit.coefficients))
        continue
      }
      guard pieces.count + waiting.count < 6 else { return nil }
      let middle = type.rounded(high.isFinite ? (low * high).squareRoot() : 4 * low)
      waiting += [(middle, high), (low, middle)]
    }
  }
}
