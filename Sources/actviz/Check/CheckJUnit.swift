import Tables

/// The results as JUnit's XML, which build servers show as tests: one an implementation.
enum CheckJUnit {
  /// The whole document.
  static func text(of results: [CheckResult]) -> String {
    let failures = results.filter { $0.isWithin == false && $0.fault == nil }.count
    let errors = results.filter { $0.fault != nil }.count
    let counts = "tests=\"\(results.count)\" failures=\"\(failures)\" errors=\"\(errors)\""
    let cases = results.map(testCase).joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites \(counts)>
      <testsuite name="actviz check" \(counts)>
      \(cases)</testsuite>
      </testsuites>

      """
  }

  private static func testCase(_ result: CheckResult) -> String {
    let kind = result.fault != nil ? "error" : result.isWithin == false ? "failure" : "system-out"
    let message = kind == "system-out" ? "" : " message=\"\(escaped(result.verdict))\""
    let name = "\(result.function.label).\(result.quantity.name) in \(result.tally.type)"
    return """
      <testcase classname="\(escaped(name))" name="\(escaped(result.path))">
      <\(kind)\(message)>\(escaped(result.report))</\(kind)>
      </testcase>

      """
  }

  /// A text as XML holds it; what it cannot hold is shown in ASCII.
  private static func escaped(_ text: String) -> String {
    Printable.lines(text).reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
