extension GuideShape {
  /// What stands beside the lines of a panel, and in its zones, each where it covers least.
  static func texts(in space: inout FreeSpace, measurer: any TextMeasurer) -> [DrawCommand] {
    let panel = space.panel
    var commands: [DrawCommand] = []
    for guide in panel.shapes.zones + panel.shapes.guides where !guide.text.isEmpty {
      let style = panel.theme.style(panel.theme.mutedText, scale: 0.9)
      let block = TextBlock(
        guide.text, style: style, width: 0.45 * panel.rect.width, measurer: measurer)
      let places = guide.places(block, in: panel.rect, gap: 0.35 * style.size)
        .filter(space.allows)
      let costs = places.enumerated().map { index, place in
        10 * space.covered(place) + space.struck(place) + Double(index)
      }
      guard let best = places.indices.min(by: { costs[$0] < costs[$1] }) else { continue }
      let place = places[best]
      if space.covered(place) > 0 || space.struck(place) > 0 {
        commands += space.backing(place.inset(by: -1))
      }
      commands += block.commands(in: place, anchor: .start)
      space.take(place)
    }
    return commands
  }

  /// The places for a text, the usual ones first.
  private func places(_ block: TextBlock, in panel: Rect, gap: Double) -> [Rect] {
    let inner = panel.inset(by: 1.2 * gap)
    let (right, bottom) = (inner.maxX - block.width, inner.maxY - block.height)
    var corners: [(Double, Double)]
    switch form {
    case .line(let points) where points.first?.y != points.last?.y && axis == .y:
      corners = GuideShape.corners(along: points, block, gap: gap)
    case .line(let points) where axis == .y:
      let start = points.first ?? Point(x: inner.minX, y: inner.minY)
      let (above, below) = (start.y - gap - block.height, start.y + gap)
      let middle = (inner.minX + right) / 2
      corners = [
        (right, above), (right, below), (inner.minX, above), (inner.minX, below), (middle, above),
        (middle, below),
      ]
    case .line(let points):
      let start = points.first ?? Point(x: inner.minX, y: inner.minY)
      let (before, behind) = (start.x - gap - block.width, start.x + gap)
      let middle = (inner.minY + bottom) / 2
      corners = [
        (behind, inner.minY), (before, inner.minY), (behind, bottom), (before, bottom),
        (behind, middle), (before, middle),
      ]
    case .area(let area):
      // A narrow zone's text reaches beyond it, but not out of the panel.
      let center = min(max((area.minX + area.maxX - block.width) / 2, inner.minX), right)
      let level = min(max((area.minY + area.maxY - block.height) / 2, inner.minY), bottom)
      let top = max(area.minY + gap, inner.minY)
      let low = min(area.maxY - gap - block.height, bottom)
      corners =
        axis == .x
        ? [
          (center, inner.minY), (center, bottom), (area.minX + gap, inner.minY),
          (area.maxX - gap - block.width, inner.minY), (center, level),
        ]
        : [(right, level), (inner.minX, level), (right, top), (inner.minX, top), (right, low)]
    }
    return corners.map {
      Rect(minX: $0.0, minY: $0.1, maxX: $0.0 + block.width, maxY: $0.1 + block.height)
    }
  }

  /// The upper left corners of texts on both sides of a sloping line, from its right end to its left one.
  private static func corners(along points: [Point], _ block: TextBlock, gap: Double)
    -> [(Double, Double)]
  {
    guard let first = points.first, let last = points.last else { return [] }
    let rises = last.y < first.y
    return [0.92, 0.8, 0.65, 0.5, 0.35, 0.2, 0.08].flatMap { part -> [(Double, Double)] in
      let place = part * Double(points.count - 1)
      let (a, b) = (points[Int(place)], points[min(Int(place) + 1, points.count - 1)])
      let rest = place - place.rounded(.down)
      let (x, y) = (a.x + rest * (b.x - a.x), a.y + rest * (b.y - a.y))
      let (above, below) = (y - gap - block.height, y + gap)
      let (before, behind) = (x - gap - block.width, x + gap)
      return rises ? [(behind, below), (before, above)] : [(behind, above), (before, below)]
    }
  }
}
