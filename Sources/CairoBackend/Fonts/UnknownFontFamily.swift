/// No installed font is of the family that was asked for.
public struct UnknownFontFamily: Error, Equatable {
  /// The family that was asked for.
  public let name: String
  /// The families that are installed, in the order of their names.
  public let installed: [String]

  /// Makes an error.
  public init(name: String, installed: [String]) {
    self.name = name
    self.installed = installed
  }
}
