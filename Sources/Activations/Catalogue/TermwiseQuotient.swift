/// The slope x·f′ and x²·f″ of f = P/Q summed term by term, for coefficients of all sizes.
///
/// With Aᵢ = aᵢxⁱ and Bⱼ = qⱼxʲ: x·f′ = Σ(i − j)AᵢBⱼ/Q² and x²·f″ = Σ(i − j)(i + j − 2k − 1)AᵢBⱼBₖ/Q³. What cancels in
/// P′Q − PQ′ has the factor 0 here. Both are divided by x to the difference of the degrees where |x| > 1.
struct TermwiseQuotient {
  let slope: Pair
  let bend: Pair

  /// Takes P, S and the sign of S at x ≠ 0; Q is 1 + |S|.
  init(_ numerator: [Double], _ denominator: [Double], at x: Double, sign: Double) {
    let a = Self.terms(numerator, at: x)
    let b = Self.terms(
      denominator.isEmpty ? [1] : [1] + denominator.dropFirst().map { sign < 0 ? -$0 : $0 }, at: x)
    let q = b.reduce(Pair(0)) { $0 + $1.value }
    var slope: Pair = 0
    var bend: Pair = 0
    for (i, p) in a {
      for (j, r) in b where i != j {
        let product = Pair(Double(i - j)) * p * r
        slope = slope + product
        for (k, s) in b { bend = bend + Pair(Double(i + j - 2 * k - 1)) * product * s }
      }
    }
    self.slope = slope / q / q
    self.bend = bend / q / q / q
  }

  /// The terms cᵢxⁱ, where |x| > 1 all divided by the highest power.
  private static func terms(_ coefficients: [Double], at x: Double) -> [(Int, value: Pair)] {
    let t = Pair(1) / Pair(x)
    let top = coefficients.count - 1
    return coefficients.enumerated().map { index, c in
      let (base, count) = abs(x) > 1 ? (t, top - index) : (Pair(x), index)
      return (index, (0..<count).reduce(Pair(c)) { power, _ in power * base })
    }
  }
}
