import Testing

@testable import Activations
@testable import Formulas

/// The rules of rewriting, one by one: each fires on its example, and both of its sides agree.
@Suite struct RewriteTests {
  @Test("Every rule has a name of its own")
  func names() {
    #expect(Set(Rewrite.all.map(\.name)).count == Rewrite.all.count)
  }

  @Test("Every rule fires on its example, and both sides agree", arguments: Rewrite.all.map(\.name))
  func bothSidesAgree(_ name: String) throws {
    let rule = try #require(Rewrite.all.first { $0.name == name })
    let (rewritten, fired) = try Self.built(rule.example, with: Rewrite.all)
    #expect(fired.contains(name), "\(rule.example) makes \(fired)")
    #expect(rewritten.idioms.contains(name) == rule.isIdiom)
    let (plain, none) = try Self.built(rule.example, with: [])
    #expect(none.isEmpty)
    let xs = (-60...60).map { (Double($0) + 0.37) / 20 }
    var compared = 0
    for (x, (found, truth)) in zip(xs, zip(rewritten.evaluate(xs), plain.evaluate(xs))) {
      guard !truth.second.isNaN else { continue }
      compared += 1
      for component in [\Jet.value, \.first, \.second] {
        let (a, b) = (found[keyPath: component], truth[keyPath: component])
        #expect(abs(a - b) <= 1e-9 * (1 + abs(b)), "\(name) at \(x): \(a), \(b)")
      }
    }
    #expect(compared > 10)
  }

  @Test("A rule keeps what is not a number", arguments: Rewrite.all.map(\.name))
  func notANumber(_ name: String) throws {
    let rule = try #require(Rewrite.all.first { $0.name == name })
    let rewritten = try Self.built(rule.example, with: Rewrite.all).program
    #expect(rewritten.values([.nan])[0].isNaN)
  }

  @Test("Rules that lead back to each other end")
  func endless() throws {
    let there = Rewrite.form("sin → cos", example: "sin(x)") { builder, instruction in
      guard case .intrinsic(.sin, let u) = instruction else { return nil }
      return builder.emit(.intrinsic(.cos, u))
    }
    let back = Rewrite.form("cos → sin", example: "cos(x)") { builder, instruction in
      guard case .intrinsic(.cos, let u) = instruction else { return nil }
      return builder.emit(.intrinsic(.sin, u))
    }
    let (program, fired) = try Self.built("sin(x)", with: [there, back])
    #expect(program.instructions.count == 2 && fired == ["sin → cos", "cos → sin"])
  }

  private static func built(_ text: String, with rules: [Rewrite]) throws
    -> (program: Program, fired: [String])
  {
    var parser = try Parser(text)
    var builder = ProgramBuilder(rules)
    let result = try builder.emit(parser.formula(), parameters: [:])
    return (builder.program(of: result), builder.fired.map(\.name))
  }
}
