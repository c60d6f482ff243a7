import Testing

@testable import Activations
@testable import Formulas

/// What `list` prints can be typed.
@Suite struct WrittenFormulaTests {
  /// That whose text leaves out coefficients.
  private static let abridged: Set = ["rational"]

  @Test("What list prints parses back to the same function", arguments: Catalogue.all.map(\.name))
  func parsesBack(_ name: String) throws {
    guard !Self.abridged.contains(name) else { return }
    let family = try #require(Catalogue.family(named: name))
    let defaults = family.activation(at: family.parameters.map(\.defaultValue))
    var values: [String: Double] = [:]
    for parameter in family.parameters {
      values[Symbols.spelled(parameter.symbol)] = parameter.defaultValue
    }
    // `f = g` are two ways to write it; `for α = 0` is a condition.
    let ways =
      family.plainText.contains(" for ")
      ? [family.plainText] : family.plainText.split(separator: " = ").map(String.init)
    for text in ways {
      let written = try Formula(parsing: text).activation(with: values)
      for x in [-3.25, -1.5, -0.375, 0.25, 0.75, 2.5, 7.125] {
        let (value, expected) = (written.value(at: x), defaults.value(at: x))
        // The text is computed as it stands: what remains of a sum beside x has lost digits of x.
        let tolerance = 1e-13 * abs(expected) + 1e-15 * abs(x)
        #expect(abs(value - expected) <= tolerance, "\(text) at \(x): \(value), not \(expected)")
      }
    }
  }
}
