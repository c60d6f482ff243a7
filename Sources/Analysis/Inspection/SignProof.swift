import Activations

/// Tells the signs of f, f′ or f″ minus a constant from those that rounding has made.
///
/// Kernels of the catalogue are trusted. Of what somebody wrote, the signs on both sides of every change and zero are proved, by
/// intervals or exact values: where terms cancel, as far out in √(1 + x²) − x, doubles change their sign at random.
struct SignProof {
  private let survey: Survey
  private let order: Int
  private let constant: Double

  init(_ survey: Survey, _ order: Int, minus constant: Double) {
    (self.survey, self.order, self.constant) = (survey, order, constant)
  }

  /// At how many points of a piece exact values are asked for, of some 100 µs each, where intervals do not tell.
  private static let most = 400

  /// The points with a known sign, −1 or 1, in ascending order.
  func signs(at xs: [Double], _ ys: [Double]) -> [(index: Int, sign: Int)] {
    let seen = ys.indices.filter { abs(ys[$0]) > 0 }
    guard survey.line.isFormula else { return seen.map { ($0, ys[$0] > 0 ? 1 : -1) } }
    var (known, proved, rest) = ([(index: Int, sign: Int)](), [Int: Int](), Self.most)
    /// The sign that is proved at a point; 0 where none is.
    func certain(_ index: Int) -> Int {
      if let sign = proved[index] { return sign }
      let sign = sign(at: xs[index], &rest)
      proved[index] = sign
      return sign
    }
    for index in seen {
      var sign = ys[index] > 0 ? 1 : -1
      let isBesideZero =
        (index > 0 && ys[index - 1] == 0) || (index + 1 < ys.count && ys[index + 1] == 0)
      if isBesideZero || known.last?.sign != sign {
        sign = certain(index)
        guard sign != 0 else { continue }
      }
      while let last = known.last, last.sign != sign, certain(last.index) != last.sign {
        known.removeLast()
      }
      known.append((index, sign))
    }
    return known
  }

  private func sign(at x: Double, _ rest: inout Int) -> Int {
    let range = survey.line.certainties[order].over(x...x).range
    if !range.isEmpty, !range.contains(constant) { return range.low > constant ? 1 : -1 }
    guard rest > 0 else { return 0 }
    rest -= 1
    guard let value = survey.line.proofs[order].value(x), value != constant, !value.isNaN else {
      return 0
    }
    return value > constant ? 1 : -1
  }
}
