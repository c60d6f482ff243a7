/// A function of one argument that the formula language has by itself; the raw value is its name.
package enum Intrinsic: String, CaseIterable, Hashable, Sendable {
  case abs, sign, heaviside
  case exp, expm1, log, log1p, sqrt, cbrt
  case sigmoid, softplus, logcosh
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case erf, erfc, gamma, lgamma
  /// Φ and φ, the distribution function and the density of the normal distribution: the one name that
  /// is read with its case.
  case distribution = "Phi"
  case density = "phi"
}
