import Formulas

/// A function as it is stated, evaluated over series.
struct Stated: Sendable {
  private let kind: Formula.Kind
  private var runner: Runner
  /// The gate, where it is the integral of a density that has one in closed form.
  private var integral: GeneralizedNormal?

  init(_ statement: Statement) {
    kind = statement.kind
    runner = Runner(statement.program)
    if kind == .density, let member = statement.member, member.family == "gennorm" {
      integral = GeneralizedNormal(alpha: member.values[0], beta: member.values[1])
    }
  }

  /// f of a series.
  mutating func value(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    switch kind {
    case .activation: return try runner.evaluate(x, calculus)
    case .gate, .density: return try calculus.multiply(x, gate(x, calculus))
    case .slope: throw .undecided
    }
  }

  /// The gate H of a series; undecided where f is not stated by one, or by a density without a known integral.
  mutating func gate(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    if let gate = try integral?.gate(x, calculus) { return gate }
    guard kind == .gate else { throw .undecided }
    return try runner.evaluate(x, calculus)
  }
}
