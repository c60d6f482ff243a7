import Activations

/// Pairs of inputs x and −x whose values do not mirror one another, of a function whose do.
struct Mirrored: Sendable {
  private let rules: TallyRules
  private(set) var violations = Violations()

  init(_ rules: TallyRules) { self.rules = rules }

  /// Looks at a part in which the inputs below 0 stand before as many above it, of the same magnitudes.
  mutating func add(_ answers: Answers) {
    guard rules.mirror != .none, answers.ys.isEmpty else { return }
    let (xs, values) = (answers.xs.doubles, answers.values.doubles)
    let sign: Double = rules.mirror == .odd ? -1 : 1
    // Of NaN neither holds, and it stands at the outer ends.
    let above = xs.firstIndex { $0 >= 0 && $0.sign == .plus } ?? xs.count
    for step in 0..<min(above, xs.count - above) {
      let (left, right) = (above - 1 - step, above + step)
      guard xs[left] == -xs[right], values[left] != sign * values[right],
        !(values[left].isNaN && values[right].isNaN)
      else { continue }
      violations.add(
        .init(
          x: (xs[left], xs[right]), values: (values[left], values[right]),
          size: abs(rules.type.ulps(of: values[left], from: sign * values[right]))))
    }
  }

  mutating func add(_ later: Mirrored) { violations.add(later.violations) }
}

extension TallyRules.Mirror {
  /// The symmetry that a function shows at places over many binades.
  init(of function: Function, _ quantity: CheckedQuantity) {
    guard !quantity.isOfTwoVariables else {
      self = .none
      return
    }
    // No two of them have a simple ratio, so that no wave is met in step.
    let xs = (-10...10).map { 1.2345 * Double(sign: .plus, exponent: $0, significand: 1.37) }
    let right = quantity.values(of: function, at: Answers(at: xs))
    let left = quantity.values(of: function, at: Answers(at: xs.map { -$0 }))
    let pairs = zip(right, left).filter { !$0.isNaN || !$1.isNaN }
    if pairs.allSatisfy({ $0 == 0 && $1 == 0 }) {
      self = .none
    } else if pairs.allSatisfy({ $0 == $1 }) {
      self = .even
    } else {
      self = pairs.allSatisfy { $0 == -$1 } ? .odd : .none
    }
  }
}
