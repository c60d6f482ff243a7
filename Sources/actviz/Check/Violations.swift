import Activations

/// Pairs of inputs of which values are in the wrong relation to one another.
struct Violations: Sendable {
  /// Two inputs with the values there.
  struct Pair: Sendable {
    var x: (Double, Double)
    var values: (Double, Double)
    /// How far the values are from the right relation, in ulp.
    var size: Double
  }

  private(set) var count = 0
  /// The first of the largest.
  private(set) var worst: Pair?

  mutating func add(_ pair: Pair) {
    count += 1
    if pair.size > worst?.size ?? -1 { worst = pair }
  }

  mutating func add(_ later: Violations) {
    count += later.count
    if let other = later.worst, other.size > worst?.size ?? -1 { worst = other }
  }
}

/// Steps from one input to the next at which values go down though the function goes up, or the reverse.
struct Steps: Sendable {
  /// An input with what is and what should be there.
  private struct Place: Sendable {
    var x, value, truth: Double
  }

  private let type: FloatType
  private(set) var violations = Violations()
  /// The first and last of each ascending run of this part.
  private var runs: [(first: Place, last: Place)] = []
  /// The ends of what is seen without a gap.
  private var seen: (low: Place, high: Place)?

  init(_ type: FloatType) { self.type = type }

  /// Looks at the next input; one that is not above the last begins a new run.
  @inline(__always)
  mutating func add(
    _ x: Double, _ value: Double, _ truth: Double, after last: Double, _ lastValue: Double,
    _ lastTruth: Double
  ) {
    if value < lastValue ? truth > lastTruth : value > lastValue && truth < lastTruth {
      note(
        Place(x: last, value: lastValue, truth: lastTruth), Place(x: x, value: value, truth: truth))
    }
  }

  private mutating func note(_ one: Place, _ other: Place) {
    violations.add(
      .init(
        x: (one.x, other.x), values: (one.value, other.value),
        size: abs(type.ulps(of: other.value, from: one.value))))
  }

  /// Looks at all steps between neighbours in a part, of which ascending runs stand one behind another.
  mutating func add(_ answers: Answers, truths: [Double]) {
    let (xs, values) = (answers.xs, answers.values)
    guard answers.ys.isEmpty, !xs.isEmpty else { return }
    func place(_ index: Int) -> Place {
      Place(x: xs[index], value: values[index], truth: truths[index])
    }
    var start = 0
    for index in xs.indices.dropFirst() {
      if xs[index] > xs[index - 1] && (xs[index] < 0) == (xs[index - 1] < 0) {
        add(
          xs[index], values[index], truths[index], after: xs[index - 1], values[index - 1],
          truths[index - 1])
      } else {
        if !xs[start].isNaN { runs.append((place(start), place(index - 1))) }
        start = index
      }
    }
    if !xs[start].isNaN { runs.append((place(start), place(xs.count - 1))) }
  }

  /// Adds a later part, with the steps from what was seen to its runs on both sides.
  mutating func add(_ later: Steps) {
    violations.add(later.violations)
    for run in later.runs {
      guard let (low, high) = seen else {
        seen = (run.first, run.last)
        continue
      }
      if run.last.x <= low.x {
        step(run.last, low)
        seen?.low = run.first
      } else if run.first.x >= high.x {
        step(high, run.first)
        seen?.high = run.last
      }
    }
  }

  private mutating func step(_ one: Place, _ other: Place) {
    add(other.x, other.value, other.truth, after: one.x, one.value, one.truth)
  }
}
