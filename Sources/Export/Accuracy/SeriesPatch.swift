import Activations
import Exact
import Formulas

/// A polynomial that stands in for a program where it loses its digits: around a zero of the function, or where terms cancel, in x,
/// and far out in 1/x.
///
/// Its coefficients are proved, each rounded once; around a zero that is no number of the type the first of them is what the
/// function has left at the number beside it.
struct SeriesPatch {
  /// Where it stands.
  enum Place {
    case around(Double)
    /// Towards an end, −1 for the left one.
    case end(Int)
  }

  private let place: Place
  private let type: FloatType
  /// Of rising powers of x − centre, or of 1/|x|; the first is that of |x|^top.
  private let coefficients: [Double]
  private let top: Int
  /// The first that is not 0.
  private let first: Int
  /// 2 where every other one is 0.
  private let step: Int

  /// nil where nothing is known, or it is no series of such powers.
  init?(
    _ exact: inout ExactFunction, order: Int, _ place: Place, type: FloatType, terms most: Int
  ) {
    (self.place, self.type) = (place, type)
    switch place {
    case .around(let centre):
      let outcomes = exact.values(at: centre, upTo: order + most)
      guard outcomes.count > order + most else { return nil }
      var factorial = 1.0
      coefficients = (0...most).map { n in
        if n > 0 { factorial *= Double(n) }
        return Self.number(outcomes[order + n]) / factorial
      }
      top = 0
    case .end(let side):
      top = 3
      let outcomes = exact.expansion(towards: side, order: order, from: top, terms: most + 1)
      coefficients = outcomes.map(Self.number)
    }
    let all = coefficients
    guard all.allSatisfy(\.isFinite) else { return nil }
    // Beside a zero that is no number of the type some of the value is left.
    let least = top == 0 && all[0].magnitude <= 0x1p-20 ? 1 : 0
    guard let significant = all.indices.first(where: { $0 >= least && all[$0] != 0 }) else {
      return nil
    }
    let first = all[0] != 0 && least == 1 ? 0 : significant
    self.first = first
    let others = stride(from: first + 1, to: all.count, by: 2)
    let isAlternating = others.allSatisfy { all[$0] == 0 }
    step = isAlternating ? 2 : 1
  }

  /// A coefficient; 0 where it is smaller than all that counts, though no proof tells that it is 0, and one of two neighbours where it
  /// lies just between them, as whole numbers may.
  private static func number(_ outcome: Outcome) -> Double {
    if case .undecided(let low, let high) = outcome, low <= 0, high >= 0 {
      return max(-low, high) < 1e-200 ? 0 : .nan
    }
    return outcome.value
  }

  /// The polynomial that serves up to a distance from the centre, or from 1/distance on; nil where it would be too long.
  func coefficients(within radius: Double) -> [Double]? {
    let used = Array(coefficients[first...].enumerated().filter { $0.offset % step == 0 })
    guard used.count > 2 else { return nil }
    func size(_ n: Int) -> Double {
      used[n].element.magnitude * Libm.pow(radius, Double(used[n].offset))
    }
    // The first may be what a zero leaves.
    let whole = max(size(0), size(1))
    let enough = whole * Double(sign: .plus, exponent: -type.precision - 4, significand: 1)
    let last = used.indices.first { n in
      used.indices[(n + 1)...].allSatisfy { size($0) < enough }
    }
    guard let last, last < used.count - 2, last < (type == .f32 ? 26 : 48) else { return nil }
    return used[...last].map(\.element)
  }

  /// Puts it in place of a result near its centre, or beyond 1/radius.
  func applied(to result: Int, within radius: Double, _ code: inout Code) -> Int? {
    guard let used = coefficients(within: radius) else { return nil }
    switch place {
    case .around(let centre): return near(centre, radius, used, result, &code)
    case .end(let side): return far(side, 1 / radius, used, result, &code)
    }
  }

  private func near(
    _ centre: Double, _ radius: Double, _ used: [Double], _ result: Int, _ code: inout Code
  ) -> Int {
    let free = code.emit(.subtract(code.emit(.x), code.number(centre)))
    let reach = code.number(radius)
    let size = code.emit(.magnitude(free))
    let gap =
      code.isGuarded
      ? code.emit(.select(.less, size, reach, free, otherwise: code.number(0))) : free
    var series = series(used, gap, &code)
    for _ in 0..<first { series = code.emit(.multiply(series, gap)) }
    return code.emit(.select(.less, size, reach, series, otherwise: result))
  }

  private func far(
    _ side: Int, _ start: Double, _ used: [Double], _ result: Int, _ code: inout Code
  ) -> Int {
    let x = code.emit(.x)
    let end = code.number(Double(side) * start)
    let comparison: Expression.Comparison = side < 0 ? .less : .greater
    let size = code.emit(.magnitude(x))
    let held =
      code.isGuarded
      ? code.emit(.select(comparison, x, end, size, otherwise: code.number(start))) : size
    let one = code.number(1)
    var series = series(used, code.emit(.divide(one, held)), &code)
    for _ in 0..<abs(first - top) {
      series = code.emit(first > top ? .divide(series, held) : .multiply(series, held))
    }
    return code.emit(.select(comparison, x, end, series, otherwise: result))
  }

  private func series(_ used: [Double], _ t: Int, _ code: inout Code) -> Int {
    code.polynomial(used, step == 2 ? code.emit(.multiply(t, t)) : t)
  }
}
