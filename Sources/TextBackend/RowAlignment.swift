import Figures

/// Moves a drawing by a part of a row, so that the numbers below an axis never stand in the axis' own row.
enum RowAlignment {
  /// How far below an axis, in rows, the numbers at its ticks have their middle.
  private static let gap = 0.7

  /// How far down to move the commands, in pixels: less than a row, and as little as does.
  static func shift(of commands: [DrawCommand]) -> Double {
    let axes = commands.compactMap(lowerEdge)
    let steps = 16
    let shifts = (0..<steps).map { Double($0) / Double(steps) * Cells.height }
    return shifts.min { collisions(axes, $0) < collisions(axes, $1) } ?? 0
  }

  /// How many axes would share their row with their numbers.
  private static func collisions(_ axes: [Double], _ shift: Double) -> Int {
    axes.count { axis in
      let place = (axis + shift) / Cells.height
      return (place + gap).rounded(.down) == place.rounded(.down)
    }
  }

  /// Where the x-axis is of a panel that a command begins; nil for others.
  private static func lowerEdge(of command: DrawCommand) -> Double? {
    if case .pushPart(.plot(let place)) = command { return place.frame.maxY }
    if case .image(_, let rect) = command { return rect.maxY }
    return nil
  }
}

extension DrawCommand {
  /// The command, so many pixels lower.
  func moved(down distance: Double) -> DrawCommand {
    func moved(_ points: [Point]) -> [Point] {
      points.map { Point(x: $0.x, y: $0.y + distance) }
    }
    func moved(_ rect: Rect) -> Rect {
      Rect(
        minX: rect.minX, minY: rect.minY + distance, maxX: rect.maxX, maxY: rect.maxY + distance)
    }
    switch self {
    case .fill(let rect, let color): return .fill(moved(rect), color)
    case .polygon(let corners, let color): return .polygon(moved(corners), color)
    case .stroke(let lines, let stroke): return .stroke(lines.map(moved), stroke)
    case .image(let raster, let rect): return .image(raster, moved(rect))
    case .pushClip(let rect): return .pushClip(moved(rect))
    case .text(var label):
      label.position.y += distance
      return .text(label)
    case .popClip, .pushGroup, .popGroup, .pushPart, .popPart: return self
    }
  }
}
