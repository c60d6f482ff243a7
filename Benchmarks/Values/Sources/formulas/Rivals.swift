import Activations
import Analysis
import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A formula and its rivals, written by hand.
struct Rival: Sendable {
  let formula: String
  /// The formula's arithmetic.
  let value: @Sendable (Double) -> Double
  /// The same arithmetic, both derivatives carried through every operation.
  let carried: @Sendable (Double) -> Jet
  /// Both derivatives as one would simplify them on paper.
  let simplified: @Sendable (Double) -> Jet
}

/// 1/(1 + e^−u) with its derivatives, from one exponential.
@inline(__always)
private func sigmoid(_ u: Double) -> Jet {
  let s = 1 / (1 + exp(-u))
  let slope = s * (1 - s)
  return Jet(s, slope, slope * (1 - 2 * s))
}

/// x·H by the product rule.
@inline(__always)
private func gated(_ x: Double, _ gate: Jet) -> Jet {
  Jet(x * gate.value, gate.value + x * gate.first, 2 * gate.first + x * gate.second)
}

/// g(u) by the chain rule, given u and the derivatives of g.
@inline(__always)
private func chained(_ g: Jet, _ u: Jet) -> Jet {
  Jet(g.value, g.first * u.first, g.second * u.first * u.first + g.first * u.second)
}

@inline(__always)
private func tanhJet(_ u: Double) -> Jet {
  let t = tanh(u)
  return Jet(t, 1 - t * t, -2 * t * (1 - t * t))
}

/// The formulas with what one would write for them by hand.
let rivals: [Rival] = [
  Rival(
    formula: "x*sigmoid(x)", value: { $0 / (1 + exp(-$0)) },
    carried: { x in
      let x = variable(x)
      return x * sigmoid(x)
    }, simplified: { gated($0, sigmoid($0)) }),
  Rival(
    formula: "x*tanh(log(1 + exp(x)))", value: { $0 * tanh(log(1 + exp($0))) },
    carried: { x in
      let x = variable(x)
      return x * tanh(log(1 + exp(x)))
    },
    simplified: { x in
      let s = sigmoid(x)
      return gated(x, chained(tanhJet(log(1 + exp(x))), Jet(0, s.value, s.first)))
    }),
  Rival(
    formula: "x*(1 + erf(x/sqrt(2)))/2", value: { $0 * (1 + erf($0 / 2.0.squareRoot())) / 2 },
    carried: { x in
      let x = variable(x)
      return x * (1 + erf(x / 2.0.squareRoot())) / 2
    },
    simplified: { x in
      let density = 0.3989422804014327 * exp(-x * x / 2)
      return gated(x, Jet((1 + erf(x / 2.0.squareRoot())) / 2, density, -x * density))
    }),
  Rival(
    formula: "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
    value: { 0.5 * $0 * (1 + tanh((2 / Double.pi).squareRoot() * ($0 + 0.044715 * $0 * $0 * $0))) },
    carried: { x in
      let x = variable(x)
      return 0.5 * x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044715 * (x * x * x))))
    },
    simplified: { x in
      let c = (2 / Double.pi).squareRoot()
      let u = Jet(
        c * (x + 0.044715 * x * x * x), c * (1 + 0.134145 * x * x), c * 0.26829 * x)
      let t = chained(tanhJet(u.value), u)
      return gated(x, Jet(0.5 + 0.5 * t.value, 0.5 * t.first, 0.5 * t.second))
    }),
  Rival(
    formula: "x*(1/2 + x/(2*sqrt(1 + x^2)))",
    value: { $0 * (0.5 + $0 / (2 * (1 + $0 * $0).squareRoot())) },
    carried: { x in
      let x = variable(x)
      return x * (0.5 + x / (2 * sqrt(1 + x * x)))
    },
    simplified: { x in
      let r = 1 / (1 + x * x).squareRoot()
      return gated(x, Jet(0.5 + 0.5 * x * r, 0.5 * r * r * r, -1.5 * x * r * r * r * r * r))
    }),
  Rival(
    formula: "where(x > 0, x, exp(x) - 1)", value: { $0 > 0 ? $0 : exp($0) - 1 },
    carried: { x in
      let x = variable(x)
      return x.value > 0 ? x : exp(x) - 1
    },
    simplified: { x in
      let e = x > 0 ? 0 : exp(x)
      return x > 0 ? Jet(x, 1, 0) : Jet(e - 1, e, e)
    }),
  Rival(
    formula: "(exp(x) - exp(-x))/(exp(x) + exp(-x) + 1)",
    value: { (exp($0) - exp(-$0)) / (exp($0) + exp(-$0) + 1) },
    carried: { x in
      let x = variable(x)
      return (exp(x) - exp(-1 * x)) / (exp(x) + exp(-1 * x) + 1)
    },
    simplified: { x in
      let (up, down) = (exp(x), exp(-x))
      let (n, d) = (up - down, up + down + 1)
      let q = n / d
      let first = (up + down - q * n) / d
      return Jet(q, first, (n - 2 * first * n - q * (up + down)) / d)
    }),
  Rival(
    formula: "x*max(0, min(1, (x + 3)/6))", value: { $0 * max(0, min(1, ($0 + 3) / 6)) },
    carried: { x in
      let x = variable(x)
      return x * max(Jet(0, 0, 0), min(Jet(1, 0, 0), (x + 3) / 6))
    },
    simplified: { x in
      x <= -3
        ? Jet(0, 0, 0) : x >= 3 ? Jet(x, 1, 0) : Jet(x * (x + 3) / 6, (2 * x + 3) / 6, 1 / 3.0)
    }),
]
