import Activations
import Formulas

// Waves of multiples of π, which are exactly 0 at whole numbers.

extension Program {
  /// u and k of a register that is k·π·u, k being a power of two: of k·u no digit is lost.
  func halfTurns(_ register: Int, _ constants: [Pair?]) -> (register: Int, factor: Double)? {
    guard case .multiply(let a, let b) = instructions[register] else { return nil }
    for (c, u) in [(a, b), (b, a)] {
      guard let value = constants[c], constants[u] == nil else { continue }
      let inner = Summand(u, of: self)
      let factor = value.high / .pi * inner.coefficient
      let left = value - Pair(value.high / .pi) * Pair(.pi, 0x1.1a62633145c07p-53)
      // Pairs give π to some 2^-70.
      if factor.magnitude.significand == 1, abs(left.high) < 0x1p-60 * abs(value.high) {
        return (inner.register, factor)
      }
    }
    return nil
  }
}

extension Lowering {
  /// sin πt or cos πt with t = n + r: (−1)ⁿ·sin πr and (−1)ⁿ·sin π(½ − r), of an r of which nothing was rounded.
  mutating func halfTurns(_ function: Intrinsic, _ u: Int, _ factor: Double)
    throws(CodePrograms.Obstacle) -> Int
  {
    let (one, half, zero) = (code.number(1), code.number(0.5), code.number(0))
    let u = try number(u).high
    let far = code.emit(.magnitude(u))
    var near = far
    if factor.magnitude > 1 {
      // What would overflow is even, as all numbers there; infinite ones stay.
      let (end, infinity) = (code.type.waveEnd * code.type.waveEnd * 4, code.number(.infinity))
      let held = code.emit(.select(.less, far, infinity, zero, otherwise: far))
      near = code.emit(.select(.less, far, code.number(end), far, otherwise: held))
    }
    let size = code.emit(.multiply(near, code.number(factor.magnitude)))
    let whole = code.emit(.call(.floor, size))
    let rest = code.emit(.subtract(size, whole))
    let halves = code.emit(.multiply(whole, half))
    let parity = code.emit(.subtract(halves, code.emit(.call(.floor, halves))))
    var angle = code.emit(.subtract(half, rest))
    if function == .sin {
      let other = code.emit(.subtract(one, rest))
      angle = code.emit(.select(.greater, rest, half, other, otherwise: rest))
    }
    let value = code.emit(.call(.sin, code.emit(.multiply(angle, code.number(.pi)))))
    let opposite = code.emit(.negate(value))
    let turned = code.emit(.select(.greater, parity, zero, opposite, otherwise: value))
    guard function == .sin else { return turned }
    let left = code.emit(.negate(turned))
    let (below, above) = factor < 0 ? (turned, left) : (left, turned)
    return code.emit(.select(.less, u, zero, below, otherwise: above))
  }
}
