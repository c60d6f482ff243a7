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
  /// Of one colour they look like the lowest, whatever their dashes, and so are drawn as it is; a curve without a name
  /// needs not be seen.
  func mark(_ curves: inout [Curve]) {
    for group in groups {
      let subjects = group.filter { curves[$0].role == .subject }
      var shown: [Int] = []
      for index in subjects {
        let color = curves[index].style?.color
        if let lower = subjects.first(where: { $0 < index && curves[$0].style?.color == color }) {
          curves[index].style = curves[lower].style
        } else if !curves[index].name.isEmpty {
          shown.append(index)
        }
      }
      for (turn, index) in shown.enumerated().dropFirst() {
        curves[index].style?.turn = CurveStyle.Turn(turn, of: shown.count)
      }
    }
  }

  /// A sentence for each group.
  func warnings(_ names: [String], _ panel: String) -> [String] {
    groups.map { $0.map { names[$0] }.filter { !$0.isEmpty } }.filter { $0.count > 1 }.map {
      names in
      let list = names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
      return "\(list) are one line under \(panel), drawn in turns."
    }
  }
}
