import Figures

/// Which colours a text may have, by the control sequences of ECMA-48 (SGR).
package enum TerminalColors: Sendable {
  /// None: characters alone.
  case none
  /// The cube and the greys of 256, which nearly all terminals know.
  case indexed
  /// 8 bits each of red, green and blue.
  case direct

  /// The parameters that choose a colour; `layer` is 38 for what is drawn, 48 for what lies beneath.
  func parameters(_ color: Color, layer: Int) -> String {
    let parts = [color.red, color.green, color.blue].map { part in
      part.isFinite ? Int((min(max(part, 0), 1) * 255).rounded()) : 0
    }
    switch self {
    case .none: return ""
    case .direct: return "\(layer);2;\(parts[0]);\(parts[1]);\(parts[2])"
    case .indexed: return "\(layer);5;\(Self.index(parts))"
    }
  }

  /// The levels of the cube of 6 × 6 × 6.
  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The nearest of the cube's colours and the 24 greys, by the squares of the differences.
  private static func index(_ parts: [Int]) -> Int {
    let steps = parts.map { part in
      levels.indices.min { abs(levels[$0] - part) < abs(levels[$1] - part) } ?? 0
    }
    let gray = min(max((parts.reduce(0, +) / 3 - 3) / 10, 0), 23)
    func distance(_ other: [Int]) -> Int {
      zip(parts, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let shade = Array(repeating: 8 + 10 * gray, count: 3)
    let isGray = distance(shade) < distance(steps.map { levels[$0] })
    return isGray ? 232 + gray : 16 + 36 * steps[0] + 6 * steps[1] + steps[2]
  }
}

extension Color {
  /// The colour, made lighter or darker until it is read on black and on white: a contrast of 3 with both.
  ///
  /// Nobody tells which of them a terminal has.
  var readable: Color {
    let legible = 0.1...0.3
    guard !legible.contains(luminance) else { return self }
    let isDark = luminance < legible.lowerBound
    let end = Color(isDark ? 0xffffff : 0x000000)
    // Luminance rises with the part: twelve halvings find it to a shade that nobody sees.
    var (low, high) = (0.0, 1.0)
    for _ in 0..<12 {
      let middle = (low + high) / 2
      let reached = mixed(with: end, part: middle).luminance
      if isDark ? reached < legible.lowerBound : reached > legible.upperBound {
        low = middle
      } else {
        high = middle
      }
    }
    return mixed(with: end, part: high)
  }
}
