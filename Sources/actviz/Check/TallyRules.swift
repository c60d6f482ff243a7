import Activations

/// How the values of an implementation are counted.
struct TallyRules: Sendable {
  /// The type of the values, whose ulp is the unit.
  let type: FloatType
  /// The error above which a row is bad, in ulp.
  var threshold = 1.0
  /// How many of the worst rows are kept.
  var worstCount = 0
  /// So many rows in turn are shown as three; 1 where all are shown.
  var chunk = 1
  /// What the function is at −0 and 0, where 0 is right too for what is subnormal; nil where it is not.
  var flushed: (below: Double, above: Double)?
  /// How f(−x) follows from f(x), where it does.
  var mirror = Mirror.none

  /// A symmetry that a function has.
  enum Mirror: String, Sendable {
    case none, even, odd
  }

  /// The errors of values, in ulp, not negative.
  func comparison(of answers: Answers, truths: FloatColumn) -> Comparison {
    var found = Comparison(answers.values, with: truths, at: answers.xs, as: type)
    if let flushed {
      found.setErrors { row, error in
        let (x, value) = (answers.xs[row], answers.values[row])
        // Where subnormal numbers may count as 0: the input, the result, or both.
        if value == 0, isSubnormal(truths[row]) { return 0 }
        guard isSubnormal(x) else { return error }
        let other = x < 0 ? flushed.below : flushed.above
        return min(error, abs(type.ulps(of: value, from: other)))
      }
    }
    return found
  }

  private func isSubnormal(_ value: Double) -> Bool {
    FloatClass(value, type) == .subnormal
  }
}

/// What kind of number a value of a type is.
enum FloatClass: String, CaseIterable, Sendable {
  case zero, subnormal, normal, infinite, nan

  init(_ value: Double, _ type: FloatType) {
    if value.isNaN {
      self = .nan
    } else if value.isInfinite {
      self = .infinite
    } else if value == 0 {
      self = .zero
    } else {
      self = abs(value) < type.leastNormalMagnitude ? .subnormal : .normal
    }
  }
}
