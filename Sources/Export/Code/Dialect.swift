/// What a language does otherwise than the plain arithmetic of a type, and what it lacks: code is made, run and measured accordingly.
package struct Dialect: Sendable {
  /// The functions for which helpers stand in, as the language has none.
  package let lacking: Set<Primitive>
  /// Whether every arm of a choice is evaluated, so that each needs arguments that do no harm where it is not taken.
  package let isGuarded: Bool
  /// Whether numbers below the least normal one are taken for 0, on the way as at the end.
  package let flushes: Bool

  package init(
    lacking: Set<Primitive> = [], isGuarded: Bool = false, flushes: Bool = false
  ) {
    (self.lacking, self.isGuarded, self.flushes) = (lacking, isGuarded, flushes)
  }
}
