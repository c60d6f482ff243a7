import Activations

/// Another function of the catalogue that fits the values far better than the one asked for.
struct LikelyFunction {
  let function: Function
  /// The largest error against it among the rows that were tried, in ulp.
  let worst: Double
  /// The error that 99 of 100 of those rows do not exceed, in ulp.
  let percentile99: Double
  /// How many rows were tried.
  let rows: Int

  /// Looks for a function that the values are much nearer to; `nil` where there is none.
  ///
  /// A single bad value must not make another function likely, nor a bad value among good ones
  /// hide it: functions are compared by the digits lost, and four times fewer are wanted.
  /// What an implementation gives up, by a zero, NaN or infinity, says nothing of what it meant.
  init?(
    _ answers: Answers, otherThan asked: Function, _ quantity: CheckedQuantity, as type: FloatType
  ) {
    let answers = Self.telling(answers)
    guard answers.count >= Self.fewest else { return nil }
    // Spread over all rows, so that a few tell what is far off.
    let parts = (0..<Self.parts).map {
      answers.picked(stride(from: $0, to: answers.count, by: Self.parts))
    }
    func digitsLost(by candidate: Function, below limit: Double) -> Double? {
      var lost = 0.0
      for part in parts {
        // Rounding twice now and then is no matter while functions are told apart.
        let truths = quantity.values(of: candidate, at: part).map(type.rounded)
        lost += Self.digitsLost(Self.errors(of: part, truths, type), type)
        guard lost < limit else { return nil }
      }
      return lost
    }
    var (best, lost) = (asked, (digitsLost(by: asked, below: .infinity) ?? 0) / 4)
    for candidate in Self.candidates where quantity.isHad(by: candidate) {
      if let fewer = digitsLost(by: candidate, below: lost) { (best, lost) = (candidate, fewer) }
    }
    guard best != asked else { return nil }
    function = best
    var truths = Truths(of: best, quantity)
    let errors = Self.errors(of: answers, truths.values(at: answers, as: type).doubles, type)
    worst = errors.max() ?? 0
    var counts = ErrorCounts()
    for error in errors { counts.add(error) }
    percentile99 = counts.percentile99
    rows = answers.count
  }

  private static func errors(of answers: Answers, _ truths: [Double], _ type: FloatType) -> [Double]
  {
    zip(answers.values, truths).map { abs(type.ulps(of: $0, from: $1)) }
  }

  /// So many parts of the rows are looked at in turn: most functions are ruled out by the first.
  private static let parts = 32

  /// Through fewer values than this, some function goes by chance.
  private static let fewest = 8

  /// Every function at its defaults; those that are known by a name of their own come before the
  /// forms that they are cases of.
  private static var candidates: [Function] {
    let families = Catalogue.all + Catalogue.ofTwoVariables
    let all = families.map(\.atDefaults) + Framework.unusualVariants
    return all.filter { !$0.family.source.isEmpty } + all.filter { $0.family.source.isEmpty }
  }

  /// Those whose value is a number other than 0.
  private static func telling(_ answers: Answers) -> Answers {
    answers.picked(
      answers.values.indices.filter { answers.values[$0] != 0 && answers.values[$0].isFinite })
  }

  /// The binary digits that errors cost together, each at most all that the type has.
  private static func digitsLost(_ errors: [Double], _ type: FloatType) -> Double {
    errors.reduce(0) { $0 + min(Double(type.precision), log2(1 + $1)) }
  }

  /// The binary logarithm of a number that is not below 1, linear between powers of two.
  private static func log2(_ value: Double) -> Double {
    value.isFinite ? Double(value.exponent) + value.significand - 1 : .infinity
  }
}
