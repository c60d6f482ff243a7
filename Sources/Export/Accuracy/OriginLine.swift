import Activations
import Exact

/// The line that a function which is 0 at 0 is beside it: c·x, with a slope of its own on either side.
///
/// Where a language takes what is below the least normal number for 0, it stands in for code on whose way that happens, as in
/// a·expm1(x/a), though the result is a normal number.
struct OriginLine {
  private let left: Double
  private let right: Double
  /// Up to which |x| it is f to the last bit: so many binades above the least normal number as the type has digits.
  let reach: Double

  /// nil where the derivative of an order is not 0 at 0, or has not the same slopes there in all truths.
  init?(_ truths: [Truth], order: Int) {
    let type = truths[0].type
    func slope(_ truth: Truth, _ side: Int) -> Double? {
      guard !truth.isSlice, var exact = ExactFunction(truth.function) else { return nil }
      let limits = exact.limits(at: 0, from: side, upTo: order + 1)
      guard limits.count == order + 2, limits[order].isKnown, limits[order].value == 0,
        limits[order + 1].isKnown
      else { return nil }
      let slope = limits[order + 1].value
      return slope == 0 || (type.leastNormalMagnitude..<1e30).contains(slope.magnitude)
        ? slope : nil
    }
    func shared(_ side: Int) -> Double? {
      let slopes = truths.map { slope($0, side) }
      return Set(slopes).count == 1 ? slopes[0] : nil
    }
    guard let left = shared(-1), let right = shared(1) else { return nil }
    (self.left, self.right) = (left, right)
    reach = Double(sign: .plus, exponent: type.precision, significand: type.leastNormalMagnitude)
  }

  /// Puts it in place of a result beside 0.
  func applied(to result: Int, _ code: inout Code) -> Int {
    let x = code.emit(.x)
    func line(_ slope: Double) -> Int {
      slope == 0 ? code.number(0) : code.emit(.multiply(code.number(slope), x))
    }
    let (below, above) = (line(left), line(right))
    let line = code.emit(.select(.less, x, code.number(0), below, otherwise: above))
    let size = code.emit(.magnitude(x))
    return code.emit(.select(.less, size, code.number(reach), line, otherwise: result))
  }
}
