import Foundation
import Testing

@testable import actviz

/// No picture lies: what is drawn is within half a pixel of what is true, and what is true of what is drawn.
///
/// Three hundred curves in windows whose truth is computed apart, in many digits: see Scripts/make-truth, and
/// Scripts/measure-trust for the same with 10,000 x a case.
@Suite struct TrustTests {
  /// In how many shares the cases are measured side by side.
  private static let shares = 6

  private static let environment = ProcessInfo.processInfo.environment

  @Test(
    "Every visible point of the curve has its line, and every point of the line its curve",
    arguments: 0..<shares)
  func pictures(share: Int) throws {
    var report = ""
    for item in try TrustCase.all(in: Self.environment["ACTVIZ_TRUTH"])
    where item.index % Self.shares == share {
      let faults = Self.faults(of: item)
      report += "measured \(item.index)\n"
      for fault in faults { report += Self.line(fault, item) }
      guard let worst = faults.first else { continue }
      Issue.record("\(Self.line(worst, item))")
    }
    if let path = Self.environment["ACTVIZ_TRUST_REPORT"] {
      try report.write(toFile: "\(path).\(share)", atomically: true, encoding: .utf8)
    }
  }

  private static func faults(of item: TrustCase) -> [Trust.Fault] {
    do {
      return try Trust(item).faults
    } catch {
      return [Trust.Fault(kind: .error, distance: .infinity, x: .nan, y: .nan)]
    }
  }

  /// A fault with what shows it.
  private static func line(_ fault: Trust.Fault, _ item: TrustCase) -> String {
    func text(_ value: Double) -> String { String(format: "%.2f", value) }
    let command = item.arguments.map { $0.contains(" ") || $0.contains("(") ? "'\($0)'" : $0 }
    return "\(item.index) \(item.kind): \(fault.kind.rawValue), \(text(fault.distance)) px off at "
      + "(\(text(fault.x)), \(text(fault.y))) px: \(command.joined(separator: " "))\n"
  }
}
