/// A function of any number of arguments with a component for each of them; the raw value is its name.
///
/// A component is an expression like any other, `softmax(x, 0, 1)[2]`: components are told by their places, counted from 1.
package enum VectorFunction: String, CaseIterable, Hashable, Sendable {
  /// e^aₖ/Σ e^aᵢ.
  case softmax
  /// aₖ − ln Σ e^aᵢ.
  case logSoftmax = "log_softmax"
  /// The softmax of −a.
  case softmin
  /// max(0, aₖ − τ), τ such that the sum is 1 (arXiv 1602.02068).
  case sparsemax
  /// max(0, aₖ/2 − τ)², τ such that the sum is 1 (arXiv 1905.05702, α = 1.5).
  case entmax15

  /// The most arguments.
  static let most = 256
}

/// A call of such a function in a formula, of which no component was picked.
struct VectorCall {
  let function: VectorFunction
  /// The nodes of its arguments.
  let arguments: [Int]
  /// Where it begins.
  let offset: Int
  /// The token behind it.
  let end: Int
  /// What the call is in the text.
  let text: String
}
