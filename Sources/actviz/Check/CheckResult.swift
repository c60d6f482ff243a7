import Activations
import Tables

/// What there is to say about an implementation's values.
struct CheckResult {
  let function: Function
  let quantity: CheckedQuantity
  /// The last part of the file's path, as a title shows it; a program's command.
  let fileName: String
  /// The file of values as it was named, files that are one side by side, or a program's command.
  let path: String
  /// Whether a program was asked, at inputs of the type.
  let isOfProgram: Bool
  /// Why a program gave no more values, where it failed.
  let fault: ProgramFault?
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

  /// Draws the conclusions from all rows.
  init(
    _ request: CheckRequest, _ work: CheckWork, fileName: String, path: String,
    isOfProgram: Bool = false, _ fault: ProgramFault? = nil
  ) {
    (self.fileName, self.path, self.fault) = (fileName, path, fault)
    self.isOfProgram = isOfProgram
    undecided = work.undecided
    function = request.function
    quantity = request.quantity
    limit = request.limit
    tally = work.tally
    percentile99 = tally.percentile99
    ranges = BadRange.ranges(
      of: tally.rows, inPlane: quantity.isOfTwoVariables)
    let isGood = tally.worst.map { $0.error <= 1 } ?? true
    likely =
      isGood
      ? nil
      : LikelyFunction(work.sample.answers, otherThan: function, quantity, as: tally.type)
  }

  /// The error above which a row counts as bad, in ulp.
  var threshold: Double { limit ?? 1 }

  /// Whether no error is above the limit, and no answer missing; `nil` without a limit.
  var isWithin: Bool? { limit.map { (tally.worst?.error ?? 0) <= $0 && fault == nil } }

  /// The conclusion in a sentence or two.
  var verdict: String {
    let worst = CheckResult.ulps(tally.worst?.error ?? 0)
    var sentences: [String] = []
    if let limit {
      let place = (tally.worst?.error ?? 0) <= limit ? "within" : "beyond"
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
    if let fault { sentences.append(fault.failure.sentence) }
    return sentences.joined(separator: " ")
  }

  /// An error with its unit, rounded for a reader.
  static func ulps(_ error: Double) -> String {
    error == .infinity ? "infinite" : "\(DecimalText.rounded(error, digits: 4)) ulp"
  }
}
