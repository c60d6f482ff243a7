/// How curves are told apart.
package enum Labelling: String, CaseIterable, Sendable {
  /// A legend: one where the panels agree, one a panel where they do not.
  case legend
  /// Names at the curves' ends.
  case direct
  /// Not at all.
  case none
}
