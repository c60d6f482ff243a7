// The only file of this module that sees the platform: the C library's functions that scales need.

#if canImport(Glibc)
  import Glibc

  func log(_ x: Double) -> Double { Glibc.log(x) }
  func exp(_ x: Double) -> Double { Glibc.exp(x) }
  func log1p(_ x: Double) -> Double { Glibc.log1p(x) }
  func expm1(_ x: Double) -> Double { Glibc.expm1(x) }
#elseif canImport(Darwin)
  import Darwin

  func log(_ x: Double) -> Double { Darwin.log(x) }
  func exp(_ x: Double) -> Double { Darwin.exp(x) }
  func log1p(_ x: Double) -> Double { Darwin.log1p(x) }
  func expm1(_ x: Double) -> Double { Darwin.expm1(x) }
#endif
