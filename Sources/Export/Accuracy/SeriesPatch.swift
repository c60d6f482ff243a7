import Activations
import Exact

/// A Taylor polynomial around a place where a program loses its digits: a zero of the function, or where terms cancel.
///
/// Its coefficients are proved derivatives, each rounded once; around a zero that is no number of the type the first of them is what
/// the function has left at the number beside it.
struct SeriesPatch {
  private let coefficients: [Double]
  private let centre: Double
  let radius: Double

  /// nil where the derivatives are not known, or do not fall fast enough for a polynomial of a moderate degree.
  init?(
    _ exact: inout ExactFunction, order: Int, around centre: Double, radius: Double,
    type: FloatType
  ) {
    let most = type == .f32 ? 20 : 36
    let outcomes = exact.values(at: centre, upTo: order + most)
    guard outcomes.count > order + most, outcomes.allSatisfy(\.isKnown) else { return nil }
    var coefficients: [Double] = []
    var factorial = 1.0
    for n in 0...most {
      if n > 0 { factorial *= Double(n) }
      coefficients.append(outcomes[order + n].value / factorial)
    }
    guard coefficients.allSatisfy(\.isFinite) else { return nil }
    let first = coefficients.indices.first {
      coefficients[$0] != 0 && ($0 > 0 || coefficients[$0].magnitude > 0x1p-20)
    }
    guard let first else { return nil }
    func size(_ n: Int) -> Double {
      coefficients[n].magnitude * Libm.pow(radius, Double(n - first))
    }
    let enough = size(first) * Double(sign: .plus, exponent: -type.precision - 4, significand: 1)
    guard
      let last = (first...most).first(where: { n in
        (n + 1...most + 1).allSatisfy { $0 > most || size($0) < enough }
      }), last < most - 1
    else { return nil }
    self.coefficients = Array(coefficients[...last])
    (self.centre, self.radius) = (centre, radius)
  }

  /// Puts it in place of a result near its centre.
  func applied(to result: Int, _ code: inout Code) -> Int {
    let free = code.emit(.subtract(code.emit(.x), code.number(centre)))
    let reach = code.number(radius)
    let size = code.emit(.magnitude(free))
    let gap =
      code.isGuarded
      ? code.emit(.select(.less, size, reach, free, otherwise: code.number(0))) : free
    let zeros = coefficients.prefix { $0 == 0 }.count
    var series = code.polynomial(Array(coefficients[zeros...]), gap)
    for _ in 0..<zeros { series = code.emit(.multiply(series, gap)) }
    return code.emit(.select(.less, size, reach, series, otherwise: result))
  }
}
