/// Arrows and hats of any length as lines of even width, in ems.
enum ArrowShape {
  /// Where an arrow has a head.
  enum Heads: Equatable {
    case left, right, both

    /// As a character.
    var character: String {
      switch self {
      case .left: "←"
      case .right: "→"
      case .both: "↔"
      }
    }
  }

  /// Half the height of an arrow's head.
  static let half = 0.16

  /// An arrow from the origin to the right.
  static func arrow(_ heads: Heads, length: Double) -> [[Point]] {
    let reach = min(0.2, length / 2)
    func head(_ tip: Double, _ back: Double) -> [Point] {
      [Point(x: back, y: -half), Point(x: tip, y: 0), Point(x: back, y: half)]
    }
    var lines = [[Point(x: 0, y: 0), Point(x: length, y: 0)]]
    if heads != .left { lines.append(head(length, length - reach)) }
    if heads != .right { lines.append(head(0, reach)) }
    return lines
  }

  /// A hat over a width, its feet at the height of the origin.
  static func hat(width: Double) -> [[Point]] {
    let height = min(0.14 + 0.03 * width, 0.24)
    return [[Point(x: 0, y: 0), Point(x: width / 2, y: -height), Point(x: width, y: 0)]]
  }

  /// A tilde over a width, its left end at the height of the origin.
  static func tilde(width: Double) -> [[Point]] {
    let height = min(0.09 + 0.02 * width, 0.14)
    return [
      BracketShape.curve(
        (0, 0), (0.35 * width, -2.6 * height), (0.65 * width, 1.6 * height), (width, -height))
    ]
  }
}
