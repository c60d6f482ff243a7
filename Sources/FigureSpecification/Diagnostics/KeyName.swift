/// The name of a key, `x-range`; on the command line two hyphens stand before it.
package struct KeyName: Hashable, Sendable {
  /// The name without hyphens before it.
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The key that gives a formula's parameters their values, which errors in formulas speak of.
  static let parameters = KeyName("param")
}
