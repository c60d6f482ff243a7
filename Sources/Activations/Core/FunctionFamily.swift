/// A function with parameters: its names, its definition, and how to evaluate it fast.
///
/// The definition is the one truth: plain text and TeX are written from it, and a kernel is held to it by a test.
public struct FunctionFamily: Sendable {
  /// Makes the function from one value a parameter, all legal.
  public typealias Kernel = @Sendable ([Double]) -> any Activation
  /// Makes a function of two variables, likewise.
  package typealias SurfaceKernel = @Sendable ([Double]) -> any Surface

  /// What reads better than what is written from the definition.
  package struct Notation: Sendable {
    /// f as plain Unicode text.
    package var plainText: String?
    /// f as TeX, empty where it is too long to be read.
    package var tex: String?
    /// The gate as TeX.
    package var gateTex: String?
    /// The name as figures show it, TeX between dollar signs, where it is a formula.
    package var name: String?
  }

  /// The name on the command line, in snake case.
  public let name: String
  /// Other names for the same function.
  public let aliases: [String]
  /// What it is, in the formula language.
  public let definition: FunctionDefinition
  /// The parameters, in the order in which the kernel takes their values.
  public let parameters: [Parameter]
  /// Whether it is a function of x and y, and not of x alone.
  public let hasTwoVariables: Bool
  /// What is worth knowing: special cases and other names in the literature; may be empty.
  public let note: String
  /// Where the function was published; may be empty.
  public let source: String
  /// What reads better than what is written from the definition.
  package var notation: Notation
  /// Evaluates a function of two variables whose definition is not in the catalogue.
  package var surfaceKernel: SurfaceKernel?
  /// Evaluates the function fast and to the last digits; the definition does without one.
  package let kernel: Kernel?

  /// Describes a function; `plainText`, `tex` and `gateTex` stand in place of what is written from the definition.
  public init(
    _ name: String, aliases: [String] = [], definition: FunctionDefinition,
    plainText: String? = nil, tex: String? = nil, gateTex: String? = nil,
    parameters: [Parameter] = [], hasTwoVariables: Bool = false, note: String = "",
    source: String = "", kernel: Kernel? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.parameters = parameters
    self.hasTwoVariables = hasTwoVariables
    self.note = note
    self.source = source
    notation = Notation(plainText: plainText, tex: tex, gateTex: gateTex)
    self.kernel = kernel
  }
}

extension FunctionFamily: Equatable {
  /// Families are one if their names, definitions and parameters are.
  public static func == (a: FunctionFamily, b: FunctionFamily) -> Bool {
    a.name == b.name && a.definition == b.definition && a.parameters == b.parameters
  }
}
