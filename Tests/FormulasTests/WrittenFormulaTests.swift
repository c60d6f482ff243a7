import Testing

@testable import Activations
@testable import Formulas

/// What `list` prints can be typed.
@Suite struct WrittenFormulaTests {
  /// Those whose text leaves out digits or terms, or says what holds at one point alone.
  private static let abridged: Set = ["selu", "rational", "heaviside", "soft_exponential"]
  /// Those in which two Latin letters stand side by side, which are one name where they are typed.
  private static let sideBySide: Set = [
    "leaky_relu", "prelu", "acon_b", "sau", "snake",
  ]

  @Test("What list prints parses back to the same function", arguments: Catalogue.all.map(\.name))
  func parsesBack(_ name: String) throws {
    guard !Self.abridged.contains(name), !Self.sideBySide.contains(name) else { return }
    let family = try #require(Catalogue.family(named: name))
    let defaults = family.activation(at: family.parameters.map(\.defaultValue))
    var values: [String: Double] = [:]
    for parameter in family.parameters {
      values[Symbols.spelled(parameter.symbol)] = parameter.defaultValue
    }
    for text in family.plainText.split(separator: " = ").map(String.init) {
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
