/// What a function is, in the formula language: one text, and others for values of parameters where it would fail.
///
/// The text states f, or behind `gate: ` or `density: ` the gate H of f = x·H(x) or its density. It is the
/// published form, which need not be the one that keeps digits: that is a kernel's business.
public struct FunctionDefinition: Equatable, Sendable, ExpressibleByStringLiteral {
  /// A value of a parameter for which the definition is another one.
  public struct Case: Equatable, Sendable {
    /// The parameter's name.
    public let parameter: String
    /// Its value.
    public let value: Double
    /// The definition there.
    public let text: String
  }

  /// The definition in general.
  public let text: String
  /// Where it is another one; the first that fits counts.
  public private(set) var cases: [Case] = []
  /// What else tells it from definitions of the same text: what the names in it stand for.
  package var context = ""

  /// A definition without cases.
  public init(_ text: String) { self.text = text }

  /// A definition without cases.
  public init(stringLiteral text: String) { self.init(text) }

  /// The definition with another one where a parameter has a value.
  public func when(_ parameter: String, is value: Double, _ text: String) -> FunctionDefinition {
    var definition = self
    definition.cases.append(Case(parameter: parameter, value: value, text: text))
    return definition
  }

  /// The text that counts for values of the parameters.
  package func text(for values: (String) -> Double?) -> String {
    cases.first { values($0.parameter) == $0.value }?.text ?? text
  }
}
