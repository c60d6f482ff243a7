/// No installed font is of the family that was asked for.
package struct UnknownFontFamily: Error, Equatable {
  /// The family that was asked for.
  package let name: String
  /// The families that are installed, in the order of their names.
  package let installed: [String]

  /// Makes an error.
  package init(name: String, installed: [String]) {
    self.name = name
    self.installed = installed
  }
}
