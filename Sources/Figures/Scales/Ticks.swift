import Activations

/// The multiples of a step that lie in a domain.
package struct Ticks: Equatable, Sendable {
  /// The ticks in data units, rising; never -0.
  package let values: [Double]
  /// The distance between two ticks; nil where there are fewer than the step makes sense for.
  package let step: DecimalStep?
  /// The ticks in units of ten to the power of the step's exponent.
  let units: [Int]

  /// No ticks.
  static let none = Ticks(values: [], step: nil, units: [])

  private init(values: [Double], step: DecimalStep?, units: [Int]) {
    self.values = values
    self.step = step
    self.units = units
  }

  /// The ticks from one end to the other at the smallest 1-2-5 step that gives at most about `count` of them.
  ///
  /// Equal ends give one tick, ends that are not finite or fall give none.
  package init(from low: Double, to high: Double, count: Double) {
    // Ticks closer than the doubles are would fall together.
    let finest = 4 * max(abs(low), abs(high)).ulp
    self.init(
      from: low, to: high, step: DecimalStep.atLeast(max(high / count - low / count, finest)))
  }

  /// The multiples of `step` from one end to the other.
  init(from low: Double, to high: Double, step: DecimalStep?) {
    guard low.isFinite, high.isFinite, low <= high else {
      self = .none
      return
    }
    if low == high {
      self.init(values: [low + 0], step: nil, units: [])
      return
    }
    guard let step, let first = step.index(atLeast: low), let last = step.index(atMost: high),
      first <= last, last - first < 1000
    else {
      self = .none
      return
    }
    // Among the smallest doubles a multiple may be rounded out of the domain.
    let indices = (first...last).filter { (low...high).contains(step.value(at: $0)) }
    self.init(
      // Adding 0 makes -0 a plain 0.
      values: indices.map { step.value(at: $0) + 0 },
      step: step,
      units: indices.map { $0 * step.mantissa })
  }
}
