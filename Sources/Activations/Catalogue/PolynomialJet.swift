/// A polynomial in pairs with its first and second derivative, or with t·d/dt and t²·d²/dt².
struct PolynomialJet {
  var value: Pair
  var first: Pair
  var second: Pair

  private init(_ value: Pair, _ first: Pair, _ second: Pair) {
    self.value = value
    self.first = first
    self.second = second
  }

  /// The constant.
  init(one value: Pair) { self.init(value, 0, 0) }

  /// Σ cᵢxⁱ and its derivatives, by Horner's rule.
  init(_ coefficients: [Double], at x: Pair) {
    self.init(0, 0, 0)
    for c in coefficients.reversed() {
      second = second * x + 2 * first
      first = first * x + value
      value = value * x + Pair(c)
    }
  }

  /// Σ cᵢtⁱ with Σ i·cᵢtⁱ and Σ i(i − 1)·cᵢtⁱ: however small t is, they stay of one size.
  init(scaling coefficients: [Double], at t: Pair) {
    self.init(0, 0, 0)
    var power: Pair = 1
    for (index, c) in coefficients.enumerated() {
      self = self + PolynomialJet(term: power * Pair(c), index)
      power = power * t
    }
  }

  /// tᵈ alone, scaled likewise.
  init(power degree: Int, of t: Pair) {
    let value = (0..<degree).reduce(Pair(1)) { power, _ in power * t }
    self.init(term: value, degree)
  }

  private init(term: Pair, _ degree: Int) {
    let i = Double(degree)
    self.init(term, Pair(i) * term, Pair(i * (i - 1)) * term)
  }

  static func + (a: PolynomialJet, b: PolynomialJet) -> PolynomialJet {
    PolynomialJet(a.value + b.value, a.first + b.first, a.second + b.second)
  }

  var negated: PolynomialJet { PolynomialJet(-value, -first, -second) }
}

/// The sizes of a polynomial's summands, and of those of its derivatives: what cancels is measured against them.
struct PolynomialSize {
  private(set) var value = 0.0
  private(set) var first = 0.0
  private(set) var second = 0.0

  /// Σ |cᵢxⁱ| and its derivatives by |x|.
  init(_ coefficients: [Double], at x: Double) {
    for c in coefficients.reversed() {
      second = second * abs(x) + 2 * first
      first = first * abs(x) + value
      value = value * abs(x) + abs(c)
    }
  }

  /// Σ |cᵢtⁱ| with Σ i·|cᵢtⁱ| and Σ i(i − 1)·|cᵢtⁱ|.
  init(scaling coefficients: [Double], at t: Double) {
    var power = 1.0
    for (index, c) in coefficients.enumerated() {
      let (i, term) = (Double(index), abs(power * c))
      value += term
      first += i * term
      second += i * (i - 1) * term
      power *= t
    }
  }

  /// What neither these nor those of the coefficients in reverse are above for |x| ≤ 1.
  init(above coefficients: [Double]) {
    let degree = Double(coefficients.count)
    value = coefficients.reduce(0) { $0 + abs($1) }
    first = degree * value
    second = degree * first
  }
}

extension Pair {
  /// The product with a power of x, an integer from −6 to 5, one factor after another.
  func times(_ x: Double, _ power: Int) -> Pair {
    guard rounded != 0 else { return self }
    return (0..<Swift.abs(power)).reduce(self) { product, _ in
      power > 0 ? product * Pair(x) : product / Pair(x)
    }
  }
}
