import Activations
import Analysis
import Figures

/// Curves of a panel that lie over one another all along, so that the upper ones would hide the lower.
struct Twins {
  /// The places of equal curves, groups of two and more.
  let groups: [[Int]]

  /// Farther apart than this two lines are two, in pixels of a panel of 1600 by 1000.
  private static let tolerance = 0.5

  /// Compares the curves of a panel on its axes.
  init(_ curves: [Curve], x: Scene.Axis, y: Scene.Axis) {
    let horizontal = Scale(domain: x.domain, start: 0, end: 1600, kind: x.scale)
    let vertical = Scale(domain: y.domain, start: 0, end: 1000, kind: y.scale)
    let lines = curves.map { curve in
      curve.segments.joined().map {
        Point(x: horizontal.position($0.x), y: vertical.position($0.y))
      }
    }
    var groups: [[Int]] = []
    for index in curves.indices where !lines[index].isEmpty {
      let group = groups.firstIndex { group in
        let other = group[0]
        return curves[other].fills == curves[index].fills
          && Self.isNear(lines[index], to: lines[other])
          && Self.isNear(lines[other], to: lines[index])
      }
      if let group { groups[group].append(index) } else { groups.append([index]) }
    }
    self.groups = groups.filter { $0.count > 1 }
  }

  /// Gives the upper ones of equal curves their turns, references left out.
  func mark(_ curves: inout [Curve]) {
    for group in groups {
      let subjects = group.filter { curves[$0].role == .subject }
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

  /// Whether all points of a line lie on another.
  private static func isNear(_ points: [Point], to line: [Point]) -> Bool {
    var place = 0
    return points.allSatisfy { point in
      while place + 1 < line.count, line[place].x < point.x { place += 1 }
      let chords = max(0, place - 2)..<max(1, min(place + 2, line.count - 1))
      return chords.contains { index in
        let end = line[min(index + 1, line.count - 1)]
        return point.distance(fromChord: line[index], end) <= tolerance
      }
    }
  }
}
