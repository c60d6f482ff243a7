import Activations
import Formulas

// Functions beside the ends of their domains, where what rounding left of u counts many times over.

extension Lowering {
  /// g(u) by the distance of u from the end, which keeps what rounding left of u: ln(1 + u) beside −1, artanh, arcsin and arccos beside
  /// ±1, arcosh beside 1; nil where u is far from there, or nothing is left of it.
  mutating func besideEnd(_ function: Intrinsic, _ a: Int) throws(CodePrograms.Obstacle) -> Term? {
    let span = survey.span(a)
    let isNear =
      switch function {
      case .log1p: span.lowerBound < -0.5
      case .acosh: span.lowerBound < 2
      case .atanh, .asin, .acos: max(span.upperBound, -span.lowerBound) > 0.5
      default: false
      }
    guard style.isCareful, isNear, let primitive = Primitive(rawValue: function.rawValue) else {
      return nil
    }
    let u = try number(a, keeps: true)
    guard let rest = u.low else { return nil }
    let plain = code.emit(.call(primitive, code.rounded(u)))
    let (one, half, less) = (Double2(code.number(1)), code.number(0.5), code.number(-1))
    switch function {
    case .log1p:
      let sum = code.rounded(code.sum(one, u, keeps: true))
      let far = code.emit(.call(.log, sum))
      let border = code.number(-0.5)
      return Term(code.emit(.select(.less, u.high, border, far, otherwise: plain)))
    case .acosh:
      let gap = code.rounded(code.sum(u, Double2(less), keeps: true))
      let above = code.emit(.add(code.number(2), gap))
      let root = code.emit(.multiply(code.emit(.root(gap)), code.emit(.root(above))))
      let near = code.emit(.call(.log1p, code.emit(.add(gap, root))))
      return Term(code.emit(.select(.less, u.high, code.number(2), near, otherwise: plain)))
    default:
      let zero = code.number(0)
      let opposite = code.emit(.negate(rest))
      let size = Double2(
        code.emit(.magnitude(u.high)),
        code.emit(.select(.less, u.high, zero, opposite, otherwise: rest)))
      let gap = code.rounded(code.sum(one, code.negated(size), keeps: true))
      let near = beside(function, gap, signOf: u.high)
      return Term(code.emit(.select(.greater, size.high, half, near, otherwise: plain)))
    }
  }

  /// artanh, arcsin or arccos of ±(1 − gap), of a gap up to ½.
  private mutating func beside(_ function: Intrinsic, _ gap: Int, signOf sign: Int) -> Int {
    let (zero, half) = (code.number(0), code.number(0.5))
    let size: Int
    if function == .atanh {
      let ratio = code.emit(.divide(code.emit(.subtract(code.number(2), gap)), gap))
      size = code.emit(.multiply(half, code.emit(.call(.log, ratio))))
    } else {
      let held =
        code.isGuarded ? code.emit(.select(.greater, gap, half, half, otherwise: gap)) : gap
      let root = code.emit(.root(code.emit(.multiply(half, held))))
      let angle = code.emit(.multiply(code.number(2), code.emit(.call(.asin, root))))
      if function == .acos {
        let other = code.emit(.subtract(code.number(.pi), angle))
        return code.emit(.select(.less, sign, zero, other, otherwise: angle))
      }
      size = code.emit(.subtract(code.number(.pi / 2), angle))
    }
    return code.emit(.select(.less, sign, zero, code.emit(.negate(size)), otherwise: size))
  }
}
