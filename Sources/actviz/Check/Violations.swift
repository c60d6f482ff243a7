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

  private mutating func note(_ one: Place, _ other: Place) {
    violations.add(
      .init(
        x: (one.x, other.x), values: (one.value, other.value),
        size: abs(type.ulps(of: other.value, from: one.value))))
  }

  /// Looks at the steps between neighbours in a part, of which ascending runs stand one behind another.
  mutating func add(_ answers: Answers, truths: FloatColumn, _ found: Comparison) {
    guard answers.ys.isEmpty else { return }
    func place(_ row: Int) -> Place {
      Place(x: answers.xs[row], value: answers.values[row], truth: truths[row])
    }
    for row in found.against { note(place(row - 1), place(row)) }
    let starts = Array(found.starts)
    for (start, end) in zip(starts, starts.dropFirst() + [answers.count])
    where !answers.xs[start].isNaN {
      runs.append((place(start), place(end - 1)))
    }
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

  /// Looks at a step from one input to the next.
  private mutating func step(_ one: Place, _ other: Place) {
    let isAgainst =
      other.value < one.value
      ? other.truth > one.truth : other.value > one.value && other.truth < one.truth
    if isAgainst { note(one, other) }
  }
}
