import Activations

extension Program {
  /// One step of a program: an operation with the registers that it reads.
  ///
  /// The registers stand in the payload, so that no pass over a program can lose one: `mapOperands` is the
  /// only place that knows which they are.
  package enum Instruction: Hashable, Sendable {
    /// The variable along which the program runs.
    case x
    /// What is held fixed, by its place: the other variable of a function of two; in programs for code all arguments but x.
    case held(Int)
    case constant(Double)
    case add(Int, Int)
    case subtract(Int, Int)
    case multiply(Int, Int)
    case divide(Int, Int)
    case power(Int, Int)
    /// u + c.
    case offset(Int, by: Double)
    /// c·u.
    case scale(Int, by: Double)
    /// u/c.
    case quotient(Int, by: Double)
    /// u^c.
    case raise(Int, to: Double)
    /// √(c + u²).
    case root(Int, over: Double)
    /// ln Σ e^u.
    case logSumExp([Int])
    /// 1/(1 + Σ e^(u − a)), the share of e^a among them all.
    case share(Int, among: [Int])
    case abs(Int)
    case sign(Int)
    case heaviside(Int)
    case intrinsic(Intrinsic, Int)
    case binary(BinaryIntrinsic, Int, Int)
    /// g(u)/u of a function that is 0 at 0, by its place in `RemovableRatio.all`.
    case ratio(place: Int, Int)
    /// A quotient of sums of exponentials, by its place in `quotients`.
    case exponentials(place: Int, Int)
    case maximum(Int, Int)
    case minimum(Int, Int)
    /// left, right, then what is taken where the comparison holds, and where not.
    case select(Expression.Comparison, Int, Int, Int, otherwise: Int)
    /// A function of the catalogue, by its place in `callees`.
    case activation(place: Int, Int)

    /// Whether it reads x or what is held fixed.
    var isVariable: Bool {
      if case .held = self { true } else { self == .x }
    }

    /// The same operation on other registers.
    func mapOperands(_ map: (Int) -> Int) -> Instruction {
      switch self {
      case .x, .held, .constant: self
      case .add(let a, let b): .add(map(a), map(b))
      case .subtract(let a, let b): .subtract(map(a), map(b))
      case .multiply(let a, let b): .multiply(map(a), map(b))
      case .divide(let a, let b): .divide(map(a), map(b))
      case .power(let a, let b): .power(map(a), map(b))
      case .offset(let a, let c): .offset(map(a), by: c)
      case .scale(let a, let c): .scale(map(a), by: c)
      case .quotient(let a, let c): .quotient(map(a), by: c)
      case .raise(let a, let c): .raise(map(a), to: c)
      case .root(let a, let c): .root(map(a), over: c)
      case .logSumExp(let all): .logSumExp(all.map(map))
      case .share(let a, let others): .share(map(a), among: others.map(map))
      case .abs(let a): .abs(map(a))
      case .sign(let a): .sign(map(a))
      case .heaviside(let a): .heaviside(map(a))
      case .intrinsic(let intrinsic, let a): .intrinsic(intrinsic, map(a))
      case .binary(let function, let a, let b): .binary(function, map(a), map(b))
      case .ratio(let place, let a): .ratio(place: place, map(a))
      case .exponentials(let place, let a): .exponentials(place: place, map(a))
      case .maximum(let a, let b): .maximum(map(a), map(b))
      case .minimum(let a, let b): .minimum(map(a), map(b))
      case .select(let comparison, let a, let b, let c, let d):
        .select(comparison, map(a), map(b), map(c), otherwise: map(d))
      case .activation(let place, let a): .activation(place: place, map(a))
      }
    }

    /// The registers that it reads, in their order; one that is read twice stands there twice.
    package var operands: [Int] {
      var operands: [Int] = []
      _ = mapOperands { operand in
        operands.append(operand)
        return operand
      }
      return operands
    }
  }
}
