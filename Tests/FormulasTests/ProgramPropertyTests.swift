import Foundation
import Testing

@testable import Activations
@testable import Formulas

/// Random expressions, compiled, are what a plain interpreter makes of them: no pass loses an operand.
@Suite struct ProgramPropertyTests {
  /// How many; `ACTVIZ_FUZZ=1000000` for more.
  private static let count =
    ProcessInfo.processInfo.environment["ACTVIZ_FUZZ"].flatMap { Int($0) } ?? 20_000

  @Test(
    "A compiled expression has the value and the slope of the expression, rewritten or not",
    arguments: [true, false])
  func values(isRewritten: Bool) throws {
    var dice = SeededDice(state: 20_261_126)
    var (compared, sloped) = (0, 0)
    for _ in 0..<Self.count {
      let expression = try dice.expression(withVectors: true)
      var builder = ProgramBuilder(isRewritten ? Rewrite.all : [])
      let result = try builder.emit(expression, parameters: ["a": 0.75])
      let program = builder.program(of: result)
      let xs = [-2.3, -0.61, 0.17, 0.9, 2.7]
      let plain = Interpreter(expression, parameters: ["a": 0.75])
      for (x, jet) in zip(xs, program.evaluate(xs)) {
        guard let truth = plain.steady(at: x) else { continue }
        compared += 1
        guard abs(jet.value - truth.value) <= 1e-6 * (1 + abs(truth.value)) else {
          Issue.record("\(jet.value) for \(truth.value) at \(x): \(expression.nodes)")
          return
        }
        guard let slope = truth.slope else { continue }
        sloped += 1
        guard abs(jet.first - slope) <= 1e-4 * (1 + abs(slope)) else {
          Issue.record("\(jet.first) for the slope \(slope) at \(x): \(expression.nodes)")
          return
        }
      }
    }
    #expect(compared > Self.count && sloped > Self.count / 2)
  }

  /// One instruction of every kind, its operands all different.
  private static let instructions: [(Program.Instruction, Int)] =
    [
      (.x, 0), (.constant(2), 0), (.add(3, 5), 2), (.subtract(3, 5), 2), (.multiply(3, 5), 2),
      (.divide(3, 5), 2), (.power(3, 5), 2), (.offset(3, by: 2), 1), (.scale(3, by: 2), 1),
      (.quotient(3, by: 2), 1), (.raise(3, to: 2), 1), (.root(3, over: 2), 1),
      (.logSumExp([3, 5, 7]), 3), (.share(3, among: [5, 7, 11]), 4), (.abs(3), 1), (.sign(3), 1),
      (.heaviside(3), 1),
      (.ratio(place: 9, 3), 1), (.exponentials(place: 9, 3), 1), (.maximum(3, 5), 2),
      (.minimum(3, 5), 2), (.select(.less, 3, 5, 7, otherwise: 11), 4),
      (.activation(place: 9, 3), 1),
    ] + Intrinsic.allCases.map { (.intrinsic($0, 3), 1) }
    + BinaryIntrinsic.allCases.map { (.binary($0, 3, 5), 2) }

  @Test(
    "Every instruction has all its operands, and they are moved with it", arguments: instructions)
  func operands(_ instruction: Program.Instruction, _ count: Int) {
    let operands = Array([3, 5, 7, 11].prefix(count))
    #expect(instruction.operands == operands)
    #expect(instruction.mapOperands { $0 * 10 }.operands == operands.map { $0 * 10 })
    #expect(instruction.mapOperands { $0 } == instruction)
  }
}

/// Evaluates an expression node by node, with the functions of the C library.
private struct Interpreter {
  let expression: Formulas.Expression
  let parameters: [String: Double]

  init(_ expression: Formulas.Expression, parameters: [String: Double]) {
    self.expression = expression
    self.parameters = parameters
  }

  /// The value, and the slope by differences, where both are sure: no node is huge, none stands near a kink, and a
  /// small step changes little.
  func steady(at x: Double) -> (value: Double, slope: Double?)? {
    let h = 1e-4
    guard let value = value(at: x), let near = self.value(at: x + 1e-9), abs(value) < 1e6,
      abs(near - value) <= 1e-6 * (1 + abs(value)), let a = self.value(at: x - h),
      let b = self.value(at: x + h), let c = self.value(at: x - 2 * h),
      let d = self.value(at: x + 2 * h)
    else { return nil }
    let (narrow, wide) = ((b - a) / (2 * h), (d - c) / (4 * h))
    let isSure = abs(narrow - wide) <= 1e-6 * (1 + abs(narrow)) && abs(narrow) < 1e4
    return (value, isSure && abs(value) < 1e3 ? (4 * narrow - wide) / 3 : nil)
  }

  /// The value; nil where a node is not finite, huge or tiny, or a comparison is close.
  private func value(at x: Double) -> Double? {
    var values: [Double] = []
    for node in expression.nodes {
      let operands = node.operands.map { values[$0] }
      guard !Self.isClose(node.operation, operands) else { return nil }
      let value = value(node.operation, operands, x)
      guard value.isFinite, abs(value) < 1e9, value == 0 || abs(value) > 1e-9 else { return nil }
      values.append(value)
    }
    return values.last
  }

  private static func isClose(_ operation: Formulas.Expression.Operation, _ operands: [Double])
    -> Bool
  {
    switch operation {
    // Near a jump.
    case .binary(.mod): isJump(operands[0] / operands[1])
    case .intrinsic(.floor), .intrinsic(.ceil): isJump(operands[0])
    case .intrinsic(.round): isJump(operands[0] + 0.5)
    // Near an end of the domain, where it is steep.
    case .intrinsic(.asin), .intrinsic(.acos), .intrinsic(.atanh):
      abs(abs(operands[0]) - 1) < 1e-2 || abs(operands[0]) < 1e-2
    case .maximum, .minimum, .select: abs(operands[0] - operands[1]) < 1e-2
    case .intrinsic, .binary, .power, .divide: operands.contains { abs($0) < 1e-2 }
    case .x, .number, .constant, .parameter, .add, .subtract, .multiply, .negate, .catalogue,
      .derivative, .logSumExp, .component:
      false
    }
  }

  private static func isJump(_ u: Double) -> Bool { abs(u - u.rounded()) < 1e-2 }

  private func value(
    _ operation: Formulas.Expression.Operation, _ operands: [Double], _ x: Double
  ) -> Double {
    switch operation {
    case .x: x
    case .number(let value): value
    case .constant(let constant): constant.value
    case .parameter(let name): parameters[name] ?? .nan
    case .add: operands[0] + operands[1]
    case .subtract: operands[0] - operands[1]
    case .multiply: operands[0] * operands[1]
    case .divide: operands[0] / operands[1]
    case .power: pow(operands[0], operands[1])
    case .negate: -operands[0]
    case .intrinsic(let function): Self.value(function, operands[0])
    case .binary(.atan2): atan2(operands[0], operands[1])
    case .binary(.mod): operands[0] - operands[1] * (operands[0] / operands[1]).rounded(.down)
    case .binary(.gammaincp): Self.gammaincp(operands[0], operands[1])
    case .maximum: Swift.max(operands[0], operands[1])
    case .minimum: Swift.min(operands[0], operands[1])
    case .logSumExp: log(operands.reduce(0) { $0 + exp($1) })
    case .component(let place, let function): PlainVector.component(place, of: function, operands)
    case .select(let comparison):
      Self.holds(comparison, operands[0], operands[1]) ? operands[2] : operands[3]
    // The dice know none.
    case .derivative: .nan
    // Softsign, the only one that the dice know.
    case .catalogue: operands[0] / (1 + abs(operands[0]))
    }
  }

  private static func holds(_ comparison: Formulas.Expression.Comparison, _ a: Double, _ b: Double)
    -> Bool
  {
    switch comparison {
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .equal: a == b
    case .unequal: a != b
    }
  }

  private static func value(_ function: Intrinsic, _ u: Double) -> Double {
    switch function {
    case .abs: abs(u)
    case .sign: u > 0 ? 1 : -1
    case .heaviside: u > 0 ? 1 : 0
    case .exp: exp(u)
    case .expm1: expm1(u)
    case .log: log(u)
    case .log1p: log1p(u)
    case .log2: log2(u)
    case .log10: log10(u)
    case .sqrt: sqrt(u)
    case .cbrt: cbrt(u)
    case .sigmoid: 1 / (1 + exp(-u))
    case .softplus: log(1 + exp(u))
    case .logcosh: log(cosh(u))
    case .sin: sin(u)
    case .cos: cos(u)
    case .tan: tan(u)
    case .asin: asin(u)
    case .acos: acos(u)
    case .atan: atan(u)
    case .sinh: sinh(u)
    case .cosh: cosh(u)
    case .tanh: tanh(u)
    case .asinh: asinh(u)
    case .acosh: acosh(u)
    case .atanh: atanh(u)
    case .erf: erf(u)
    case .erfc: erfc(u)
    case .erfcx: exp(u * u) * erfc(u)
    case .floor: u.rounded(.down)
    case .ceil: u.rounded(.up)
    case .round: u.rounded()
    case .gamma: tgamma(u)
    case .lgamma: log(abs(tgamma(u)))
    case .distribution: erfc(-u / sqrt(2)) / 2
    case .density: exp(-u * u / 2) / sqrt(2 * .pi)
    }
  }

  /// Its power series.
  private static func gammaincp(_ a: Double, _ z: Double) -> Double {
    guard z > 0, a > 0, z < 30 else { return .nan }
    var (sum, term) = (1 / a, 1 / a)
    for n in 1..<200 {
      term *= z / (a + Double(n))
      sum += term
    }
    return sum * exp(a * log(z) - z) / tgamma(a)
  }
}

extension SeededDice {
  /// An expression of up to 24 nodes, of all operations but for vectors unless they are asked for, in which parts are shared.
  mutating func expression(withVectors: Bool = false) throws -> Formulas.Expression {
    var expression = Formulas.Expression(text: "")
    _ = try expression.append(.x, at: 0)
    _ = try expression.append(.number([0.5, 1, 2, -1, 3].randomElement(using: &self) ?? 1), at: 0)
    _ = try expression.append(.parameter("a"), at: 0)
    for _ in 0..<Int.random(in: 2...21, using: &self) {
      let (operation, arity) = operation(withVectors)
      var operands = (0..<arity).map { _ in operand(expression) }
      // The first argument of some is a number.
      if case .binary(let function) = operation, !function.variesInFirst { operands[0] = 2 }
      if case .catalogue = operation { operands = [operands[0]] }
      _ = try expression.append(operation, operands, at: 0)
    }
    return expression
  }

  /// One of the last nodes, so that expressions are deep, or any.
  private mutating func operand(_ expression: Formulas.Expression) -> Int {
    let count = expression.nodes.count
    return Bool.random(using: &self)
      ? Int.random(in: Swift.max(0, count - 3)..<count, using: &self)
      : Int.random(in: 0..<count, using: &self)
  }

  private mutating func operation(_ withVectors: Bool) -> (Formulas.Expression.Operation, Int) {
    let arithmetic: [(Formulas.Expression.Operation, Int)] = [
      (.add, 2), (.subtract, 2), (.multiply, 2), (.divide, 2), (.power, 2), (.negate, 1),
      (.maximum, 2), (.minimum, 2), (.number(2), 0), (.number(0.25), 0),
    ]
    switch Int.random(in: 0..<(withVectors ? 11 : 10), using: &self) {
    case 0..<5: return arithmetic.randomElement(using: &self) ?? (.x, 0)
    case 5, 6, 7: return (.intrinsic(Intrinsic.allCases.randomElement(using: &self) ?? .exp), 1)
    case 8: return (.binary(BinaryIntrinsic.allCases.randomElement(using: &self) ?? .atan2), 2)
    case 10:
      let function = VectorFunction.allCases.randomElement(using: &self) ?? .softmax
      let count = Int.random(in: 1...4, using: &self)
      return Bool.random(using: &self)
        ? (.component(Int.random(in: 0..<count, using: &self), of: function), count)
        : (.logSumExp, count)
    default:
      guard Bool.random(using: &self), let softsign = Catalogue.family(named: "softsign") else {
        let comparisons: [Formulas.Expression.Comparison] = [
          .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal,
        ]
        return (.select(comparisons.randomElement(using: &self) ?? .less), 4)
      }
      return (.catalogue(softsign, []), 1)
    }
  }
}
