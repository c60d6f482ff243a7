import Activations

/// What the form of a function of two variables tells of it: laws that it keeps for certain, whatever the numbers.
package struct SurfaceLaws: Sendable {
  /// f(y, x) = f(x, y).
  package let isSymmetric: Bool
  /// f(y, x) = −f(x, y).
  package let isAntisymmetric: Bool
  /// f(−x, y) against f(x, y): 1 where it is the same, −1 where its sign is changed; nil where that is not known.
  package let parityInX: Int?
  /// The same of f(x, −y).
  package let parityInY: Int?
  /// The same of f(−x, −y).
  package let parity: Int?
  /// The k with f(t·x, t·y) = t^k·f(x, y) for t > 0; nil where none is known.
  package let degree: Double?

  /// The laws of a program along x with functions of the catalogue written out.
  init(of program: Program) {
    var numbers = TermNumbers()
    let (x, y) = (numbers.variable(.x), numbers.variable(.y))
    let plain = numbers.result(of: program, x: x, held: y)
    let turned = numbers.result(of: program, x: y, held: x)
    (isSymmetric, isAntisymmetric) = (turned == plain, turned == -plain)
    func parity(_ other: TermNumbers.Term) -> Int? {
      other == plain ? 1 : other == -plain ? -1 : nil
    }
    parityInX = parity(numbers.result(of: program, x: -x, held: y))
    parityInY = parity(numbers.result(of: program, x: x, held: -y))
    self.parity = parity(numbers.result(of: program, x: -x, held: -y))
    degree = program.degree
  }
}

extension FormulaSurface {
  /// The laws that its form tells.
  package var laws: SurfaceLaws { SurfaceLaws(of: writtenOut ?? .undefined) }
}

/// How a term grows with a factor of both variables.
private enum Growth: Equatable {
  /// As a power of it.
  case power(Double)
  /// It is 0, of every degree.
  case zero
  /// In no such way that is known.
  case other

  /// A sum, or the greater of two.
  func joined(_ other: Growth) -> Growth {
    if self == .zero { return other }
    return other == .zero || self == other ? self : .other
  }

  func times(_ other: Growth, sign: Double = 1) -> Growth {
    guard case .power(let a) = self, case .power(let b) = other else {
      return self == .zero || other == .zero ? .zero : .other
    }
    return .power(a + sign * b)
  }
}

extension Program {
  /// The degree of a function of two variables that is positively homogeneous.
  fileprivate var degree: Double? {
    var growths: [Growth] = []
    for instruction in instructions { growths.append(growth(raised(instruction), growths)) }
    if case .power(let degree)? = growths.last { return degree }
    return nil
  }

  private func growth(_ instruction: Instruction, _ growths: [Growth]) -> Growth {
    /// Any function of what does not grow does not.
    var still: Growth {
      let isStill = instruction.operands.allSatisfy {
        growths[$0] == .power(0) || growths[$0] == .zero
      }
      return isStill ? .power(0) : .other
    }
    switch instruction {
    case .x, .held: return .power(1)
    case .constant(let value): return value == 0 ? .zero : .power(0)
    case .add(let a, let b), .subtract(let a, let b), .maximum(let a, let b),
      .minimum(let a, let b):
      return growths[a].joined(growths[b])
    case .offset(let a, let c): return c == 0 ? growths[a] : growths[a].joined(.power(0))
    case .scale(let a, let c): return c == 0 ? .zero : growths[a]
    case .quotient(let a, _), .abs(let a): return growths[a]
    case .multiply(let a, let b): return growths[a].times(growths[b])
    case .divide(let a, let b): return growths[a].times(growths[b], sign: -1)
    case .raise(let a, let c):
      guard case .power(let degree) = growths[a] else { return still }
      return .power(degree * c)
    case .root(let a, let c): return c == 0 ? growths[a] : still
    case .sign(let a), .heaviside(let a): return growths[a] == .other ? .other : .power(0)
    case .intrinsic(.abs, let a): return growths[a]
    case .intrinsic(.sqrt, let a):
      guard case .power(let degree) = growths[a] else { return still }
      return .power(degree / 2)
    case .intrinsic(.cbrt, let a):
      guard case .power(let degree) = growths[a] else { return still }
      return .power(degree / 3)
    case .intrinsic(.sign, let a), .intrinsic(.heaviside, let a):
      return growths[a] == .other ? .other : .power(0)
    case .select(_, let a, let b, let c, let d):
      // Which of the two is taken does not change with the factor.
      let isKept = growths[a].joined(growths[b]) != .other
      return isKept ? growths[c].joined(growths[d]) : .other
    case .power, .logSumExp, .share, .intrinsic, .binary, .ratio, .exponentials, .activation:
      return still
    }
  }
}
