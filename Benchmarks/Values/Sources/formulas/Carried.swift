import Activations
import Analysis
import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// Arithmetic that carries two derivatives along, by the rules of sum, product, quotient and chain.

extension Jet {
  static func + (u: Jet, v: Jet) -> Jet {
    Jet(u.value + v.value, u.first + v.first, u.second + v.second)
  }

  static func - (u: Jet, v: Jet) -> Jet {
    Jet(u.value - v.value, u.first - v.first, u.second - v.second)
  }

  static func + (u: Jet, c: Double) -> Jet { Jet(u.value + c, u.first, u.second) }

  static func + (c: Double, u: Jet) -> Jet { u + c }

  static func - (u: Jet, c: Double) -> Jet { u + -c }

  static func * (c: Double, u: Jet) -> Jet { Jet(c * u.value, c * u.first, c * u.second) }

  static func / (u: Jet, c: Double) -> Jet { Jet(u.value / c, u.first / c, u.second / c) }

  static func * (u: Jet, v: Jet) -> Jet {
    Jet(
      u.value * v.value, u.first * v.value + u.value * v.first,
      u.second * v.value + 2 * u.first * v.first + u.value * v.second)
  }

  static func / (u: Jet, v: Jet) -> Jet {
    let q = u.value / v.value
    let slope = (u.first - q * v.first) / v.value
    return Jet(q, slope, (u.second - 2 * slope * v.first - q * v.second) / v.value)
  }

  /// g(u), given the value and the derivatives of g at u.
  func mapped(_ value: Double, _ first: Double, _ second: Double) -> Jet {
    Jet(value, first * self.first, second * self.first * self.first + first * self.second)
  }
}

/// x itself.
func variable(_ x: Double) -> Jet { Jet(x, 1, 0) }

func exp(_ u: Jet) -> Jet {
  let e = exp(u.value)
  return u.mapped(e, e, e)
}

func log(_ u: Jet) -> Jet {
  let slope = 1 / u.value
  return u.mapped(log(u.value), slope, -slope * slope)
}

func tanh(_ u: Jet) -> Jet {
  let t = tanh(u.value)
  return u.mapped(t, 1 - t * t, -2 * t * (1 - t * t))
}

func erf(_ u: Jet) -> Jet {
  let slope = 1.1283791670955126 * exp(-u.value * u.value)
  return u.mapped(erf(u.value), slope, -2 * u.value * slope)
}

func sqrt(_ u: Jet) -> Jet {
  let root = u.value.squareRoot()
  return u.mapped(root, 0.5 / root, -0.25 / (root * u.value))
}

func sigmoid(_ u: Jet) -> Jet {
  let s = 1 / (1 + exp(-u.value))
  let slope = s * (1 - s)
  return u.mapped(s, slope, slope * (1 - 2 * s))
}

func max(_ u: Jet, _ v: Jet) -> Jet { u.value > v.value ? u : v }

func min(_ u: Jet, _ v: Jet) -> Jet { u.value < v.value ? u : v }
