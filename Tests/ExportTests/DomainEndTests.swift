import Activations
import Formulas
import Testing

@testable import Export

/// Code beside the ends of a function's domain, where a quotient or a logarithm is infinite and small errors of what stands in it are
/// great ones.
@Suite struct DomainEndTests {
  private func parts(_ text: String, _ type: FloatType) throws -> [WrittenFunction.Part] {
    try WrittenFunction(
      FunctionReference(parsing: text).functions()[0], type, quantities: [.f, .df]
    ).parts
  }

  private static let infinite: [(formula: String, x: Double, f: Double, df: Double)] = [
    ("log1p(x)", -1, -.infinity, .infinity),
    ("log(1-x)", 1, -.infinity, -.infinity),
    ("log(2*x+1)", -0.5, -.infinity, .infinity),
    ("atanh(x)", 1, .infinity, .infinity),
    ("x*log1p(x)", -1, .infinity, -.infinity),
    ("log(3.7-x)", 3.7, -.infinity, -.infinity),
    ("cbrt(1+x^3)", -1, 0, .infinity),
  ]

  @Test(arguments: infinite)
  func infiniteSlopesAreWritten(_ row: (formula: String, x: Double, f: Double, df: Double))
    throws
  {
    let parts = try parts(row.formula, .f64)
    let values = parts.map { $0.code.values(of: $0.result, at: [row.x])[0] }
    #expect(values == [row.f, row.df], "\(row.formula) at \(row.x)")
    #expect(parts.allSatisfy { $0.measurement.excess <= 1 }, "\(row.formula)")
  }

  /// The end is 3.7, of which single precision has only a neighbour: there and beside it the rest of 3.7 counts.
  @Test(arguments: [
    "log(x-3.7)*x", "atanh(x/3)", "log(1-x^2)", "log(1-x^2/9)", "asin(x/3)", "acos(x/3)",
    "acosh(x-2.3)", "log1p(-x^2/4)",
  ])
  func whatRoundingLeftCountsBesideAnEnd(_ formula: String) throws {
    for part in try parts(formula, .f32) {
      #expect(part.measurement.excess <= 1, "\(formula) \(part.order) \(part.measurement.worst)")
    }
  }

  /// What a language lacks comes along as a helper; code of the others says what the language's own is called.
  @Test(arguments: Language.allCases)
  func everyWordIsWrittenInEveryLanguage(_ language: Language) throws {
    for type in language.syntax.types.prefix(1) {
      let dialect = language.syntax.dialect(type)
      for word in dialect.lacking.sorted(by: { $0.rawValue < $1.rawValue }) {
        guard let intrinsic = Intrinsic(rawValue: word.rawValue) else { continue }
        let function = try FunctionReference(parsing: "\(intrinsic.rawValue)(x)").functions()[0]
        let written = try WrittenFunction(function, type, quantities: [.f], for: dialect)
        let file = SourceFile(written, in: language, named: "act", command: "test", version: "1")
        #expect(file.text.contains("act_\(word.rawValue)"), "\(word) in \(language)")
        #expect(written.parts[0].measurement.excess <= 1, "\(word) in \(language)")
      }
    }
  }

  @Test(arguments: [FloatType.f32, .f64])
  func nothingIsNaNWhereASquareOverflows(_ type: FloatType) throws {
    for part in try parts("erfcx(x)", type) {
      #expect(part.measurement.excess <= 1, "\(part.order) \(part.measurement.worst)")
    }
  }
}
