/// P(x)/(1 + |S(x)|) with P = a₀ + a₁x + … + a₅x⁵ and S = b₁x + … + b₄x⁴: a safe Padé activation unit.
///
/// The denominator Q = 1 + σS, σ the sign of S, has no zeros. Derivatives: (P′ − fQ′)/Q and (P″ −
/// 2f′Q′ − fQ″)/Q; where S is 0 and changes its sign, f′ is the mean P′ and f″ the mean P″ + 2PS′².
/// Beyond |x| = 1 the same in t = 1/x, so that nothing overflows. What cancels beyond the digits of pairs, as where coefficients
/// are of very different sizes, is told. Limits: those of the leading powers. Source: arXiv 1907.06732.
struct Rational: PairActivation {
  /// Those of P, a₀ first.
  private let numerator: [Double]
  /// Those of S, the absent b₀ first.
  private let denominator: [Double]
  let kinks: [Kink]
  /// What the summands' sizes are nowhere above: quicker to ask than they are.
  private let largest: Sizes

  /// The sizes of the summands of P and of S.
  private typealias Sizes = (p: PolynomialSize, s: PolynomialSize)

  /// Takes a₀ … a₅ and b₁ … b₄.
  init(numerator: [Double], denominator: [Double]) {
    self.numerator = Self.trimmed(numerator)
    self.denominator = Self.trimmed([0] + denominator)
    largest = (PolynomialSize(above: self.numerator), PolynomialSize(above: self.denominator))
    kinks = Self.kinks(self.numerator, self.denominator)
  }

  func pairJet(at x: Double) -> ProductJet<Pair> {
    let isNear = abs(x) <= 1
    let jet = isNear ? near(x, largest) : far(x, largest)
    guard jet.isLost(upTo: 2) else { return jet }
    return isNear
      ? near(x, (PolynomialSize(numerator, at: x), PolynomialSize(denominator, at: x)))
      : far(
        x,
        (
          PolynomialSize(scaling: numerator.reversed(), at: 1 / x),
          PolynomialSize(scaling: denominator.reversed(), at: 1 / x)
        ))
  }

  private func near(_ x: Double, _ sizes: Sizes) -> ProductJet<Pair> {
    let p = PolynomialJet(numerator, at: Pair(x))
    let s = PolynomialJet(denominator, at: Pair(x))
    let sign = sign(at: x)
    if sign == 0 {
      // Where S only touches 0, its sign is that of its curvature.
      let bend =
        s.first.rounded == 0 ? p.value * s.second.magnitude : -2 * (p.value * s.first * s.first)
      return ProductJet(p.value, p.first, p.second - bend)
    }
    return Self.quotient(
      p, sign < 0 ? s.negated : s, adding: PolynomialJet(one: 1), sizes: sizes)
  }

  /// The sign of S for |x| ≤ 1, next to 0 too, where S underflows: that of its lowest power times the rest.
  private func sign(at x: Double) -> Double {
    guard let lowest = denominator.firstIndex(where: { $0 != 0 }) else { return 1 }
    let rest = PolynomialJet(Array(denominator[lowest...]), at: Pair(x)).value.rounded
    return lowest % 2 == 0 || rest == 0 ? rest : x * (rest < 0 ? -1 : 1)
  }

  /// P = xⁿ·p(t) and Q = x^d·q(t): f = x^(n − d)·p/q, with derivatives t·d/dt and t²·d²/dt² of p/q.
  private func far(_ x: Double, _ sizes: Sizes) -> ProductJet<Pair> {
    guard !numerator.isEmpty else { return ProductJet(0, 0, 0) }
    let t = Pair(1) / Pair(x)
    let degree = max(0, denominator.count - 1)
    let power = numerator.count - 1 - degree
    let s = PolynomialJet(scaling: denominator.reversed(), at: t)
    // Q = |x|ᵈ·(|t|ᵈ + |S/xᵈ|), and |x|ᵈ = −xᵈ for odd d on the left.
    let r = Self.quotient(
      PolynomialJet(scaling: numerator.reversed(), at: t), s.value.rounded < 0 ? s.negated : s,
      adding: PolynomialJet(power: degree, of: t.magnitude), sizes: sizes)
    guard r.value.rounded.isFinite, abs(x) < 0x1p1020 else { return lost(x) }
    let sign: Pair = x < 0 && degree % 2 == 1 ? -1 : 1
    let (value, first, second) = (sign * r.value, sign * r.first.value, sign * r.second.value)
    let m = Double(power)
    let slope = Pair(m) * value - first
    let bend = Pair(m * (m - 1)) * value - Pair(2 * m - 2) * first + second
    let (a, b) = (abs(m) * r.valueMagnitude, r.first.magnitude)
    return ProductJet(
      Sum(value.times(x, power), magnitude: Self.scaled(r.valueMagnitude, x, power)),
      Sum(slope.times(x, power - 1), magnitude: Self.scaled(a + b, x, power - 1)),
      Sum(
        bend.times(x, power - 2),
        magnitude: Self.scaled(
          abs(m - 1) * (a + 2 * b) + r.second.magnitude, x, power - 2)))
  }

  /// The limits in place of what over- or underflows on the way, as lost.
  private func lost(_ x: Double) -> ProductJet<Pair> {
    let limit = limit(at: x < 0 ? -.infinity : .infinity)
    return ProductJet(
      Sum(Pair(limit.value), magnitude: .nan), Sum(Pair(limit.first)), Sum(Pair(limit.second)))
  }

  private static func scaled(_ size: Double, _ x: Double, _ power: Int) -> Double {
    Pair(size).times(x, power).high
  }

  /// P/Q with its derivatives, and a share of their summands' sizes: pairs keep so many more digits of these than of other sums.
  private static func quotient(
    _ p: PolynomialJet, _ s: PolynomialJet, adding one: PolynomialJet,
    sizes: Sizes
  ) -> ProductJet<Pair> {
    let q = one + s
    let value = p.value / q.value
    let first = (p.first - value * q.first) / q.value
    let bend = p.second - 2 * (first * q.first) - value * q.second
    let (height, slope) = (abs(value.high), abs(first.high))
    let share = 0x1p-30 / q.value.high
    return ProductJet(
      Sum(value, magnitude: share * (sizes.p.value + height * sizes.s.value)),
      Sum(
        first,
        magnitude: share * (sizes.p.first + height * sizes.s.first + slope * sizes.s.value)),
      Sum(
        bend / q.value,
        magnitude: share * (sizes.p.second + 2 * slope * sizes.s.first + height * sizes.s.second)))
  }

  func limit(at infinity: Double) -> Jet {
    guard let top = numerator.last else { return Jet(0, 0, 0) }
    let sign = infinity < 0 && numerator.count % 2 == 0 ? -1.0 : 1
    let ratio = sign * (top / abs(denominator.last ?? 1))
    let power = numerator.count - max(1, denominator.count)
    func component(_ order: Int) -> Double {
      let factor = (0..<order).reduce(1.0) { $0 * Double(power - $1) }
      if factor == 0 || power < order { return 0 }
      let side = infinity < 0 && order % 2 == 1 ? -1.0 : 1
      return side * factor * ratio * (power == order ? 1 : .infinity)
    }
    return Jet(component(0), component(1), component(2))
  }

  private static func trimmed(_ coefficients: [Double]) -> [Double] {
    var coefficients = coefficients
    while coefficients.last == 0 { coefficients.removeLast() }
    return coefficients
  }

  /// The zeros at which S changes its sign, where the corner of f shows in doubles.
  private static func kinks(_ numerator: [Double], _ denominator: [Double]) -> [Kink] {
    guard let lowest = denominator.firstIndex(where: { $0 != 0 }) else { return [] }
    let cofactor = Array(denominator[lowest...])
    var kinks: [Kink] = RealZeros.changes(of: cofactor).compactMap { x in
      corner(numerator, denominator, at: x)
    }
    if lowest == 1 {
      kinks += [corner(numerator, denominator, at: 0)].compactMap(\.self)
    } else if lowest == 3, numerator.first.map({ $0 != 0 }) ?? false {
      kinks.append(Kink(at: 0, order: 3))
    }
    return kinks.sorted { $0.x < $1.x }
  }

  private static func corner(_ numerator: [Double], _ denominator: [Double], at x: Double) -> Kink?
  {
    let p = PolynomialJet(numerator, at: Pair(x))
    let jump = p.value * PolynomialJet(denominator, at: Pair(x)).first
    let isSeen = (p.first - jump).rounded != (p.first + jump).rounded
    return isSeen ? Kink(at: x, order: 1) : nil
  }
}

extension FunctionFamily {
  static let rational = FunctionFamily(
    "rational", aliases: ["pau"],
    definition:
      "(a0 + a1*x + a2*x^2 + a3*x^3 + a4*x^4 + a5*x^5)/(1 + abs(b1*x + b2*x^2 + b3*x^3 + b4*x^4))",
    plainText: "(a₀ + a₁x + … + a₅x⁵)/(1 + |b₁x + … + b₄x⁴|)",
    tex: #"\frac{\sum_{k=0}^5a_kx^k}{1+\left|\sum_{k=1}^4b_kx^k\right|}"#,
    parameters: zip(["a0", "a1", "a2", "a3", "a4", "a5"], numeratorLikeLeakyRelu).map {
      Parameter($0, $0, default: $1, .finite)
    }
      + zip(["b1", "b2", "b3", "b4"], denominatorLikeLeakyRelu).map {
        Parameter($0, $0, default: $1, .finite)
      },
    note: "by default within 0.034 of leaky_relu over -3…3", source: "arXiv 1907.06732",
    kernel: { Rational(numerator: Array($0[0..<6]), denominator: Array($0[6...])) })

  // The authors' start for this form, like leaky ReLU with slope 0.01: the entry `leaky_relu` of
  // version B, degrees 5/4, in rationals_config.json of github.com/ml-research/rational_activations.
  private static let numeratorLikeLeakyRelu = [
    0.03355815733452378, 0.5050059186781659, 1.6534697310952233, 2.0100501552600014,
    0.9319195586484518, 0.15242646398275836,
  ]
  private static let denominatorLikeLeakyRelu = [
    4.812831860534153e-05, 3.9802479055059194, 1.5837587665720168e-05, 0.30183382839661377,
  ]
}
