import Activations
import Tables

/// What there is to say about an implementation's values.
struct CheckResult {
  let function: Function
  let quantity: CheckedQuantity
  /// The file of values, or the files that make them up.
  private let files: FileGroup
  /// The largest error that is allowed, in ulp, if one was set.
  let limit: Double?
  /// The counts, with the rows in ascending order of x.
  let tally: Tally
  /// The error that 99 of 100 rows do not exceed, in ulp.
  let percentile99: Double
  let ranges: [BadRange]
  let likely: LikelyFunction?
  /// How many of the true values could not be decided, where proof was asked for.
  let undecided: Int

  /// Draws the conclusions from all rows; `sample` are some of them.
  init(
    _ request: CheckRequest, files: FileGroup, tally: consuming Tally, sample: RowSample,
    undecided: Int
  ) {
    self.undecided = undecided
    function = request.function
    quantity = request.quantity
    self.files = files
    limit = request.limit
    percentile99 = tally.percentile99
    tally.finish()
    self.tally = tally
    ranges = BadRange.ranges(
      of: tally.rows, inPlane: quantity.isOfTwoVariables)
    let isGood = tally.worst.map { $0.error <= 1 } ?? true
    likely =
      isGood
      ? nil
      : LikelyFunction(sample.answers, otherThan: function, quantity, as: tally.type)
  }

  /// The last part of the file's path, as a title shows it.
  var fileName: String { files.shortName }

  /// The file of values as it was named, `-` for standard input; files that are one stand side by side.
  var path: String { files.paths.joined(separator: " ") }

  /// The error above which a row counts as bad, in ulp.
  var threshold: Double { limit ?? 1 }

  /// Whether no error is above the limit; `nil` without one.
  var isWithin: Bool? { limit.map { (tally.worst?.error ?? 0) <= $0 } }

  /// The conclusion in a sentence or two.
  var verdict: String {
    let worst = CheckResult.ulps(tally.worst?.error ?? 0)
    var sentences: [String] = []
    if let limit {
      let place = isWithin == true ? "within" : "beyond"
      sentences.append(
        "The worst error, \(worst), is \(place) the limit of \(Decimal.text(limit)) ulp.")
    } else if (tally.worst?.error ?? 0) <= 1 {
      sentences.append("All values are within 1 ulp.")
    } else {
      sentences.append("The worst error is \(worst).")
    }
    if let likely {
      let known = "\(likely.function.label) (worst error \(CheckResult.ulps(likely.worst)))"
      sentences.append(
        likely.worst <= max(1, limit ?? 1)
          ? "The values are those of \(known)."
          : "The values are much nearer to \(known).")
    }
    return sentences.joined(separator: " ")
  }

  /// An error with its unit, rounded for a reader.
  static func ulps(_ error: Double) -> String {
    error == .infinity ? "infinite" : "\(DecimalText.rounded(error, digits: 4)) ulp"
  }
}
