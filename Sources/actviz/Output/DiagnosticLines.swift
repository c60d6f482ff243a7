import Activations

// What is said on standard error about functions that were invented: a line each.
extension Diagnostic {
  /// Prints how densities were normalized, and warnings of what is not as it should be.
  static func print(of functions: [Function]) {
    for function in functions {
      for diagnostic in function.activation.diagnostics { diagnostic.print(of: function) }
    }
  }

  /// Prints the warnings alone, of a function whose diagnostics stand in the result.
  static func printWarnings(of function: Function) {
    for diagnostic in function.activation.diagnostics where diagnostic.isWarning {
      diagnostic.print(of: function)
    }
  }

  private func print(of function: Function) {
    StandardError.print("\(isWarning ? "Warning: " : "")\(function.label) \(sentence)")
  }
}
