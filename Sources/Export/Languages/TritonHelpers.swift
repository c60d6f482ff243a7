/// exp, log and powers for Triton, by the bits of numbers: its own exp errs by 100 ulp far out, as GPUs' approximation of 2^x does with
/// a rounded x, and powers there are none.
///
/// Polynomials are least squares at Chebyshev points, computed with 50 digits.
enum TritonHelpers {
  /// e^a = 2^n·e^r, whose r is half of ln 2 at most; 1.1 ulp, subnormal results included.
  static let exp =
    """
    # e^a = 2^n·e^r with |r| of ln(2)/2 at most: 1 + r + r²·P(r), P cut off at 2^-24. 1.1 ulp; 2^n by its bits, in two parts.
    @triton.jit
    def _exp(a):
        held = tl.minimum(tl.maximum(a, -105.0), 89.0)
        n = tl.floor(held * 1.4426950216293335 + 0.5)
        r = tl.fma(n, -1.428606765330187e-06, tl.fma(n, -0.693145751953125, held))
        sum = tl.fma(tl.fma(0.0013930919812992215, r, 0.008363313041627407), r, 0.041666507720947266)
        sum = tl.fma(tl.fma(sum, r, 0.16666576266288757), r, 0.5)
        k = n.to(tl.int32)
        half = k >> 1
        low = ((half + 127) << 23).to(tl.float32, bitcast=True)
        high = ((k - half + 127) << 23).to(tl.float32, bitcast=True)
        return tl.where(a != a, a, (1.0 + tl.fma(r * r, sum, r)) * low * high)
    """.split(separator: "\n").map(String.init)

  /// The parts of a > 0: a = 2^e·m with m from √½ to √2; lines of a function's body.
  private static let parts = [
    "    tiny = a < 1.1754943508222875e-38",
    "    bits = tl.where(tiny, a * 16777216.0, a).to(tl.int32, bitcast=True)",
    "    k = (bits - 0x3F3504F3) >> 23",
    "    m = (bits - (k << 23)).to(tl.float32, bitcast=True)",
    "    e = k.to(tl.float32) - tl.where(tiny, 24.0, 0.0)",
  ]

  /// Those of the helper for log1p, which takes the same series near 0.
  private static let near = Helper.logarithmCoefficients

  static let log =
    [
      "# ln(a) = e·ln(2) + ln(1 + f) with 1 + f from √½ to √2: f - f²/2 + f³·P(f), P cut off at 2^-25. 1 ulp.",
      "@triton.jit", "def _log(a):",
    ] + parts
      + """
          f = m - 1.0
          sum = tl.fma(tl.fma(\(near[8]), f, \(near[7])), f, \(near[6]))
          sum = tl.fma(tl.fma(sum, f, \(near[5])), f, \(near[4]))
          sum = tl.fma(tl.fma(sum, f, \(near[3])), f, \(near[2]))
          sum = tl.fma(tl.fma(sum, f, \(near[1])), f, \(near[0]))
          rest = tl.fma(e, 1.428606765330187e-06, f * f * tl.fma(f, sum, -0.5))
          value = tl.fma(e, 0.693145751953125, f + rest)
          value = tl.where(a == float("inf"), a, value)
          return tl.where(a > 0.0, value, tl.where(a == 0.0, -float("inf"), float("nan")))
      """.split(separator: "\n").map(String.init)

  /// u^v by ln|u| in two numbers, of which `exp` takes e's power.
  static let power =
    [
      "# u^v: ln|u| in two numbers, by s = (m - 1)/(m + 1) and 2s + s³·P(s²), P cut off at 2^-25; times v, then e to it. 2 ulp.",
      "@triton.jit", "def _power(u, v):", "    a = tl.abs(u)",
    ] + parts
      + """
          above = m + 1.0
          s = tl.div_rn(m - 1.0, above)
          left = tl.fma(-s, above, m - 1.0) - s * (m - (above - 1.0))
          w = s * s
          sum = tl.fma(tl.fma(0.2257685512304306, w, 0.2858964502811432), w, 0.39999550580978394)
          low = 2.0 * tl.div_rn(left, above) + s * w * tl.fma(sum, w, 0.6666666865348816)
          whole = e * 0.693145751953125
          high = whole + 2.0 * s
          low = tl.fma(e, 1.428606765330187e-06, low + ((whole - high) + 2.0 * s))
          product = v * high
          held = tl.minimum(tl.maximum(product, -200.0), 200.0)
          rest = tl.where(product == held, tl.fma(v, high, -product) + v * low, 0.0)
          power = _exp(held)
          power = tl.where(power < float("inf"), tl.fma(power, rest, power), power)
          power = tl.where(a == 0.0, tl.where(v < 0.0, float("inf"), 0.0), power)
          power = tl.where(a == float("inf"), tl.where(v < 0.0, 0.0, a), power)
          half = tl.floor(v * 0.5)
          odd = v - 2.0 * half
          power = tl.where(u < 0.0, tl.where(odd == 0.0, power, tl.where(odd == 1.0, -power, float("nan"))), power)
          return tl.where(v == 0.0, 1.0, tl.where(u != u, u, power))
      """.split(separator: "\n").map(String.init)
}
