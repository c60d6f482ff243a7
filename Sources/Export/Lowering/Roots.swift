import Activations
import Formulas

// Roots and angles beside what they tend to.

extension Lowering {
  /// u + √(c + u²) for u < 0, where both cancel: c/(√(c + u²) − u).
  mutating func rootRest(_ u: Int, _ root: Int, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Term?
  {
    guard case .root(u, let c) = program.instructions[root], survey.sign(u) == -1 else {
      return nil
    }
    let sum = sum(negated(try term(u, keeps: keeps)), try term(root, keeps: keeps), keeps)
    return quotient(Term(code.pair(Pair(c))), sum, keeps)
  }

  /// 1 + u/√(c + u²) for u < 0, where both cancel: c/(√(c + u²) − u)/√(c + u²).
  mutating func shareRest(_ a: Int, _ one: Double, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Term?
  {
    guard one == 1, case .divide(let u, let root) = program.instructions[a],
      let rest = try rootRest(u, root, keeps)
    else { return nil }
    return try quotient(rest, term(root, keeps: keeps), keeps)
  }

  /// ½ + arctan(v)/π for v < 0, where both cancel: arctan(−1/v)/π.
  mutating func angleRest(_ a: Int, _ half: Double) throws(CodePrograms.Obstacle) -> Term? {
    guard half == 0.5, case .divide(let angle, let divisor) = program.instructions[a],
      survey.constants[divisor]?.high == .pi,
      case .intrinsic(.atan, let v) = program.instructions[angle], survey.sign(v) == -1
    else { return nil }
    var size = code.emit(.magnitude(try number(v).high))
    let one = code.number(1)
    if code.isGuarded {
      size = code.emit(.select(.equal, size, code.number(0), one, otherwise: size))
    }
    let rest = code.emit(.call(.atan, code.emit(.divide(one, size))))
    return Term(code.emit(.divide(rest, code.number(.pi))))
  }

  /// √(c + u²), which is |u| where u² overflows.
  mutating func hypotenuse(_ a: Int, _ c: Double, _ keeps: Bool) throws(CodePrograms.Obstacle)
    -> Term
  {
    if style.isScaled {
      let u = try term(a, keeps: keeps)
      return root(sum(product(u, u, keeps), Term(code.pair(Pair(c))), keeps), keeps)
    }
    let u = try number(a, keeps: keeps)
    let bound = code.number(code.type == .f32 ? 0x1p60 : 0x1p500)
    let size = code.emit(.magnitude(u.high))
    let held = code.emit(.select(.greater, size, bound, bound, otherwise: size))
    let square = code.product(
      u.low == nil ? Double2(held) : u, u.low == nil ? Double2(held) : u, keeps: keeps)
    let root = code.root(
      code.sum(square, code.pair(Pair(c)), keeps: keeps), keeps: keeps)
    let high = code.emit(.select(.greater, size, bound, size, otherwise: root.high))
    return Term(Double2(high, root.low))
  }
}
