/// What marked points are, written beside them: for a few points, whose texts find room that covers nothing.
struct MarkLabels {
  /// The drawing commands.
  private(set) var commands: [DrawCommand] = []
  /// Where the texts stand.
  private(set) var covers: [Rect] = []

  /// More points of a panel than these are a crowd, which a numbered list serves better.
  private static let most = 6
  /// The size of the texts, relative to that of names.
  private static let scale = 0.85

  /// Whether a scene has marks, and few enough in every panel to be written beside their points.
  static func suit(_ scene: Scene) -> Bool {
    scene.panels.contains { !$0.marks.isEmpty }
      && scene.panels.allSatisfy { $0.marks.count <= most && $0.unmarkedCount == 0 }
  }

  /// How much is written.
  enum Length {
    /// What each point is and where it lies.
    case whole
    /// Where it lies alone.
    case short
    /// The same, of as many points as there is room for.
    case fewer
  }

  /// Writes the texts of a panel's marks; nil where one of them finds no room, unless some may be left out.
  ///
  /// - Parameter taken: where no text may stand, such as a legend.
  init?(
    _ panel: PlacedPanel, _ length: Length, avoiding taken: [Rect], measurer: any TextMeasurer
  ) {
    var space = FreeSpace(panel, taken: taken)
    for (index, ring) in panel.shapes.rings.enumerated() {
      let name = ring.mark.name
      // Equal curves have their marks at one point, of which it is said once.
      let isSaid = panel.shapes.rings[..<index].contains {
        $0.mark.name == name && $0.center.distance(to: ring.center) < 1
      }
      if isSaid { continue }
      let text =
        length == .whole ? name : String(name[(name.firstIndex(of: "(") ?? name.startIndex)...])
      let blocks = [1.0, 0.45].map { width in
        TextBlock(
          text, style: panel.theme.style(ring.color, scale: MarkLabels.scale),
          width: width * panel.rect.width, measurer: measurer)
      }
      let found = blocks.lazy.compactMap { block in
        MarkLabels.place(of: block, beside: ring, in: space).map { (block, $0) }
      }.first
      guard let (block, place) = found else {
        if length == .fewer { continue }
        return nil
      }
      space.take(place.rect)
      space.take(arrow: [ring.center, place.rect.nearest(to: ring.center)])
      covers.append(place.rect)
      commands += MarkLabels.leader(from: ring, to: place.rect, panel.theme)
      commands += block.commands(in: place.rect, anchor: place.anchor)
    }
  }

  /// A thin line from a ring to a text that does not stand right beside it.
  private static func leader(from ring: Ring, to rect: Rect, _ theme: Theme) -> [DrawCommand] {
    let end = rect.inset(by: -0.15 * theme.textSize).nearest(to: ring.center)
    let length = end.distance(to: ring.center)
    let start = 2.8 * theme.curveWidth
    guard length > start + 0.5 * theme.textSize else { return [] }
    let part = start / length
    let edge = Point(
      x: ring.center.x + (end.x - ring.center.x) * part,
      y: ring.center.y + (end.y - ring.center.y) * part)
    return [.stroke([[edge, end]], theme.rule(ring.color))]
  }

  /// The nearest place around a ring where a text covers no curve, no other ring and no text.
  private static func place(of block: TextBlock, beside ring: Ring, in space: FreeSpace)
    -> (rect: Rect, anchor: Label.Anchor)?
  {
    let theme = space.panel.theme
    let em = theme.textSize
    let (x, y) = (ring.center.x, ring.center.y)
    let (width, height) = (block.width, block.height)
    var struck: (rect: Rect, anchor: Label.Anchor)?
    for gap in [0.3, 0.8, 1.4, 2.1, 2.9].map({ 2.8 * theme.curveWidth + $0 * em }) {
      let slant = 0.7 * gap
      let places: [(Double, Double, Label.Anchor)] = [
        (x - width / 2, y + gap, .middle), (x - width / 2, y - gap - height, .middle),
        (x + slant, y + slant, .start), (x - slant - width, y + slant, .end),
        (x - slant - width, y - slant - height, .end), (x + slant, y - slant - height, .start),
        (x + gap, y - height / 2, .start), (x - gap - width, y - height / 2, .end),
      ]
      for (left, top, anchor) in places {
        let rect = Rect(minX: left, minY: top, maxX: left + width, maxY: top + height)
        let zone = rect.inset(by: -0.25 * em)
        let isFree =
          space.allows(rect) && space.panel.shapes.curves.allSatisfy { $0.length(in: zone) == 0 }
          && space.panel.shapes.rings.allSatisfy { !zone.contains($0.center) }
          && space.panel.shapes.jumps.allSatisfy { !$0.dots.contains { zone.contains($0.center) } }
          && space.allows(leader: [ring.center, rect.nearest(to: ring.center)])
        guard isFree else { continue }
        if space.struck(rect) == 0 { return (rect, anchor) }
        // An axis through a text is the lesser evil.
        struck = struck ?? (rect, anchor)
      }
    }
    return struck
  }
}
