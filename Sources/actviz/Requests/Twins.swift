import Activations
import Analysis
import Figures

/// Curves of a panel that are equal all along, so that the upper ones would hide the lower.
struct Twins {
  /// The places of equal curves, groups of two and more.
  let groups: [[Int]]

  /// At how many places curves are compared.
  private static let count = 41
  /// What rounding makes of equal values, as a share of them.
  private static let tolerance = 1e-12

  /// Compares the curves of a panel over its x-domain.
  init(_ curves: [CurveRequest], over domain: ClosedRange<Double>) {
    guard curves.count > 1 else {
      groups = []
      return
    }
    // No round numbers, where functions meet that are not equal.
    let xs = Grid(domain, count: Self.count).points(1..<Self.count - 1).map { x in
      min(max(x + 0.00317 * (domain.upperBound / 2 - domain.lowerBound / 2), x), domain.upperBound)
    }
    var groups: [[Int]] = []
    var values: [[Double]] = []
    for (index, curve) in curves.enumerated() {
      values.append(curve.trace?.values(xs) ?? [])
      let group = groups.firstIndex { Self.areEqual(values[$0[0]], values[index]) }
      if let group { groups[group].append(index) } else { groups.append([index]) }
    }
    self.groups = groups.filter { $0.count > 1 }
  }

  /// Whether two columns hold the same values, and not only undefined ones.
  private static func areEqual(_ a: [Double], _ b: [Double]) -> Bool {
    guard a.count == b.count, a.contains(where: \.isFinite) else { return false }
    let size = a.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0
    return zip(a, b).allSatisfy { x, y in
      x == y || (x.isNaN && y.isNaN) || (x - y).magnitude <= tolerance * size
    }
  }

  /// Gives the upper ones of equal curves their turns, references left out.
  ///
  /// What has no name or the same colour as the lowest needs no turn: it would be dashes over a line that looks solid.
  func mark(_ curves: inout [Curve]) {
    for group in groups {
      var colors: [CurveStyle] = []
      let subjects = group.filter { index in
        guard curves[index].role == .subject, !curves[index].name.isEmpty else { return false }
        let color = curves[index].style?.color
        if let color, colors.contains(color) { return false }
        colors += [color].compactMap(\.self)
        return true
      }
      for (turn, index) in subjects.enumerated().dropFirst() {
        curves[index].style?.turn = CurveStyle.Turn(turn, of: subjects.count)
      }
    }
  }

  /// A sentence for each group.
  func warnings(_ names: [String], _ panel: String) -> [String] {
    groups.map { group in
      let names = group.map { names[$0] }
      let list = names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
      return "\(list) are one line under \(panel), drawn in turns."
    }
  }
}
