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
  /// hide it: functions are compared by the mean digits lost, and four times fewer are wanted.
  /// What an implementation gives up, by a zero, NaN or infinity, says nothing of what it meant.
  init?(
    _ answers: Answers, otherThan asked: Function, _ quantity: CheckedQuantity, as type: FloatType
  ) {
    let answers = Self.telling(answers)
    guard answers.count >= Self.fewest else { return nil }
    func errors(_ truths: [Double]) -> [Double] {
      zip(answers.values, truths).map { abs(type.ulps(of: $0, from: type.rounded($1))) }
    }
    // Rounding twice now and then is no matter while functions are told apart.
    func errors(_ function: Function) -> [Double] {
      errors(quantity.values(of: function, at: answers))
    }
    var best = (function: asked, errors: errors(asked))
    var lost = Self.digitsLost(best.errors, type) / 4
    for candidate in Self.candidates where quantity.isHad(by: candidate) {
      let errors = errors(candidate)
      let digits = Self.digitsLost(errors, type)
      if digits < lost {
        best = (candidate, errors)
        lost = digits
      }
    }
    guard best.function != asked else { return nil }
    function = best.function
    var truths = Truths(of: best.function, quantity)
    best.errors = errors(truths.values(at: answers, as: type))
    worst = best.errors.max() ?? 0
    var counts = ErrorCounts()
    for error in best.errors { counts.add(error) }
    percentile99 = counts.percentile99
    rows = answers.count
  }

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

  /// The mean over rows of the binary digits that an error costs, at most all that the type has.
  private static func digitsLost(_ errors: [Double], _ type: FloatType) -> Double {
    let digits = errors.reduce(0) { $0 + min(Double(type.precision), log2(1 + $1)) }
    return digits / Double(max(1, errors.count))
  }

  /// The binary logarithm of a number that is not below 1, linear between powers of two.
  private static func log2(_ value: Double) -> Double {
    value.isFinite ? Double(value.exponent) + value.significand - 1 : .infinity
  }
}
