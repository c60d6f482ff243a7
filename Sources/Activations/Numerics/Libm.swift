// The only file of this module that sees the platform: the C library's elementary functions pass
// through here, so that a reader finds in one place what the mathematics rests on.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The C library's elementary functions.
///
/// With glibc 2.28 or newer they err by less than 1 ulp, but for `tanh` and `erf` (2 ulp).
enum Libm {
  @inline(__always) static func exp(_ x: Double) -> Double { cExp(x) }
  @inline(__always) static func expm1(_ x: Double) -> Double { cExpm1(x) }
  @inline(__always) static func log(_ x: Double) -> Double { cLog(x) }
  @inline(__always) static func log1p(_ x: Double) -> Double { cLog1p(x) }
  @inline(__always) static func sin(_ x: Double) -> Double { cSin(x) }
  @inline(__always) static func cos(_ x: Double) -> Double { cCos(x) }
  @inline(__always) static func tanh(_ x: Double) -> Double { cTanh(x) }
  @inline(__always) static func cosh(_ x: Double) -> Double { cCosh(x) }
  @inline(__always) static func atan(_ x: Double) -> Double { cAtan(x) }
  @inline(__always) static func erf(_ x: Double) -> Double { cErf(x) }
  @inline(__always) static func hypot(_ x: Double, _ y: Double) -> Double { cHypot(x, y) }
  @inline(__always) static func tan(_ x: Double) -> Double { cTan(x) }
  @inline(__always) static func asin(_ x: Double) -> Double { cAsin(x) }
  @inline(__always) static func acos(_ x: Double) -> Double { cAcos(x) }
  @inline(__always) static func sinh(_ x: Double) -> Double { cSinh(x) }
  @inline(__always) static func asinh(_ x: Double) -> Double { cAsinh(x) }
  @inline(__always) static func acosh(_ x: Double) -> Double { cAcosh(x) }
  @inline(__always) static func atanh(_ x: Double) -> Double { cAtanh(x) }
  @inline(__always) static func cbrt(_ x: Double) -> Double { cCbrt(x) }
  @inline(__always) static func erfc(_ x: Double) -> Double { cErfc(x) }
  @inline(__always) static func gamma(_ x: Double) -> Double { cGamma(x) }
  @inline(__always) static func lgamma(_ x: Double) -> Double { cLgamma(x) }
  @inline(__always) static func pow(_ x: Double, _ y: Double) -> Double { cPow(x, y) }
}

// Inside `Libm` the plain names mean its own functions.
@inline(__always) private func cExp(_ x: Double) -> Double { exp(x) }
@inline(__always) private func cExpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) private func cLog(_ x: Double) -> Double { log(x) }
@inline(__always) private func cLog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) private func cSin(_ x: Double) -> Double { sin(x) }
@inline(__always) private func cCos(_ x: Double) -> Double { cos(x) }
@inline(__always) private func cTanh(_ x: Double) -> Double { tanh(x) }
@inline(__always) private func cCosh(_ x: Double) -> Double { cosh(x) }
@inline(__always) private func cAtan(_ x: Double) -> Double { atan(x) }
@inline(__always) private func cErf(_ x: Double) -> Double { erf(x) }
@inline(__always) private func cHypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
@inline(__always) private func cTan(_ x: Double) -> Double { tan(x) }
@inline(__always) private func cAsin(_ x: Double) -> Double { asin(x) }
@inline(__always) private func cAcos(_ x: Double) -> Double { acos(x) }
@inline(__always) private func cSinh(_ x: Double) -> Double { sinh(x) }
@inline(__always) private func cAsinh(_ x: Double) -> Double { asinh(x) }
@inline(__always) private func cAcosh(_ x: Double) -> Double { acosh(x) }
@inline(__always) private func cAtanh(_ x: Double) -> Double { atanh(x) }
@inline(__always) private func cCbrt(_ x: Double) -> Double { cbrt(x) }
@inline(__always) private func cErfc(_ x: Double) -> Double { erfc(x) }
@inline(__always) private func cGamma(_ x: Double) -> Double { tgamma(x) }
@inline(__always) private func cLgamma(_ x: Double) -> Double { lgamma(x).0 }
@inline(__always) private func cPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
