import Activations

/// What is said on standard error about functions that were invented.
enum News {
  /// How densities were normalized, and warnings of what is not as it should be: a line each.
  static func print(of functions: [Function]) {
    for function in functions {
      for diagnostic in function.activation.diagnostics {
        let lead = diagnostic.isWarning ? "Warning: " : ""
        StandardError.print("\(lead)\(function.label) \(diagnostic.sentence)")
      }
    }
  }

  /// The warnings alone, of a function whose diagnostics stand in the result.
  static func warn(of function: Function) {
    for diagnostic in function.activation.diagnostics where diagnostic.isWarning {
      StandardError.print("Warning: \(function.label) \(diagnostic.sentence)")
    }
  }
}
