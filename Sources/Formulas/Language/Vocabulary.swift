import Activations

/// The words of the language.
package enum Vocabulary {
  /// The names of the functions that the language has by itself.
  package static let ofTheLanguage: [String] =
    Parser.special.sorted() + Intrinsic.allCases.map(\.rawValue)
    + BinaryIntrinsic.allCases.map(\.rawValue) + VectorFunction.allCases.map(\.rawValue)

  /// A function of two numbers in the catalogue; in formulas, of any number of them.
  static let logSumExp = "logsumexp"

  /// The names of all functions that can be called, but for the user's.
  package static let functions: [String] =
    ofTheLanguage + Catalogue.names
}
