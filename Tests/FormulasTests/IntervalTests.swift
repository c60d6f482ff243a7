import Foundation
import Testing

@testable import Activations
@testable import Formulas

/// Enclosures hold what they enclose: random expressions over random cells.
@Suite struct IntervalTests {
  /// How many expressions; `ACTVIZ_FUZZ=1000000` for more.
  private static let count =
    ProcessInfo.processInfo.environment["ACTVIZ_FUZZ"].flatMap { Int($0) } ?? 1500

  @Test(
    "Values and derivatives at random points of a cell lie in its enclosure",
    arguments: [true, false])
  func inclusion(isRewritten: Bool) throws {
    var dice = SeededDice(state: isRewritten ? 1 : 2)
    var told = 0
    for _ in 0..<Self.count {
      let (program, text) = try dice.program(isRewritten)
      let enclosure = program.enclosed
      for _ in 0..<4 {
        let cell = dice.cell()
        let jet = enclosure.enclosure(of: Enclosure(cell, .smooth), order: 2)
        let xs = dice.points(of: cell)
        for (x, point) in zip(xs, program.evaluate(xs)) {
          for (order, y) in [point.value, point.first, point.second].enumerated() {
            let part = jet[order]
            // What overflows or has no value in doubles tells nothing; nor does a derivative of such a value.
            guard point.value.isFinite, y.isFinite else { continue }
            guard order == 0 || jet.value.isTame, part.range.isBounded || part.range.isEmpty else {
              continue
            }
            told += 1
            // Derivatives round otherwise than enclosures do: what they sum may cancel.
            let slack = order == 0 ? 0 : 1e-9 * (1 + part.range.magnitude.high)
            guard part.range.low - slack <= y, y <= part.range.high + slack else {
              Issue.record("order \(order): \(y) at \(x) outside \(part) over \(cell): \(text)")
              return
            }
          }
        }
      }
    }
    #expect(told > 10 * Self.count)
  }

  @Test("What is called continuous has no gap between neighbouring doubles")
  func continuity() throws {
    var dice = SeededDice(state: 3)
    for _ in 0..<Self.count {
      let (program, text) = try dice.program(true)
      let low = Double.random(in: -4...4, using: &dice)
      let cell = Interval(low, low.nextUp)
      let value = program.enclosed.enclosure(of: Enclosure(cell, .smooth), order: 0).value
      let ys = program.values([cell.low, cell.high])
      guard value.isTame else { continue }
      guard ys.allSatisfy({ !$0.isNaN }) else {
        Issue.record("\(ys) in \(value) over \(cell): \(text)")
        return
      }
    }
  }

  @Test("Two halves lie within the whole")
  func monotonicity() throws {
    var dice = SeededDice(state: 4)
    for _ in 0..<Self.count {
      let (program, text) = try dice.program(true)
      let enclosure = program.enclosed
      let cell = dice.cell()
      func over(_ cell: Interval) -> Enclosure {
        enclosure.enclosure(of: Enclosure(cell, .smooth), order: 0).value
      }
      let middle = cell.low / 2 + cell.high / 2
      let whole = over(cell)
      for half in [Interval(cell.low, middle), Interval(middle, cell.high)] {
        let part = over(half)
        let isInside = part.range.intersection(whole.range.widened(by: 64)) == part.range
        guard isInside, part.decoration >= whole.decoration || part.range.isEmpty else {
          Issue.record("\(part) over \(half), \(whole) over \(cell): \(text)")
          return
        }
      }
    }
  }

  @Test(
    "An exact number stays exact, and no zero becomes anything else",
    arguments: [
      ("x - x", 3, 3, 0, 0), ("0*x", -1, 5, 0, 0), ("x*x", 0, 0, 0, 0), ("x^3", 0, 2, 0, 8),
      ("sin(x)", 0, 0, 0, 0), ("tanh(x)", 0, 1, 0, 0.7615941559557649), ("x/3", 0, 3, 0, 1),
      ("2*x + 1", 1, 2, 3, 5), ("sqrt(x)", 0, 4, 0, 2), ("abs(x)", -3, 2, 0, 3),
      ("exp(x)", 0, 0, 1, 1), ("x^2", -2, 1, 0, 4), ("max(x, 0)", -2, 1, 0, 1),
      ("exp(x) - 1", -0.0, 0, 0, 0), ("x*exp(-x)", 0, 0, 0, 0),
    ] as [(String, Double, Double, Double, Double)])
  func exactness(_ formula: String, _ low: Double, _ high: Double, _ least: Double, _ most: Double)
    throws
  {
    let range = try enclosure(formula, low, high).range
    #expect(range.low == least)
    #expect(range.high >= most && range.high <= most + 4 * most.ulp)
    if most == 0 { #expect(range.high == 0) }
  }

  @Test(
    "Poles, edges and steps are told from what goes on",
    arguments: [
      ("1/x", 1, 2, .smooth), ("1/x", -1, 2, .unknown), ("1/x", 0, 1, .unknown),
      ("tan(x)", -1.5, 1.5, .smooth), ("tan(x)", 1.5, 1.6, .unknown),
      ("log(x)", 1e-300, 1e300, .smooth), ("log(x)", 0, 1, .unknown),
      ("sqrt(x)", 0, 1, .continuous), ("sqrt(x)", -1, 1, .unknown),
      ("where(x < 1, 0, 1)", 0, 0.99, .smooth), ("where(x < 1, 0, 1)", 0, 2, .defined),
      ("sign(x)", -1, 1, .defined), ("x^x", 0.1, 3, .smooth), ("x^0.5", -1, 1, .unknown),
      ("x^-2", -1, 1, .unknown), ("sin(1/x)", 1e-300, 1, .smooth),
      ("sin(x)", -1e300, 1e300, .smooth), ("atan2(x, 1)", -5, 5, .smooth),
      ("atan2(x, -1)", -5, 5, .defined), ("sin(x)/x", -1, 1, .smooth),
      ("gamma(x)", 0.5, 3, .smooth), ("gamma(x)", -1.5, 3, .unknown),
      ("gammaincp(2, x)", 0, 9, .continuous), ("max(x, 1/x)", -1, 1, .unknown),
      ("1/(1 + exp(-x))", -1e308, 1e308, .smooth), ("gelu(x)", -1e308, 1e308, .smooth),
      ("heaviside(gelu(x) - 1)", 2, 3, .smooth), ("asin(x)", -1, 1, .continuous),
      ("abs(x)", -1, 1, .continuous), ("abs(x)^2.5", 0, 1, .continuous), ("abs(x)", 1, 2, .smooth),
      ("max(x, 1)", 0, 2, .continuous), ("relu(x)", -1, 1, .continuous),
      ("cbrt(x)", 0, 1, .continuous),
      ("sqrt(x)", 1, 2, .smooth), ("x^3", -1, 1, .smooth), ("asin(x)", -0.5, 0.5, .smooth),
      ("acosh(x)", 0, 1.5, .unknown), ("atanh(x)", -0.5, 0.5, .smooth),
    ] as [(String, Double, Double, Enclosure.Decoration)])
  func decorations(
    _ formula: String, _ low: Double, _ high: Double, _ expected: Enclosure.Decoration
  ) throws {
    #expect(try enclosure(formula, low, high).decoration == expected)
  }

  @Test(
    "What has no value in a cell is empty there",
    arguments: [
      ("log(x)", -2.0, -1.0), ("sqrt(x)", -2, -1e-300), ("asin(x)", 2, 3), ("log(x)", -1, -1e-300),
      ("sqrt(-1 - x^2)", -1, 1),
    ] as [(String, Double, Double)])
  func nowhere(_ formula: String, _ low: Double, _ high: Double) throws {
    #expect(try enclosure(formula, low, high).isNowhereDefined)
  }

  @Test(
    "Functions of the catalogue are continuous but at their declared kinks, and hold their values")
  func catalogue() {
    var dice = SeededDice(state: 5)
    for function in Catalogue.all.map(\.atDefaults) {
      let enclosure = FunctionEnclosure(function)
      for _ in 0..<200 {
        let cell = dice.cell()
        let xs = dice.points(of: cell)
        for quantity in Quantity.allCases where function.has(quantity) {
          let part = enclosure.enclosure(of: quantity, over: cell)
          let ys = function.activation.columns([quantity], at: xs)[0]
          let slack = part.range.isBounded ? 1e-9 * (1 + part.range.magnitude.high) : 0
          let isInside = ys.allSatisfy {
            !$0.isFinite || (part.range.low - slack <= $0 && $0 <= part.range.high + slack)
          }
          guard isInside, part.isDefined else {
            Issue.record(
              "\(function.label) \(quantity): \(zip(xs, ys).map { $0 }) outside \(part) over \(cell)"
            )
            return
          }
        }
      }
    }
  }

  private func enclosure(_ formula: String, _ low: Double, _ high: Double) throws -> Enclosure {
    let function = try FunctionReference(parsing: formula).functions()[0]
    return FunctionEnclosure(function).enclosure(of: .f, over: Interval(low, high))
  }
}

extension Program {
  /// The program over cells; it calls functions of the catalogue through the root of the target.
  fileprivate var enclosed: FunctionEnclosure {
    let family = FunctionFamily("test", definition: "x", kernel: { _ in FormulaActivation(self) })
    return FunctionEnclosure(family.atDefaults)
  }
}

extension SeededDice {
  /// A random program; none with a number that is none, of which the C library's power makes 1 again.
  fileprivate mutating func program(_ isRewritten: Bool) throws -> (Program, String) {
    while true {
      let expression = try expression()
      var builder = ProgramBuilder(isRewritten ? Rewrite.all : [])
      let result = try builder.emit(expression, parameters: ["a": 0.75])
      let program = builder.program(of: result)
      let hasNone = program.instructions.contains {
        if case .constant(let value) = $0 { value.isNaN } else { false }
      }
      if !hasNone { return (program, "\(program.instructions)") }
    }
  }

  /// A cell of any size, now and then a point or with a round end.
  fileprivate mutating func cell() -> Interval {
    let ends: [Double] = [
      Double.random(in: -4...4, using: &self), 0, 1, -1, 1e-3, 300, -1e10, 1e200,
    ]
    let low =
      Int.random(in: 0..<4, using: &self) > 0 ? ends[0] : ends.randomElement(using: &self) ?? 0
    let widths: [Double] = [0, 1e-9, 1e-3, 0.1, 1, 5]
    let width = widths.randomElement(using: &self) ?? 1
    return Interval(low, low + width * Double.random(in: 0...1, using: &self))
  }

  fileprivate mutating func points(of cell: Interval) -> [Double] {
    [cell.low, cell.high]
      + (0..<6).map { _ in
        Swift.min(
          Swift.max(
            cell.low + (cell.high - cell.low) * Double.random(in: 0...1, using: &self), cell.low),
          cell.high)
      }
  }
}
