import Foundation
import Testing

@testable import Activations
@testable import Formulas

/// Random strings and mutations of formulas: each is a formula, or an error with its place.
@Suite struct FormulaFuzzTests {
  /// How many; `ACTVIZ_FUZZ=1000000` for more.
  private static let count =
    ProcessInfo.processInfo.environment["ACTVIZ_FUZZ"].flatMap { Int($0) } ?? 100_000

  private static let corpus = [
    "x*tanh(softplus(a*x))", "1/2 + a*x/(2*sqrt(1+(a*x)^2))", "max(0,x)^2", "|x-|x||",
    "where(x<0, exp(x)-1, gelu(x; sigma=2))", "clip(x,-1,1)*0x1p-2", "x*log(exp(x)+exp(-x))",
    "gennorm(x; alpha=1, beta=3)/erf(x²)", "-x^-2^x", "gate: heaviside(x - sin(x))",
    "(exp(x)-exp(-x))/(exp(x)+exp(-x))", "x*exp(x)^2/(2+cosh(2*x))", "sin(2*x)/x", "log(cosh(x))",
    "density: exp(-abs(x)^3)", "slope: 1/(1+exp(-x))", "f(x; a=1) = a*x", "x/(exp(x)-1)",
    "x*Phi(x/phi(x))", "gammaincp(1/2, x²)*atan2(x, -Φ(x))", "gamma*x + gamma(x)",
    "gelu''(2*x; sigma=2)", "x > 0 ? x : ⌊0.1x⌋", "x if x > 1 and x < 3 else e⁻ˣ",
    "mod(x, 2)*(x>0)",
    "np.maximum(0, x)*σ(βx)", "sin^2(x)·|x|½x(1+x)",
  ].map(Array.init)

  private static let definitions = [
    "bump(x; a=1, b=2*3) = b*exp(-a*x^2)\nmine(x) = x*bump(x; a=2) # mine", "f(x) = x\r\n\n# none",
    "f(x; k=1/2) = gate(x)\ng(x) = f(f(x; k=3))", "loop(x) = loop(x)",
  ].map(Array.init)

  private static let alphabet: [Character] =
    Array("x+-*/^()|,;=<>!.0123456789eEpP aπ²·−漢\u{0}\n\u{301}")
    + [
      "exp", "where(", "max(", "gelu(", "x<", "abs(", "'", "?", ":", "ˣ", "⁻", "⌊", "⌋", " if ",
      " else ", "np.", "::", "||", "&",
    ].joined()

  @Test func everyTextIsAFormulaOrAnErrorWithAPlace() throws {
    var random = SeededDice(state: 20_261_124)
    var understood = 0
    for _ in 0..<Self.count {
      let text = random.text(from: Self.corpus, Self.alphabet)
      do {
        try Self.run(text)
        understood += 1
      } catch let error as FormulaError {
        guard error.column >= 1, error.offset <= text.count, !error.description.isEmpty else {
          Issue.record("\(text): \(error)")
          return
        }
      }
    }
    #expect(understood > Self.count / 50)
  }

  @Test func everyFileIsDefinitionsOrAnErrorWithALine() throws {
    var random = SeededDice(state: 4)
    let alphabet = Self.alphabet + Array("\n=;#\r")
    var understood = 0
    for _ in 0..<Self.count / 4 {
      let text = random.text(from: Self.definitions, alphabet)
      var definitions = Definitions()
      do throws(FormulaError) {
        try definitions.read(text, from: "F")
        understood += 1
      } catch {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let line = error.line?.number, (1...lines.count).contains(line),
          error.offset <= lines[line - 1].count, !error.description.isEmpty
        else {
          Issue.record("\(text): \(error)")
          return
        }
      }
    }
    #expect(understood > Self.count / 200)
  }

  /// What an argument goes through: the prefix and the name are told from the formula.
  @Test func everyArgumentIsAFunctionOrAnErrorInASentence() throws {
    var random = SeededDice(state: 9)
    for _ in 0..<Self.count / 10 {
      let text = random.text(from: Self.corpus, Self.alphabet)
      do {
        _ = try FunctionReference(parsing: text)
      } catch let error as FormulaError {
        guard error.column >= 1, error.offset <= text.count else {
          Issue.record("\(text): \(error)")
          return
        }
      } catch is ReferenceError {
      }
    }
  }

  /// Parses, compiles and evaluates.
  private static func run(_ text: String) throws {
    let formula = try parsed(text)
    var values: [String: Double] = [:]
    for name in formula.parameters { values[name] = 0.5 }
    let program = try Compiler.program(formula, parameters: values)
    _ = program.evaluate([-1, 0, 2])
  }

  private static func parsed(_ text: String) throws -> Formulas.Expression {
    var parser = try Parser(text)
    return try parser.formula()
  }
}

extension SeededDice {
  /// A random text, or a formula of which a few characters are changed.
  fileprivate mutating func text(from corpus: [[Character]], _ alphabet: [Character]) -> String {
    guard Int.random(in: 0..<4, using: &self) > 0 else {
      let length = Int.random(in: 0..<40, using: &self)
      return String((0..<length).compactMap { _ in alphabet.randomElement(using: &self) })
    }
    var text = corpus.randomElement(using: &self) ?? []
    for _ in 0..<Int.random(in: 1..<4, using: &self) where !text.isEmpty {
      let place = Int.random(in: 0..<text.count, using: &self)
      let character = alphabet.randomElement(using: &self) ?? "x"
      switch Int.random(in: 0..<4, using: &self) {
      case 0: text.remove(at: place)
      case 1: text.insert(character, at: place)
      case 2: text[place] = character
      default: text.swapAt(place, text.count - 1)
      }
    }
    return String(text)
  }
}
