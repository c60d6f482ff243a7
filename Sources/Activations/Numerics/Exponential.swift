/// Where e^−|u| is lost in any product with a double: the farthest one that counts is
/// 10³⁰⁸ · e^−1455, a subnormal number.
let saturation = 1500.0

/// 1022 ln 2 to 106 bits.
private let largeLogarithm = Pair(0x1.6232_bdd7_abcd_2p+9, 0x1.eef3_fec1_be37_fp-46)

/// 510 ln 2 to 106 bits.
private let middleLogarithm = Pair(0x1.6181_4bbf_b3fb_5p+8, 0x1.190f_0ce7_f235_fp-46)

/// e^u as `value` · `half`², so that a product with it keeps its digits where e^u underflows.
///
/// `half` is 1, and 2⁻²⁵⁵ or 2⁻⁵¹¹ where u < −350: from there on a product with e^u may be subnormal, with a square of a small
/// parameter too, or e^u be so while x·e^u is a normal number. Multiply x by `half` first, then by `value`, then by `half`.
struct ScaledExponential<S: Scalar> {
  var value: S
  var half: Double

  /// An exponential that is known, and far from underflow.
  @inline(__always)
  init(value: S) {
    self.value = value
    half = 1
  }

  /// Splits e^u for u ≥ 600, with a `half` of 2⁵¹¹, so that a quotient may be finite where e^u is not.
  @inline(__always)
  init(large u: Pair) {
    value = u.high < 1417 ? S.exp(u - largeLogarithm) : S(.infinity)
    half = 0x1p511
  }

  /// Splits e^u for u ≤ 709.
  @inline(__always)
  init(_ u: Pair) {
    if u.high < -2 * saturation {
      value = 0
      half = 1
    } else if u.high < -350 {
      // e^u = e^(u + 510 ln 2) · 2⁻⁵¹⁰, or the same with 1022.
      let isNear = u.high > -700
      value = S.exp(u + (isNear ? middleLogarithm : largeLogarithm))
      half = isNear ? 0x1p-255 : 0x1p-511
    } else {
      value = S.exp(u)
      half = 1
    }
  }

  /// e^u as one number, which underflows to 0.
  @inline(__always)
  var unscaled: S { half == 1 ? value : value.scaled(by: half).scaled(by: half) }
}

/// The same with what a double leaves over: `rest` is to be added to `value`, and 0 for pairs.
struct SplitExponential<S: Scalar> {
  var value: S
  var rest: S
  var half = 1.0

  /// Splits e^u for u ≤ 700.
  @inline(__always)
  init(_ u: Pair, isQuick: Bool = false) {
    if u.high >= -350 {
      (value, rest) = isQuick ? S.quickExp(u) : S.splitExp(u)
    } else {
      let scaled = ScaledExponential<S>(u)
      value = scaled.value
      rest = 0
      half = scaled.half
    }
  }

  /// e^u as one number, but for the rest; it underflows to 0.
  @inline(__always)
  var unscaled: S { half == 1 ? value : value.scaled(by: half).scaled(by: half) }
}

/// The logistic sigmoid s = 1 / (1 + e^−u) with its complement t = 1 − s = σ(−u).
///
/// All keep their digits in both tails. The slope of σ is p = st, the slope of that p(t − s).
struct Logistic<S: Scalar> {
  /// e^−|u| / `half`², without its rest.
  var exponential: S
  /// What that lacks.
  var rest: S
  /// e^−|u|, which underflows to 0.
  var small: S
  /// What 1 + e^−|u| lacks in S, as a share of it.
  var share: S
  /// s / `valueHalf`².
  var value: S
  /// t.
  var complement: S
  /// st / `half`².
  var slope: S
  /// t − s, which is −tanh(u/2).
  var tilt: S
  /// The square root of the slope's factor: 1, or less far in either tail.
  var half: Double
  /// The same of the value: `half` on the left, 1 on the right.
  var valueHalf: Double
  /// What the value lacks in doubles.
  var valueRest: Double

  /// Evaluates at a pair u; 1 ulp in double, 2 of the slope.
  @inline(__always)
  init(_ u: Pair) {
    let isLeft = u.high < 0
    let e = SplitExponential<S>(isLeft ? u : -u, isQuick: true)
    exponential = e.value
    rest = e.rest
    small = e.unscaled
    let denominator = 1 + small
    let near = 1 / denominator
    // Pairs lose nothing that matters.
    let isRough = S.self == Double.self
    share = isRough ? ((small - (denominator - 1)) + e.rest) * near : 0
    let numerator = isRough ? e.value + (e.rest - e.value * share) : e.value
    let far = numerator / denominator
    slope =
      isRough
      ? (e.value + (e.rest - 2 * e.value * share)) / (denominator * denominator) : far * near
    half = e.half
    valueHalf = isLeft ? e.half : 1
    tilt = (isLeft ? 1 - small : small - 1) * near
    complement = isLeft ? near : (far.scaled(by: e.half)).scaled(by: e.half)
    value = isLeft ? far : near
    valueRest =
      isRough
      ? Self.rest(
        value.rounded, isLeft ? numerator.rounded : 1, denominator.rounded, near.rounded,
        lost: isLeft
          ? (e.rest - e.value * share - (numerator - e.value)).rounded : -share.rounded) : 0
  }

  /// What a quotient q = a/b lacks where a lacks `lost`, given 1/b.
  @inline(__always)
  private static func rest(_ q: Double, _ a: Double, _ b: Double, _ inverse: Double, lost: Double)
    -> Double
  {
    (a.addingProduct(-q, b) + lost) * inverse
  }

  /// s as one number, which underflows to 0.
  @inline(__always)
  var unscaled: S { value.scaled(by: valueHalf).scaled(by: valueHalf) }
}
