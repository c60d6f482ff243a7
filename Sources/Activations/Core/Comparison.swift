import CKernels

/// A column of values that somebody computed beside the true ones, compared in vector registers.
package struct Comparison: Sendable {
  /// How far values are from the truth, where that is neither 0 nor 1; what stands at other rows means nothing.
  package private(set) var otherErrors: [Double]
  /// The rows whose value is not the truth, where not both are NaN.
  package private(set) var wrong: RowSet
  /// Those of them whose error is 1.
  package private(set) var units: RowSet
  /// The rows at which ascending runs begin: x does not go up from the last one, or changes its sign.
  package let starts: RowSet
  /// The rows of a run to whose value the step from the row before goes down though that of the truth goes up, or the reverse.
  package let against: RowSet
  /// How many values are NaN, infinite, or 0, where the truth is not NaN, finite, or another number than 0.
  package let counts: (nan: Int, infinite: Int, zero: Int)
  /// The least and the greatest |x|, as bits of a double; NaN is beyond infinity.
  package let magnitudes: (least: UInt64, greatest: UInt64)

  /// How many rows there are.
  package let count: Int

  /// Compares as many rows as there are of each; by the best tier but for tests.
  package init(
    _ values: FloatColumn, with truths: FloatColumn, at xs: FloatColumn, as type: FloatType,
    tier: VectorKernel.Tier = .best
  ) {
    let count = min(xs.count, values.count, truths.count)
    let wordCount = (count + 63) / 64
    var words = [UInt64](repeating: 0, count: 4 * wordCount)
    var found = kernels_counts()
    otherErrors = [Double](unsafeUninitializedCapacity: count) { errors, size in
      size = count
      words.withUnsafeMutableBufferPointer { words in
        guard let first = words.baseAddress, let place = errors.baseAddress else { return }
        var comparison = kernels_comparison(
          errors: place, wrong: first, units: first + wordCount,
          starts: first + 2 * wordCount, against: first + 3 * wordCount)
        Self.withAnswers(values, truths, xs, type) { answers in
          kernels_compare(tier.name, &answers, count, &comparison, &found)
        }
      }
    }
    self.count = count
    func rows(_ index: Int) -> RowSet {
      RowSet(words[(index * wordCount)..<(index + 1) * wordCount])
    }
    (wrong, units, starts, against) = (rows(0), rows(1), rows(2), rows(3))
    counts = (Int(found.nan), Int(found.infinite), Int(found.zero))
    magnitudes = (found.least, found.greatest)
    // The inverse of a unit of doubles may be no double.
    if type == .f64 { setErrors { row, _ in abs(type.ulps(of: values[row], from: truths[row])) } }
  }

  /// The columns as C reads them: singles where all are, and the type is theirs.
  private static func withAnswers(
    _ values: FloatColumn, _ truths: FloatColumn, _ xs: FloatColumn, _ type: FloatType,
    _ body: (inout kernels_answers) -> Void
  ) {
    let columns = [xs, values, truths]
    let areSingle = type == .f32 && columns.allSatisfy(\.isSingle)
    let same = areSingle ? columns : columns.map { FloatColumn($0.doubles) }
    same[0].withPlace { xs in
      same[1].withPlace { values in
        same[2].withPlace { truths in
          var answers = kernels_answers(
            xs: xs, values: values, truths: truths, is_single: areSingle ? 1 : 0,
            precision: Int32(type.precision), least_exponent: Int32(type.minimumExponent))
          body(&answers)
        }
      }
    }
  }

  /// How far a value is from the truth, in units of the type's spacing in the truth's binade: `FloatType.ulps`, not negative.
  package func error(_ row: Int) -> Double {
    guard wrong[row] else { return 0 }
    return units[row] ? 1 : otherErrors[row]
  }

  /// Gives the wrong rows other errors, which are not negative, made of those that they have.
  package mutating func setErrors(_ error: (_ row: Int, _ before: Double) -> Double) {
    for row in wrong {
      let other = error(row, self.error(row))
      otherErrors[row] = other
      wrong[row] = other > 0
      units[row] = other == 1
    }
  }

  /// What there is to say of the errors of some rows.
  package struct Summary: Sendable {
    /// The least and the greatest error, each with its first row.
    package var least, greatest: (error: Double, row: Int)
    /// How many errors are above a threshold.
    package var above: Int
    /// The first row whose error is above it, if any is.
    package var firstAbove: Int?
  }

  /// What there is to say of the errors of some rows; of one at least.
  package func summary(_ rows: Range<Int>, above threshold: Double) -> Summary {
    let sum = otherErrors.withUnsafeBufferPointer { errors in
      wrong.words.withUnsafeBufferPointer { wrong in
        units.words.withUnsafeBufferPointer { units in
          var found = kernels_errors(
            errors: errors.baseAddress, wrong: wrong.baseAddress, units: units.baseAddress)
          return kernels_summarize(
            VectorKernel.Tier.best.name, &found, rows.lowerBound, rows.count, threshold)
        }
      }
    }
    return Summary(
      least: (sum.least, sum.first_least), greatest: (sum.greatest, sum.first_greatest),
      above: sum.above, firstAbove: sum.above > 0 ? sum.first_above : nil)
  }
}
