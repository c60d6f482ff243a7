/// A function of one argument that the formula language has by itself; the raw value is its name.
package enum Intrinsic: String, CaseIterable, Hashable, Sendable {
  case abs, sign, heaviside
  case exp, expm1, log, log1p, log2, log10, sqrt, cbrt
  case sigmoid, softplus, logcosh
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case erf, erfc, gamma, lgamma
  /// e^(u²)·erfc(u).
  case erfcx
  /// Whole numbers at or below, at or above and next to u; half a unit is rounded away from 0.
  ///
  /// As at every jump, what changes with x takes the mean of its limits there: floor(x) is 1.5 at 2.
  case floor, ceil, round
  /// Φ and φ, the distribution function and the density of the normal distribution: the one name that
  /// is read with its case.
  case distribution = "Phi"
  case density = "phi"

  /// Whether it entered the language late, so that a definition may have its name.
  var isLate: Bool {
    let late: [Intrinsic] = [.density, .log2, .log10, .erfcx, .floor, .ceil, .round]
    return late.contains(self)
  }
}
