import Activations
import Formulas

/// A type in which code is run before it is printed.
package protocol CodeNumber: BinaryFloatingPoint, Sendable {
  static func call(_ function: Primitive, _ u: Self) -> Self
  static func power(_ u: Self, _ v: Self) -> Self
  func squareRootOfSelf() -> Self
}

extension Double: CodeNumber {
  package static func call(_ function: Primitive, _ u: Double) -> Double {
    switch function {
    case .exp: Libm.exp(u)
    case .expm1: Libm.expm1(u)
    case .log: Libm.log(u)
    case .log1p: Libm.log1p(u)
    case .log2: Libm.log2(u)
    case .log10: Libm.log10(u)
    case .cbrt: Libm.cbrt(u)
    case .sin: Libm.sin(u)
    case .cos: Libm.cos(u)
    case .tan: Libm.tan(u)
    case .asin: Libm.asin(u)
    case .acos: Libm.acos(u)
    case .atan: Libm.atan(u)
    case .sinh: Libm.sinh(u)
    case .cosh: Libm.cosh(u)
    case .tanh: Libm.tanh(u)
    case .asinh: Libm.asinh(u)
    case .acosh: Libm.acosh(u)
    case .atanh: Libm.atanh(u)
    case .erf: Libm.erf(u)
    case .floor: u.rounded(.down)
    case .ceil: u.rounded(.up)
    case .round: u.rounded(.toNearestOrAwayFromZero)
    case .normalTail, .normalLoss: Helper.of(function, .f64)?.value(u) ?? .nan
    }
  }

  package static func power(_ u: Double, _ v: Double) -> Double { Libm.pow(u, v) }
  package func squareRootOfSelf() -> Double { squareRoot() }
}

extension Float: CodeNumber {
  /// As the type's own functions would be if they rounded correctly.
  package static func call(_ function: Primitive, _ u: Float) -> Float {
    if [.normalTail, .normalLoss].contains(function) {
      return Helper.of(function, .f32)?.value(u) ?? .nan
    }
    return Float(Double.call(function, Double(u)))
  }

  package static func power(_ u: Float, _ v: Float) -> Float {
    Float(Double.power(Double(u), Double(v)))
  }

  package func squareRootOfSelf() -> Float { squareRoot() }
}
