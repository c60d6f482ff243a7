import Testing

@testable import Activations
@testable import Formulas

/// What the catalogue's families state in the formula language, held against their kernels.
@Suite struct DefinitionTests {
  /// A family with values for its parameters.
  struct Member: CustomTestStringConvertible, Sendable {
    let family: FunctionFamily
    let values: [Double]
    var testDescription: String { "\(family.name) \(values)" }

    /// The family at its defaults, with one parameter elsewhere, and in all cases of its definition.
    static func all(of family: FunctionFamily) -> [Member] {
      let defaults = family.parameters.map(\.defaultValue)
      var members = [Member(family: family, values: defaults)]
      for (index, parameter) in family.parameters.enumerated() {
        let cases = family.definition.cases.filter { $0.parameter == parameter.name }.map(\.value)
        for value in [0.3, 0.75, 2, 3, -0.5] + cases where parameter.domain.contains(value) {
          var values = defaults
          values[index] = value
          members.append(Member(family: family, values: values))
        }
      }
      return members
    }
  }

  private static let grid = Grid(-20...20, count: 1601).points(0..<1601)

  /// Whether doubles see a corner at a place that is beside it.
  ///
  /// The double of 0.2 is a little more than a fifth, so that 0.2x + 0.5 is beyond 1 at 2.5, where plain arithmetic rounds
  /// it to 1. Proofs hold the kernel there.
  private static func isBesideCorner(_ x: Double, _ name: String) -> Bool {
    name == "hardsigmoid_keras2" && abs(x) == 2.5
  }

  @Test(arguments: Catalogue.all.flatMap(Member.all))
  func theKernelIsWhatTheDefinitionSays(_ member: Member) {
    guard let kernel = member.family.kernel?(member.values) else { return }
    let defined = member.family.definedActivation(at: member.values)
    let quantities = Quantity.allCases.filter { !$0.needsGate || member.family.isGated }
    let xs = (Self.grid + [-1e-3, 1e-9, 0.1, 1.0 / 3]).filter {
      !Self.isBesideCorner($0, member.family.name)
    }
    let columns = (defined.columns(quantities, at: xs), kernel.columns(quantities, at: xs))
    for (index, quantity) in quantities.enumerated() {
      let worst = Self.worst(columns.0[index], columns.1[index])
      #expect(worst.error <= 1e-12, "\(quantity) at \(xs[worst.index]) is off by \(worst.error)")
    }
  }

  /// The largest error, of the value or of 1 where that is larger; NaN counts as infinite.
  private static func worst(_ found: [Double], _ truth: [Double]) -> (index: Int, error: Double) {
    var worst = (index: 0, error: 0.0)
    for index in found.indices where found[index] != truth[index] {
      let error = abs(found[index] - truth[index]) / max(abs(truth[index]), 1)
      if !(error <= worst.error) { worst = (index, error.isNaN ? .infinity : error) }
    }
    return worst
  }

  @Test func everyDefinitionIsReadAndStatesWhatItsKernelHas() throws {
    for family in Catalogue.all {
      let texts = [family.definition.text] + family.definition.cases.map(\.text)
      for text in texts { _ = try Formula(defining: family, as: text) }
      for alternative in family.definition.cases {
        #expect(family.parameters.contains { $0.name == alternative.parameter })
      }
      #expect(family.isGated == (family.atDefaults.activation.gated != nil), "\(family.name)")
    }
  }

  /// Notation is written from the definition but for a few.
  @Test func fewFunctionsAreWrittenOtherwiseThanDefined() {
    let notations = Catalogue.all.map(\.notation)
    #expect(notations.count { $0.plainText != nil } <= 11)
    #expect(notations.count { $0.tex != nil || $0.gateTex != nil } <= 25)
    for family in Catalogue.all { #expect(!family.plainText.isEmpty && !family.tex.isEmpty) }
  }

  @Test func aFamilyWithoutAKernelIsMadeFromItsDefinition() throws {
    let plain = FunctionFamily(
      "plain", definition: FunctionDefinition("gate: sigmoid(a*x)").when("a", is: 0, "gate: 1/2"),
      parameters: [Parameter("a", "a", default: 1, .finite)])
    let swish = try Function(parsing: "swish").activation
    let activation = plain.atDefaults.activation
    #expect(abs(activation.value(at: 1.5) - swish.value(at: 1.5)) < 1e-15)
    #expect(activation.gated != nil && plain.isGated)
    #expect(plain.activation(at: [0]).value(at: 3) == 1.5)
    #expect(plain.plainText == "x·½ for a = 0, else x·σ(a·x)")
    #expect(
      plain.gateTex == "\\begin{cases}\\sigma(ax)&a\\ne 0\\\\\\frac{1}{2}&a=0\\end{cases}")
  }

  /// In these no tail cancels as the formula language evaluates them: they keep 12 digits of what is tiny.
  @Test(arguments: [
    "sigmoid", "mish", "mish:alpha=2", "form6:alpha=3", "form7:alpha=3", "softplus:beta=2",
    "squareplus", "relu", "softsign", "relu6", "elu:alpha=2", "celu:alpha=2", "selu", "hardswish",
    "hardtanh", "tanh", "arctan", "erf", "heaviside", "leaky_relu", "hardsigmoid_keras2",
    "logsigmoid", "gelu_sigmoid", "swish", "tanhexp", "golu", "lisht", "gcu",
    "aglu:kappa=2,lambda=0.5", "gaussian", "softplus", "sinc", "sqrtsoftplus", "isru",
    "bent_identity", "xielu", "dsilu", "logish",
  ])
  func stableDefinitionsKeepTheirTails(_ name: String) throws {
    let function = try Function(parsing: name)
    let defined = function.family.definedActivation(at: function.settings.map(\.value))
    for x in Self.grid where !Self.isBesideCorner(x, function.family.name) {
      let (found, truth) = (defined.jet(at: x), function.activation.jet(at: x))
      let floor = abs(x) < 1 ? 1e-2 : 1e-2 * Libm.exp(-abs(x))
      for component in [\Jet.value, \.first, \.second] {
        let (a, b) = (found[keyPath: component], truth[keyPath: component])
        #expect(abs(a - b) <= 1e-12 * max(abs(b), floor), "\(name) at \(x): \(a), \(b)")
      }
    }
  }
}
