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
package enum Libm {
  @inlinable @inline(__always) package static func exp(_ x: Double) -> Double { cExp(x) }
  @inlinable @inline(__always) package static func expm1(_ x: Double) -> Double { cExpm1(x) }
  @inlinable @inline(__always) package static func log(_ x: Double) -> Double { cLog(x) }
  @inlinable @inline(__always) package static func log2(_ x: Double) -> Double { cLog2(x) }
  @inlinable @inline(__always) package static func log10(_ x: Double) -> Double { cLog10(x) }
  @inlinable @inline(__always) package static func fmod(_ x: Double, _ y: Double) -> Double {
    cFmod(x, y)
  }
  @inlinable @inline(__always) package static func log1p(_ x: Double) -> Double { cLog1p(x) }
  @inlinable @inline(__always) package static func sin(_ x: Double) -> Double { cSin(x) }
  @inlinable @inline(__always) package static func cos(_ x: Double) -> Double { cCos(x) }
  @inlinable @inline(__always) package static func tanh(_ x: Double) -> Double { cTanh(x) }
  @inlinable @inline(__always) package static func cosh(_ x: Double) -> Double { cCosh(x) }
  @inlinable @inline(__always) package static func atan(_ x: Double) -> Double { cAtan(x) }
  @inlinable @inline(__always) package static func atan2(_ y: Double, _ x: Double) -> Double {
    cAtan2(y, x)
  }
  @inlinable @inline(__always) package static func erf(_ x: Double) -> Double { cErf(x) }
  @inlinable @inline(__always) package static func hypot(_ x: Double, _ y: Double) -> Double {
    cHypot(x, y)
  }
  @inlinable @inline(__always) package static func tan(_ x: Double) -> Double { cTan(x) }
  @inlinable @inline(__always) package static func asin(_ x: Double) -> Double { cAsin(x) }
  @inlinable @inline(__always) package static func acos(_ x: Double) -> Double { cAcos(x) }
  @inlinable @inline(__always) package static func sinh(_ x: Double) -> Double { cSinh(x) }
  @inlinable @inline(__always) package static func asinh(_ x: Double) -> Double { cAsinh(x) }
  @inlinable @inline(__always) package static func acosh(_ x: Double) -> Double { cAcosh(x) }
  @inlinable @inline(__always) package static func atanh(_ x: Double) -> Double { cAtanh(x) }
  @inlinable @inline(__always) package static func cbrt(_ x: Double) -> Double { cCbrt(x) }
  @inlinable @inline(__always) package static func erfc(_ x: Double) -> Double { cErfc(x) }
  @inlinable @inline(__always) package static func gamma(_ x: Double) -> Double { cGamma(x) }
  @inlinable @inline(__always) package static func lgamma(_ x: Double) -> Double { cLgamma(x) }
  @inlinable @inline(__always) package static func pow(_ x: Double, _ y: Double) -> Double {
    cPow(x, y)
  }
}

// Inside `Libm` the plain names mean its own functions.
@inlinable @inline(__always) package func cExp(_ x: Double) -> Double { exp(x) }
@inlinable @inline(__always) package func cExpm1(_ x: Double) -> Double { expm1(x) }
@inlinable @inline(__always) package func cLog(_ x: Double) -> Double { log(x) }
@inlinable @inline(__always) package func cLog2(_ x: Double) -> Double { log2(x) }
@inlinable @inline(__always) package func cLog10(_ x: Double) -> Double { log10(x) }
@inlinable @inline(__always) package func cFmod(_ x: Double, _ y: Double) -> Double { fmod(x, y) }
@inlinable @inline(__always) package func cLog1p(_ x: Double) -> Double { log1p(x) }
@inlinable @inline(__always) package func cSin(_ x: Double) -> Double { sin(x) }
@inlinable @inline(__always) package func cCos(_ x: Double) -> Double { cos(x) }
@inlinable @inline(__always) package func cTanh(_ x: Double) -> Double { tanh(x) }
@inlinable @inline(__always) package func cCosh(_ x: Double) -> Double { cosh(x) }
@inlinable @inline(__always) package func cAtan(_ x: Double) -> Double { atan(x) }
@inlinable @inline(__always) package func cAtan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
@inlinable @inline(__always) package func cErf(_ x: Double) -> Double { erf(x) }
@inlinable @inline(__always) package func cHypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
@inlinable @inline(__always) package func cTan(_ x: Double) -> Double { tan(x) }
@inlinable @inline(__always) package func cAsin(_ x: Double) -> Double { asin(x) }
@inlinable @inline(__always) package func cAcos(_ x: Double) -> Double { acos(x) }
@inlinable @inline(__always) package func cSinh(_ x: Double) -> Double { sinh(x) }
@inlinable @inline(__always) package func cAsinh(_ x: Double) -> Double { asinh(x) }
@inlinable @inline(__always) package func cAcosh(_ x: Double) -> Double { acosh(x) }
@inlinable @inline(__always) package func cAtanh(_ x: Double) -> Double { atanh(x) }
@inlinable @inline(__always) package func cCbrt(_ x: Double) -> Double { cbrt(x) }
@inlinable @inline(__always) package func cErfc(_ x: Double) -> Double { erfc(x) }
@inlinable @inline(__always) package func cGamma(_ x: Double) -> Double { tgamma(x) }
@inlinable @inline(__always) package func cLgamma(_ x: Double) -> Double { lgamma(x).0 }
@inlinable @inline(__always) package func cPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
