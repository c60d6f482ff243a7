/// x·(1 + e^−αx + x·e^−αx) / (1 + e^−αx)²: the slope of x·σ(αx), used as a gate.
///
/// With s = σ(αx), t = 1 − s and p = st: H = s(1 + xt), H′ = p(α + 1 + αx(t − s)),
/// H″ = αp((α + 2)(t − s) + αx(1 − 6p)). The gate itself is negative left of about −1.
/// Limits: 0 at −∞, x at +∞.
///
/// This is the formula as published. The slope of x·σ(αx) has αx in the numerator where the published
/// one has x; the two agree at α = 1.
///
/// Largest errors in ulp at 300,000 points, over all x and α from 0.01 to 100:
/// H and f 3 (two points of 10,000, else 2), f′ 6, f″ 6.
struct Form3: Gate {
  let alpha: Factor

  @inline(__always)
  func gate<S: Scalar>(at x: Double, as type: S.Type) -> GateJet<S> {
    let u = alpha.times(x)
    if abs(u.high) > saturation { return .step(x) }
    let s = Logistic<S>(u)
    // The density has two zeros.
    var factor = 1 + S(alpha.value) + S(u) * s.tilt
    if S.self == Double.self, abs(factor.rounded) < 0.75 * (1 + alpha.value) {
      factor = S(Pair(1) + Pair(alpha.value) + u * Logistic<Pair>(u).tilt)
    }
    let value = value(x, u, s)
    return GateJet(
      value.value + S(value.rest),
      s.slope * factor,
      S(alpha.value) * (s.slope * ((2 + S(alpha.value)) * s.tilt + S(u) * (1 - 6 * bend(s)))),
      half: s.half, valueHalf: s.valueHalf)
  }

  /// s(1 + xt) and what it lacks in doubles, with e = e^−|u|: e(1 + x + e)/(1 + e)² on the left, where it has a zero, and
  /// (1 + e(1 + x))/(1 + e)² on the right.
  @inline(__always)
  private func value<S: Scalar>(_ x: Double, _ u: Pair, _ s: Logistic<S>) -> (
    value: S, rest: Double
  ) {
    if S.self == Double.self {
      let gate = Self.value(
        x, u, e: s.exponential.rounded, rest: s.rest.rounded, small: s.small.rounded)
      return (S(gate.value), gate.rest)
    }
    let sum = u.high < 0 ? 1 + S(x) + s.small : 1 + s.small * (1 + S(x))
    return ((u.high < 0 ? s.exponential * sum : sum) / (1 + s.small * (2 + s.small)), 0)
  }

  /// The same in doubles: what sums and the exponential lost is put back once, in the numerator.
  @inline(__always)
  private static func value(
    _ x: Double, _ u: Pair, e: Double, rest: Double, small: Double
  ) -> (value: Double, rest: Double) {
    let line = Pair.sum(1, x)
    // The divisor (1 + e)² as 1 + e(2 + e), what it lacks, and its reciprocal to a tenth, which is enough for that.
    let product = small * (2 + small)
    let divisor = 1 + product
    let lack = (product - (divisor - 1)) + 2 * rest
    let near = 1 - small * (1 - 0.5 * small)
    if u.high < 0 {
      let total = Pair.sum(line.high, small)
      if abs(total.high) < small {
        return ((e + (rest - lack * near * near * e)) * sum(x, u).rounded / divisor, 0)
      }
      let quotient = e * total.high / divisor
      let low = e * (total.low + line.low + rest) + rest * total.high
      return (quotient, (low - quotient * lack) * (near * near))
    }
    let total = Pair.sum(1, small * line.high)
    let quotient = total.high / divisor
    let low = total.low + (small * line.low + rest * line.high)
    return (quotient, (low - quotient * lack) * (near * near))
  }

  /// 1 + x + e^u near its zero, where the rounding of e^u would show.
  @inline(never)
  private static func sum(_ x: Double, _ u: Pair) -> Pair { Pair.sum(1, x) + Pair.exp(u) }

  @inline(__always)
  func value<S: Scalar>(at x: Double, as type: S.Type) -> S {
    let u = alpha.times(x)
    if abs(u.high) > saturation { return GateJet.step(x).activation(x) }
    let s = Logistic<S>(u)
    let gate = value(x, u, s)
    var jet = GateJet(gate.value, 0, 0, half: s.valueHalf)
    jet.valueRest = gate.rest
    return jet.activation(x)
  }

  /// Beside the zero of 1 + x + e^αx, where even pairs lose digits.
  @inline(__always)
  func isLost(_ gate: Double, at x: Double) -> Bool {
    guard x < -1, x > -2, abs(gate) < 0x1p-10 else { return false }
    return abs(gate) < 0x1p-12 * Libm.exp(alpha.value * x)
  }

  @inline(__always)
  func product<S: Scalar>(at x: Double, as type: S.Type) -> ProductJet<S> {
    let value = value(at: x, as: S.self)
    let u = alpha.times(x)
    if abs(u.high) > saturation { return GateJet.step(x).product(with: x) }
    let s = Logistic<S>(u)
    let a = S(alpha.value)
    // f′ = s + (α + 2)xp + αx²p(t − s), f″ = 2(α + 1)p + (α + 4)xp′ + x²p″.
    let p = S(x * s.half) * s.slope
    let q = s.slope.scaled(by: s.half)
    let slopes = ((a + 2) * p, S(u) * p * s.tilt)
    let bends = (
      2 * (a + 1) * q, a * ((a + 4) * (p * s.tilt)), a * (S(u) * (p * (1 - 6 * bend(s))))
    )
    return ProductJet(
      value,
      sum(s.unscaled, slopes.0.scaled(by: s.half), slopes.1.scaled(by: s.half)),
      sum(bends.0.scaled(by: s.half), bends.1.scaled(by: s.half), bends.2.scaled(by: s.half)))
  }

  /// p without its factor.
  @inline(__always)
  private func bend<S: Scalar>(_ s: Logistic<S>) -> S {
    s.slope.scaled(by: s.half).scaled(by: s.half)
  }

  @inline(__always)
  private func sum<S: Scalar>(_ a: S, _ b: S, _ c: S) -> Sum<S> {
    Sum(a + b + c, magnitude: max(abs(a.rounded), abs(b.rounded), abs(c.rounded)))
  }
}

extension Form3: Vectorized {
  package var vectorKernel: VectorKernel? { VectorKernel(.logisticSlope(rate: Pair(alpha.value))) }
}

extension FunctionFamily {
  static let form3 = FunctionFamily(
    "form3", definition: "gate: (1 + exp(-alpha*x) + x*exp(-alpha*x))/(1 + exp(-alpha*x))^2",
    parameters: [.alpha],
    note: "as published; the slope of x·σ(αx) only at α = 1",
    kernel: { Form3(alpha: Factor($0[0])) }
  )
}
