import Activations
import ArgumentParser

/// The float type that numbers are rounded to.
struct TypeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The float type of x and of results: \(FloatType.names).", valueName: "type"),
    completion: .list(FloatType.allCases.map(\.rawValue)))
  var dtype: String?

  /// The type, nil where none is given.
  func type() throws -> FloatType? {
    guard let dtype else { return nil }
    guard let type = FloatType(rawValue: dtype.lowercased()) else {
      throw Failure(.usage, "--dtype is one of \(FloatType.names), not '\(dtype)'.")
    }
    return type
  }
}

extension FloatType {
  /// The names of all types.
  fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
