import Activations

/// The end of a sentence about a misspelt name.
package enum Suggestion {
  /// `; did you mean 'gelu'?`, or a full stop where nothing is spelt nearly so.
  package static func end(for name: String, among candidates: [String]) -> String {
    NearestName.question(name.lowercased(), among: candidates).map { "; \($0)" } ?? "."
  }
}
