import Activations

/// What is said on standard error about functions that were invented.
enum News {
  /// How densities were normalized, and warnings of what is not as it should be: a line each.
  static func print(of functions: [Function]) {
    for function in functions {
      for finding in function.activation.findings {
        let lead = finding.isWarning ? "Warning: " : ""
        StandardError.print("\(lead)\(function.label) \(finding.sentence)")
      }
    }
  }

  /// The warnings alone, of a function whose findings stand in the result.
  static func warn(of function: Function) {
    for finding in function.activation.findings where finding.isWarning {
      StandardError.print("Warning: \(function.label) \(finding.sentence)")
    }
  }
}
