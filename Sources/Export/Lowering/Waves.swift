import Activations
import Formulas

// Waves, whose arguments lose their digits far out.

extension Lowering {
  /// sin or cos of what may carry a rest: g(u) + g′(u)·rest.
  mutating func wave(_ function: Intrinsic, of a: Int) throws(CodePrograms.Obstacle) -> Double2 {
    if let (u, factor) = program.halfTurns(a, survey.constants) {
      return Double2(try halfTurns(function, u, factor))
    }
    let u = try waveArgument(a)
    let isSine = function == .sin
    let value = code.emit(.call(isSine ? .sin : .cos, u.high))
    guard let low = u.low else { return Double2(value) }
    let slope = code.emit(.call(isSine ? .cos : .sin, u.high))
    let rest = code.emit(.multiply(slope, low))
    let sum = Double2(value, isSine ? rest : code.emit(.negate(rest)))
    return style.carries ? sum : Double2(code.rounded(sum))
  }

  /// A wave's argument, with what a product left of it; where it goes far, without a rest beyond 2^precision, where that is no small
  /// number, and 1 in place of what overflows, so that no wave is NaN, nor 0 beside a factor that overflows.
  private mutating func waveArgument(_ a: Int) throws(CodePrograms.Obstacle) -> Double2 {
    guard program.instructions[a] != .x, survey.leaves(a, code.type.waveEnd, code.type) else {
      return try number(a, keeps: survey.span(a).upperBound > 4)
    }
    guard let (u, v) = try factors(of: a) else { return Double2(finite(try number(a).high)) }
    let product = code.emit(.multiply(u, v.high))
    let end = code.number(Double(sign: .plus, exponent: code.type.precision, significand: 1))
    let size = code.emit(.magnitude(product))
    let zero = code.number(0)
    let near = code.emit(.select(.less, size, end, u, otherwise: zero))
    // Halves of what is far would overflow.
    let other =
      code.constant(v.high) == nil
      ? code.emit(.select(.less, size, end, v.high, otherwise: zero)) : v.high
    let nearProduct = code.emit(.multiply(near, other))
    var rest = code.emit(.excess(near, other, of: nearProduct))
    if let low = v.low { rest = code.emit(.add(rest, code.emit(.multiply(near, low)))) }
    return Double2(finite(product), code.constant(rest) == 0 ? nil : rest)
  }

  private mutating func finite(_ u: Int) -> Int {
    let size = code.emit(.magnitude(u))
    return code.emit(.select(.less, size, code.number(.infinity), u, otherwise: code.number(1)))
  }

  /// The factors of a product.
  private mutating func factors(of a: Int) throws(CodePrograms.Obstacle) -> (Int, Double2)? {
    switch program.instructions[a] {
    case .scale(let b, let c): (try number(b).high, code.pair(Pair(c)))
    case .multiply(let b, let c):
      if let factor = survey.constants[b] {
        (try number(c).high, code.pair(factor))
      } else if let factor = survey.constants[c] {
        (try number(b).high, code.pair(factor))
      } else {
        (try number(b).high, Double2(try number(c).high))
      }
    case .raise(let b, 2): (try number(b).high, Double2(try number(b).high))
    case .x, .held, .constant, .add, .subtract, .divide, .offset, .quotient, .raise, .power, .root,
      .logSumExp, .share, .abs, .sign,
      .heaviside, .intrinsic, .binary, .ratio, .exponentials, .maximum, .minimum, .select,
      .activation:
      nil
    }
  }
}

extension FloatType {
  /// The largest argument up to which waves are measured: with half of the digits before its point, what a product left of it is still
  /// small.
  var waveEnd: Double { Double(sign: .plus, exponent: precision / 2, significand: 1) }
}
