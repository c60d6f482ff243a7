import Formulas

/// A function of one argument that languages have, or that a helper written in this form gives them.
package enum Primitive: String, CaseIterable, Hashable, Sendable {
  case exp, expm1, log, log1p, log2, log10, cbrt
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  case erf
  case floor, ceil
  /// To the nearest whole number, halves away from 0.
  case round
  /// Φ(−a)·e^(a²/2) for a ≥ 0: what falls slowly in the tail of the normal distribution. No language has it.
  case normalTail
  /// (φ(a) − a·Φ(−a))·e^(a²/2) for a ≥ 0: what falls slowly in the integral of that tail. Neither has any language this.
  case normalLoss
}

/// One step of code: an operation on the results of earlier steps, rounded once to the type.
package enum Step: Hashable, Sendable {
  case x
  /// What stands behind x among the arguments, by its place.
  case argument(Int)
  case constant(Double)
  case add(Int, Int)
  case subtract(Int, Int)
  case multiply(Int, Int)
  case divide(Int, Int)
  case negate(Int)
  case magnitude(Int)
  case root(Int)
  /// a·b − p without rounding, where p is a·b rounded.
  case excess(Int, Int, of: Int)
  case call(Primitive, Int)
  case power(Int, Int)
  /// left, right, then what is taken where the comparison holds, and where not; with NaN it holds for `unequal` alone.
  case select(Expression.Comparison, Int, Int, Int, otherwise: Int)

  /// The same on other steps' results.
  package func mapOperands(_ map: (Int) -> Int) -> Step {
    switch self {
    case .x, .argument, .constant: self
    case .add(let a, let b): .add(map(a), map(b))
    case .subtract(let a, let b): .subtract(map(a), map(b))
    case .multiply(let a, let b): .multiply(map(a), map(b))
    case .divide(let a, let b): .divide(map(a), map(b))
    case .negate(let a): .negate(map(a))
    case .magnitude(let a): .magnitude(map(a))
    case .root(let a): .root(map(a))
    case .excess(let a, let b, let p): .excess(map(a), map(b), of: map(p))
    case .call(let function, let a): .call(function, map(a))
    case .power(let a, let b): .power(map(a), map(b))
    case .select(let comparison, let a, let b, let c, let d):
      .select(comparison, map(a), map(b), map(c), otherwise: map(d))
    }
  }

  /// What it reads, in order.
  package var operands: [Int] {
    var operands: [Int] = []
    _ = mapOperands {
      operands.append($0)
      return $0
    }
    return operands
  }
}
