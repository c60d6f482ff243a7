import Activations

extension Antiderivative {
  /// The ends, −1 and 1, towards which the integral has no bound, or none that could be found.
  var divergentEnds: [Double] {
    let infinite = report.infinite
    let isFinite = [
      left.isIntegrable && report.isSettled.left && infinite.left ?? 0 > -1,
      right.isIntegrable && report.isSettled.right && infinite.right ?? 0 < 1,
    ]
    return [-1, 1].enumerated().filter { !isFinite[$0.offset] }.map(\.element)
  }

  /// What kept the integral from being one to rounding.
  var diagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let infinite = [report.infinite.left, report.infinite.right].compactMap(\.self)
      .min { $0.magnitude < $1.magnitude }
    if let x = report.notANumber ?? infinite { diagnostics.append(.undefined(x: x)) }
    if let x = report.unresolved {
      diagnostics.append(.wave(from: x))
    } else if report.error > 1e-3 * report.magnitude {
      diagnostics.append(.divergentAround(report.worst))
    } else if report.error > 1e-13 * report.magnitude {
      diagnostics.append(.inexact(share: report.error / report.magnitude, x: report.worst))
    }
    return diagnostics
  }

  /// The limit of the integral from 0 at ±∞.
  func limit(at x: Double) -> Double {
    let tail = x < 0 ? left : right
    let finite = fromOrigin((x < 0 ? -1 : 1) * tail.start)
    return tail.isIntegrable ? finite + (x < 0 ? -1 : 1) * tail.total : x * tail.sign
  }
}
