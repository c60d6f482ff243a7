import Activations
import Formulas

// The angle of a point, of which languages agree but for its ends.

extension Lowering {
  /// arctan(v/u) of sizes, and what it leaves of π where u < 0; with v's sign.
  mutating func angle(_ v: Int, _ u: Int) throws(CodePrograms.Obstacle) -> Int {
    let (zero, one) = (code.number(0), code.number(1))
    let (above, below) = (try number(v).high, try number(u).high)
    var ratio = quotient(try term(v, keeps: false), try term(u, keeps: false), false)
    // Where every arm is evaluated, nothing is divided by 0.
    if code.isGuarded, !style.isScaled {
      let held = code.emit(.select(.equal, below, zero, one, otherwise: below))
      ratio = Term(code.emit(.divide(above, held)))
    }
    let size = code.emit(.magnitude(code.rounded(taken(ratio))))
    var angle = code.emit(.call(.atan, size))
    if code.isGuarded {
      let right = code.number(.pi / 2)
      angle = code.emit(.select(.equal, below, zero, right, otherwise: angle))
    }
    let half = code.pair(Pair(.pi, 0x1.1a62633145c07p-53))
    let rest = code.rounded(code.sum(half, Double2(code.emit(.negate(angle))), keeps: false))
    let whole = code.emit(.select(.less, below, zero, rest, otherwise: angle))
    let opposite = code.emit(.negate(whole))
    return code.emit(.select(.less, above, zero, opposite, otherwise: whole))
  }
}
