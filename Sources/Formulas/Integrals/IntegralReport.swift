import Activations

/// The cells of an integral with their series, from left to right.
struct IntegralParts {
  var cells: [IntegralCell]
  /// For every cell the series from its lower end, then that from its upper.
  var series: [Double]
  var integrals: [Double]

  init(_ drafts: [IntegralDraft]) {
    cells = drafts.map(\.cell)
    series = drafts.flatMap(\.series)
    integrals = drafts.map(\.integral)
  }
}

/// What was found out about a function while it was integrated.
struct IntegralReport: Sendable {
  /// ∫|g|, without the tails.
  var magnitude: Double
  /// About how far the integral may be off, and where most of that is.
  var error: Double
  var worst: Double
  /// The integral of the negative part.
  var negative: Double
  /// The least and the greatest value that were met, with their places.
  var least: Point
  var greatest: Point
  /// The point nearest to 0 at which the function is NaN, if there is one.
  var notANumber: Double?
  /// The points nearest to 0 on the left and on the right at which it is infinite or nearly so.
  var infinite: (left: Double?, right: Double?)
  /// The nearest to 0 of the cells that were left unresolved because there are too many, if any.
  var unresolved: Double?
  /// Whether the function is a smooth power law, or 0, at the left and the right end.
  var isSettled: (left: Bool, right: Bool)

  init(_ drafts: [IntegralDraft], unresolved: Double?) {
    let first = drafts[0]
    magnitude = drafts.reduce(0) { $0 + $1.magnitude }
    error = 0
    (worst, negative) = (first.cell.low, 0)
    (least, greatest) = (first.least, first.greatest)
    var most = 0.0
    for draft in drafts {
      negative += draft.negative
      if draft.least.y < least.y { least = draft.least }
      if draft.greatest.y > greatest.y { greatest = draft.greatest }
      guard !draft.isResolved || draft.isNoisy else { continue }
      let share = min(2 * draft.error, draft.magnitude)
      error += share
      if share > most { (most, worst) = (share, draft.cell.nearest) }
    }
    let holes = drafts.compactMap(\.undefined)
    notANumber = holes.filter(\.y.isNaN).map(\.x).min { $0.magnitude < $1.magnitude }
    let infinite = holes.filter { !$0.y.isNaN }.map(\.x)
    self.infinite = (infinite.filter { $0 < 0 }.max(), infinite.filter { $0 >= 0 }.min())
    self.unresolved = unresolved
    let total = magnitude
    let ends = [first, drafts[drafts.count - 1]].map { draft in
      draft.undefined == nil && (draft.isResolved || draft.magnitude <= 1e-12 * total)
    }
    isSettled = (ends[0], ends[1])
  }
}

extension IntegralCell {
  /// The end nearer to the origin.
  var nearest: Double { low.magnitude < high.magnitude ? low : high }
}
