extension FloatType {
  /// How far a value is from the truth, in units of the type's spacing in the truth's binade.
  ///
  /// The truth is a value of the type; the value may have more digits than it. Signed: above 0
  /// where the value is too large. Equal infinities, and NaN for NaN, are 0; NaN or an infinity
  /// for a finite truth, and the reverse, are infinite. A finite error is at most 10³⁰⁰.
  @inline(__always)
  public func ulps(of value: Double, from truth: Double) -> Double {
    if value == truth { return 0 }
    guard value.isFinite, truth.isFinite else {
      if value.isNaN, truth.isNaN { return 0 }
      return value < truth ? -.infinity : .infinity
    }
    // A difference that overflows, or is divided by a subnormal unit, is beyond any use.
    let error = (value - truth) / ulp(of: truth)
    return min(max(error, -1e300), 1e300)
  }
}
