/// Where a note stands: beside its point, or in free space with an arrow to it.
struct CalloutPlacement {
  private let block: TextBlock
  private let rect: Rect
  private let anchor: Label.Anchor
  /// From the text to the point, where there is an arrow.
  let arrow: [Point]
  private let backing: [DrawCommand]
  private let theme: Theme

  /// Finds the place of a note; nil where a panel has no room for its text.
  init?(_ callout: CalloutShape, in space: inout FreeSpace, measurer: any TextMeasurer) {
    let (panel, theme) = (space.panel, space.panel.theme)
    let blocks = [0.92, 0.8, 0.68].map { scale in
      TextBlock(
        callout.text, style: theme.style(theme.text, scale: scale),
        width: CalloutPlacement.width(in: panel), measurer: measurer)
    }
    guard let found = Self.found(callout, blocks, space) else { return nil }
    (block, rect, anchor, arrow) = (found.block, found.rect, found.anchor, found.arrow)
    let isCovering = space.covered(rect) > 0 || space.struck(rect) > 0
    backing = isCovering ? space.backing(rect.inset(by: -2)) : []
    self.theme = theme
    space.take(rect)
    if !arrow.isEmpty { space.take(arrow: arrow) }
  }

  /// How long a line may be: less than half of a panel, unless that is too little for words.
  private static func width(in panel: PlacedPanel) -> Double {
    let em = panel.theme.textSize
    return min(20 * em, max(0.45 * panel.rect.width, min(9 * em, 0.8 * panel.rect.width)))
  }

  /// The drawing commands of the text, and of its arrow.
  var commands: [DrawCommand] {
    (arrow.isEmpty ? [] : arrowCommands) + backing + block.commands(in: rect, anchor: anchor)
  }

  private var arrowCommands: [DrawCommand] {
    guard let start = arrow.first, let tip = arrow.last else { return [] }
    let em = theme.textSize
    let (dx, dy) = (tip.x - start.x, tip.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return [] }
    let (ux, uy) = (dx / length, dy / length)
    let (head, half) = (0.5 * em, 0.17 * em)
    let neck = Point(x: tip.x - ux * head, y: tip.y - uy * head)
    let stroke = Stroke(color: theme.text, width: 1.2 * theme.ruleWidth)
    let halo = Stroke(color: theme.halo, width: 3.5 * theme.ruleWidth)
    return [
      .stroke([[start, neck]], halo),
      .stroke([[start, neck]], stroke),
      .polygon(
        [
          tip, Point(x: neck.x - uy * half, y: neck.y + ux * half),
          Point(x: neck.x + uy * half, y: neck.y - ux * half),
        ], theme.text),
    ]
  }
}

// The search for a place.
extension CalloutPlacement {
  private typealias Found = (block: TextBlock, rect: Rect, anchor: Label.Anchor, arrow: [Point])

  /// The best place: the whole size before smaller ones, and free space before what covers curves.
  private static func found(_ callout: CalloutShape, _ blocks: [TextBlock], _ space: FreeSpace)
    -> Found?
  {
    if let block = blocks.first, let found = beside(callout, block, space) { return found }
    return blocks.lazy.compactMap { apart(callout, $0, space) }.first
      ?? blocks.lazy.compactMap { anywhere(callout, $0, space) }.first
  }

  /// Right beside the point, where the text covers nothing.
  private static func beside(_ callout: CalloutShape, _ block: TextBlock, _ space: FreeSpace)
    -> Found?
  {
    let em = space.panel.theme.textSize
    let (x, y, gap) = (callout.point.x, callout.point.y, 0.55 * em)
    let slant = 0.7 * gap
    let (left, right) = (x - gap - block.width, x + gap)
    let (above, below) = (y - gap - block.height, y + gap)
    let (center, level) = (x - block.width / 2, y - block.height / 2)
    let places: [(Double, Double, Label.Anchor)] = [
      (x + slant, y - slant - block.height, .start),
      (x - slant - block.width, y - slant - block.height, .end),
      (x + slant, y + slant, .start), (x - slant - block.width, y + slant, .end),
      (center, above, .middle), (center, below, .middle), (right, level, .start),
      (left, level, .end),
    ]
    let free = places.map { x, y, anchor in
      (rect: Rect(minX: x, minY: y, maxX: x + block.width, maxY: y + block.height), anchor: anchor)
    }.filter { space.allows($0.rect) && space.covered($0.rect) == 0 }
    let best = free.min { space.struck($0.rect) < space.struck($1.rect) }
    return best.map { (block, $0.rect, $0.anchor, []) }
  }

  /// In free space, as near as can be with an arrow that crosses few curves.
  private static func apart(_ callout: CalloutShape, _ block: TextBlock, _ space: FreeSpace)
    -> Found?
  {
    let em = space.panel.theme.textSize
    var best: (cost: Double, found: Found)?
    for rect in rects(around: callout.point, block, space) {
      let arrow = arrow(from: rect, to: callout, em)
      guard let start = arrow.first, let tip = arrow.last else { continue }
      let length = start.distance(to: tip)
      // All that follow are farther away.
      if let best, best.cost < length - 1.5 * em { break }
      guard space.allows(rect), space.covered(rect) == 0 else { continue }
      let crossed = Double(space.crossings(of: arrow))
      // An arrow too short for its head says less than one that is seen.
      let cost =
        length + 4 * em * crossed + 0.5 * space.struck(rect) + max(0, 2 * em - length) * 2
      if cost < best?.cost ?? .infinity { best = (cost, (block, rect, .middle, arrow)) }
    }
    return best?.found
  }

  /// Where it covers least, if it fits the panel at all.
  private static func anywhere(_ callout: CalloutShape, _ block: TextBlock, _ space: FreeSpace)
    -> Found?
  {
    let em = space.panel.theme.textSize
    let places = rects(around: callout.point, block, space).filter(space.allows)
    // Near its point a text over curves is read with it; an arrow through all of them is not.
    let costs = places.map { place in
      space.covered(place) + 0.1 * space.struck(place)
        + 2 * place.nearest(to: callout.point).distance(to: callout.point)
    }
    guard let best = places.indices.min(by: { costs[$0] < costs[$1] }) else { return nil }
    let arrow = arrow(from: places[best], to: callout, em)
    let isNear = (arrow.first.map { $0.distance(to: callout.point) } ?? 0) < 1.2 * em
    return (block, places[best], .middle, isNear ? [] : arrow)
  }

  /// Places all over the panel, the nearest first.
  private static func rects(around point: Point, _ block: TextBlock, _ space: FreeSpace) -> [Rect] {
    let em = space.panel.theme.textSize
    let room = space.panel.rect.inset(by: 0.4 * em)
    let (width, height) = (room.width - block.width, room.height - block.height)
    guard width >= 0, height >= 0 else { return [] }
    let (columns, rows) = (Int(min(48, width / em)), Int(min(40, height / (0.75 * em))))
    var rects: [(Rect, Double)] = []
    for column in 0...columns {
      for row in 0...rows {
        let x = room.minX + width * Double(column) / Double(max(1, columns))
        let y = room.minY + height * Double(row) / Double(max(1, rows))
        let rect = Rect(minX: x, minY: y, maxX: x + block.width, maxY: y + block.height)
        // Not over the point itself.
        guard !rect.inset(by: -0.5 * em).contains(point) else { continue }
        rects.append((rect, rect.nearest(to: point).distance(to: point)))
      }
    }
    return rects.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// From the edge of a text to a little before a point.
  private static func arrow(from rect: Rect, to callout: CalloutShape, _ em: Double) -> [Point] {
    let point = callout.point
    let room = rect.inset(by: -0.25 * em)
    let x = min(max(point.x, rect.minX + 0.15 * rect.width), rect.maxX - 0.15 * rect.width)
    let y = (rect.minY + rect.maxY) / 2
    let starts = [
      Point(x: x, y: room.minY), Point(x: x, y: room.maxY), Point(x: room.minX, y: y),
      Point(x: room.maxX, y: y),
    ]
    guard let start = starts.min(by: { $0.distance(to: point) < $1.distance(to: point) }) else {
      return []
    }
    let length = start.distance(to: point)
    let gap = min(0.3 * em, length / 2)
    guard length > 0 else { return [] }
    let ratio = (length - gap) / length
    return [
      start,
      Point(x: start.x + ratio * (point.x - start.x), y: start.y + ratio * (point.y - start.y)),
    ]
  }
}
