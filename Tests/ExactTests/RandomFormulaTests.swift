import Activations
import Formulas
import Testing

@testable import Exact

/// Formulas by chance: what is proved with few digits holds with many.
struct RandomFormulaTests {
  private static let points: [Double] = [
    0, -0.0, 1, -1, 2, .infinity, -.infinity, 1e-300, 1e300, -1e300, 1e5, .leastNonzeroMagnitude,
    0.5, -0.5,
    3.75, -7.3, 50, -50, 700, 1e-9,
  ]

  @Test("A value is the same from whichever precision the search begins", arguments: 0..<8)
  func precisions(seed: Int) throws {
    var random = FormulaMaker(seed: UInt64(seed))
    var known = 0
    for _ in 0..<60 {
      let text = random.formula(depth: 2 + Int(random.next() % 3))
      guard let reference = try? FunctionReference(parsing: text) else { continue }
      var function = try ExactFunction.formula(text)
      var fine = function
      fine.firstBits = 700
      for x in [random.pick(Self.points), random.unit() * 20 - 10] {
        let (few, many) = (function.values(at: x, upTo: 2), fine.values(at: x, upTo: 2))
        for (few, many) in zip(few, many) where few.isKnown && many.isKnown {
          known += 1
          let isSame = few.value == many.value || (few.value.isNaN && many.value.isNaN)
          #expect(isSame, "\(reference.name) at \(x): \(few), \(many)")
        }
      }
    }
    #expect(known > 200)
  }
}

/// Makes formulas.
private struct FormulaMaker {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed &+ 77) }

  mutating func next() -> UInt64 { random.next() }
  mutating func unit() -> Double { random.unit() }
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(next() % UInt64(values.count))]
  }

  mutating func formula(depth: Int) -> String {
    guard depth > 0, unit() > 0.1 else {
      return pick([
        "x", "x", "x", "x", "2", "0.5", "3", "pi", "e", "0", "1", "(-1)", "0.1", "(1/3)",
      ])
    }
    func part(_ maker: inout Self) -> String { maker.formula(depth: depth - 1) }
    switch next() % 10 {
    case 0, 1: return "(\(part(&self))+\(part(&self)))"
    case 2: return "(\(part(&self))-\(part(&self)))"
    case 3: return "(\(part(&self))*\(part(&self)))"
    case 4: return "(\(part(&self)))/(\(part(&self)))"
    case 5: return "(\(part(&self)))^\(pick(["2", "3", "0.5", "(-1)", "(1/3)", "x", "(-2.5)"]))"
    case 6:
      let condition = part(&self) + pick(["<", ">", "<=", "==", "!="]) + part(&self)
      return "where(\(condition),\(part(&self)),\(part(&self)))"
    case 7: return "\(pick(["min", "max", "atan2"]))(\(part(&self)),\(part(&self)))"
    case 8: return "\(pick(["gelu", "mish", "gennorm", "smish"]))(\(part(&self)))"
    default:
      let names = Intrinsic.allCases.map(\.rawValue)
      return "\(pick(names))(\(part(&self)))"
    }
  }
}
