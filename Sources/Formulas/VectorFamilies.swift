import Activations

// What is told of functions of any number of arguments, in lists beside those of the catalogue.

extension FunctionFamily {
  /// Functions of x, of x and y, and of any number of arguments.
  package static let listed =
    Catalogue.all + Catalogue.ofTwoVariables + VectorFunction.allCases.map(\.listed)
}

extension VectorFunction {
  /// The function as it is listed; its definition is that of the component of x beside a 0.
  package var listed: FunctionFamily {
    FunctionFamily(
      rawValue, aliases: otherNames, definition: FunctionDefinition("\(rawValue)(x, 0)[1]"),
      plainText: plainText, tex: tex, note: note, source: source)
  }

  private var otherNames: [String] { self == .logSoftmax ? ["logsoftmax"] : [] }

  /// A component, of arguments a.
  private var plainText: String {
    switch self {
    case .softmax: "e^aₖ/Σ e^aᵢ"
    case .logSoftmax: "aₖ − ln Σ e^aᵢ"
    case .softmin: "e^(−aₖ)/Σ e^(−aᵢ)"
    case .sparsemax: "max(0, aₖ − τ), Σ max(0, aᵢ − τ) = 1"
    case .entmax15: "max(0, aₖ/2 − τ)², Σ max(0, aᵢ/2 − τ)² = 1"
    }
  }

  private var tex: String {
    switch self {
    case .softmax: "\\frac{e^{a_{k}}}{\\sum_{i}e^{a_{i}}}"
    case .logSoftmax: "a_{k}-\\ln\\sum_{i}e^{a_{i}}"
    case .softmin: "\\frac{e^{-a_{k}}}{\\sum_{i}e^{-a_{i}}}"
    case .sparsemax: "\\max(0,a_{k}-\\tau ),\\quad \\sum_{i}\\max(0,a_{i}-\\tau )=1"
    case .entmax15:
      "\\max(0,\\frac{a_{k}}{2}-\\tau )^{2},\\quad \\sum_{i}\\max(0,\\frac{a_{i}}{2}-\\tau )^{2}=1"
    }
  }

  private var note: String {
    switch self {
    case .softmax: "of two arguments the sigmoid of their difference"
    case .logSoftmax: "its logarithm"
    case .softmin: "the softmax of −a"
    case .sparsemax: "the nearest point whose components are shares"
    case .entmax15: "between softmax and sparsemax"
    }
  }

  private var source: String {
    switch self {
    case .softmax, .logSoftmax, .softmin: ""
    case .sparsemax: "arXiv 1602.02068"
    case .entmax15: "arXiv 1905.05702"
    }
  }
}
