import Formulas

/// A function as it is stated, evaluated over series.
struct Stated: Sendable {
  private let kind: Formula.Kind
  /// Whether f is the integral of the gate.
  private let isIntegrated: Bool
  private var runner: Runner
  /// What runs the gate of what is stated as f.
  private var factor: Runner?
  /// The gate, where it is the integral of a density that has one in closed form.
  private var integral: GeneralizedNormal?

  init(_ statement: Statement) {
    kind = statement.kind
    isIntegrated = statement.isIntegrated
    runner = Runner(statement.program)
    factor = statement.gate.map { Runner($0) }
    if kind == .density, let member = statement.member, member.family == "gennorm" {
      integral = GeneralizedNormal(alpha: member.values[0], beta: member.values[1])
    }
  }

  /// Whether f is an integral, of which the slope alone is stated.
  var isSlope: Bool { isIntegrated || kind == .slope }

  /// Whether its series have hundreds of powers below the first.
  var isEndless: Bool { (integral?.beta ?? 1) < 0.05 }

  /// Whether it has functions that go up and down for ever.
  var hasWaves: Bool { runner.hasWaves }

  /// The other variable of a function of two, which is held fixed.
  var held: Double {
    get { runner.held }
    set { runner.held = newValue }
  }

  /// Whether many digits take long.
  var isCostly: Bool { runner.isCostly }

  /// f′ of a series, where that is what is stated.
  mutating func slope(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    isIntegrated ? try gate(x, calculus) : try runner.evaluate(x, calculus)
  }

  /// f of a series.
  mutating func value(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    guard !isSlope else { throw .undecided }
    switch kind {
    case .activation: return try runner.evaluate(x, calculus)
    case .gate, .sign, .density: return try calculus.multiply(x, gate(x, calculus))
    case .slope: throw .undecided
    }
  }

  /// 2H − 1 of a series.
  mutating func sign(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    let gate = try gate(x, calculus)
    return try calculus.subtract(try calculus.add(gate, gate), Series(.one))
  }

  /// The gate H of a series; undecided where f is stated neither by one nor as x times one, or by a density without a known integral.
  mutating func gate(_ x: Series, _ calculus: Calculus) throws(Obstacle) -> Series {
    if let gate = try integral?.gate(x, calculus) { return gate }
    if let gate = try factor?.evaluate(x, calculus) { return gate }
    guard kind == .gate || kind == .sign else { throw .undecided }
    return try runner.evaluate(x, calculus)
  }
}
