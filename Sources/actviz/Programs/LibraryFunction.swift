import Activations
import FigureSpecification

/// A function of a shared library: `LIBRARY.so:SYMBOL`.
struct LibraryFunction {
  /// As it was named.
  let name: String
  private let library: String
  private let symbol: String
  private let signature: Signature
  /// What stands behind x.
  private let arguments: [Double]

  /// What an argument names; nil for what is a file of values.
  init?(_ argument: String, _ signature: Signature, _ arguments: [Double]) {
    guard let colon = argument.lastIndex(of: ":") else { return nil }
    (library, symbol) = (
      String(argument[..<colon]), String(argument[argument.index(after: colon)...])
    )
    let file = library.lowercased()
    guard !symbol.isEmpty, (try? Platform.status(of: argument)) == nil,
      file.hasSuffix(".so") || file.hasSuffix(".dylib") || file.contains(".so.")
    else { return nil }
    (name, self.signature, self.arguments) = (argument, signature, arguments)
  }

  /// What the runner is told.
  func arguments(_ type: FloatType) -> [String] {
    // A name alone would be looked for where the system has its libraries.
    let path = library.contains("/") ? library : "./" + library
    return ["--shared", path, symbol, type.rawValue, signature.rawValue]
      + arguments.map { type.text(ofBits: type.bitPattern(of: $0)) }
  }
}
