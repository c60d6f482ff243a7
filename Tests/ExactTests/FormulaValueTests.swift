import Activations
import Foundation
import Formulas
import Testing

@testable import Exact

/// Proved values of formulas against mpmath's, which share no line with them.
struct FormulaValueTests {
  @Test("f, f′ and f″ of formulas are the doubles nearest to what 6,000 bits say")
  func formulas() throws {
    let url = try #require(
      Bundle.module.url(
        forResource: "formulas", withExtension: "csv", subdirectory: "Reference"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
    var functions: [String: ExactFunction] = [:]
    var count = 0
    for line in lines {
      let parts = line.split(separator: "\"")
      let text = String(parts[0])
      let function = try functions[text] ?? ExactFunction.formula(text)
      functions[text] = function
      let cells = parts[1].split(separator: ",", omittingEmptySubsequences: false).dropFirst()
        .map { Double(String($0)) }
      let x = try #require(cells[0])
      var exact = function
      for (outcome, expected) in zip(exact.values(at: x, upTo: 2), cells.dropFirst()) {
        guard let expected else { continue }
        #expect(outcome == .known(expected), "\(text) at \(x)")
        count += 1
      }
    }
    #expect(count > 2000)
  }

  @Test("Of narrower types every value is rounded once", arguments: [FloatType.f32, .f16, .bf16])
  func narrow(type: FloatType) throws {
    var gelu = try ExactFunction.formula("gelu(x)")
    var random = SplitMix(seed: 5)
    for _ in 0..<200 {
      let x = type.rounded(random.unit() * 12 - 6)
      let (exact, narrow) = (gelu.values(at: x, upTo: 2), gelu.values(at: x, upTo: 2, in: type))
      for (exact, narrow) in zip(exact, narrow) {
        let unit = type.ulp(of: exact.value)
        #expect(narrow.isKnown && (narrow.value - exact.value).magnitude <= unit * 0.5000001)
        #expect(type.rounded(narrow.value) == narrow.value)
      }
    }
    // 1 + 2⁻¹⁰⁰ is above a tie, which a double would not know.
    let tie = 1 + type.ulp(of: 1) / 2
    var sum = try ExactFunction.formula("x + 2^(-100)")
    #expect(sum.values(at: tie, upTo: 0, in: type) == [.known(1 + type.ulp(of: 1))])
    // And below it, however little: σ(1e30) is less than 1.
    var product = try ExactFunction.formula("\(1 + type.ulp(of: 1) * 1.5)*sigmoid(x)")
    #expect(product.values(at: 1e30, upTo: 0, in: type) == [.known(1 + type.ulp(of: 1))])
  }
}

extension ExactFunction {
  /// A formula, or a function of the catalogue as it is named on the command line.
  static func formula(_ text: String, parameters: [String: Double] = [:]) throws -> ExactFunction {
    let reference = try FunctionReference(parsing: text)
    let given = reference.family.parameters.compactMap { parameter in
      parameters[parameter.name].map { Function.Setting(parameter: parameter, value: $0) }
    }
    let function = reference.family.function(named: text, given: given + reference.settings)
    return try #require(ExactFunction(function), "\(text) is not stated")
  }
}
