/// Where a picture is shown that was written.
package enum ViewingPlace: String, CaseIterable, Sendable {
  /// On the terminal that standard output is.
  case terminal
  /// Nowhere.
  case nowhere = "none"
  /// In the program that the system has for its kind.
  case browser
}
