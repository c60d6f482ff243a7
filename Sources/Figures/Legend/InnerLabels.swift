/// The names of a panel's curves inside it, each beside its curve where that is farthest from the others, with a
/// sample of its line.
struct InnerLabels {
  /// The drawing commands.
  private(set) var commands: [DrawCommand] = []
  /// Where the names stand.
  private(set) var covers: [Rect] = []

  // In ems of the text.
  private static let sample = 1.3
  private static let sampleGap = 0.3
  private static let offset = 0.35
  /// How many places along a curve are tried.
  private static let places = 60

  /// Whether the ends of a panel's curves are too close to be named there, each beside its own.
  static func suit(_ panel: PlacedPanel) -> Bool {
    let named = panel.shapes.curves.filter { !$0.name.isEmpty }
    let ends = named.compactMap { $0.end(in: panel.rect)?.y }.sorted()
    return zip(ends, ends.dropFirst()).contains { $1 - $0 < 0.8 * panel.theme.textSize }
  }

  /// Writes the names into a panel; nil where one of them finds no room beside its curve.
  ///
  /// - Parameter taken: where no name may stand, such as a legend.
  init?(_ panel: PlacedPanel, avoiding taken: [Rect], measurer: any TextMeasurer) {
    let theme = panel.theme
    let em = theme.textSize
    var space = FreeSpace(panel, taken: taken)
    let curves = panel.shapes.curves
    for (index, curve) in curves.enumerated() where !curve.name.isEmpty {
      let color = curve.isReference ? theme.mutedText : curve.stroke.color
      let line = TextLine(
        curve.name, style: theme.style(color, scale: 0.92), measurer: measurer)
      let lead = (InnerLabels.sample + InnerLabels.sampleGap) * em
      let height = Theme.capHeight * 0.92 * em + line.rise + line.drop
      let others = curves.indices.filter { $0 != index }.map { curves[$0] }
      guard
        let rect = InnerLabels.place(
          width: lead + line.width, height: height, beside: curve, others: others, in: space)
      else { return nil }
      space.take(rect)
      covers.append(rect)
      let baseline = rect.maxY - line.drop
      let middle = baseline - Theme.capHeight * 0.46 * em
      var stroke = curve.stroke
      stroke.cap = .butt
      commands.append(
        .stroke(
          [
            [
              Point(x: rect.minX, y: middle),
              Point(x: rect.minX + InnerLabels.sample * em, y: middle),
            ]
          ], stroke))
      commands += line.commands(at: Point(x: rect.minX + lead, y: baseline))
    }
  }

  /// Where a text stands beside its curve, covers none, and is farthest from the others.
  private static func place(
    width: Double, height: Double, beside curve: CurveShape, others: [CurveShape],
    in space: FreeSpace
  ) -> Rect? {
    let em = space.panel.theme.textSize
    let anchors = curve.points(in: space.panel.rect, count: places)
    var best: (room: Double, rect: Rect)?
    for anchor in anchors {
      for (x, y) in [
        (anchor.x - width - offset * em, anchor.y - height - offset * em),
        (anchor.x + offset * em, anchor.y + offset * em),
        (anchor.x + offset * em, anchor.y - height - offset * em),
        (anchor.x - width - offset * em, anchor.y + offset * em),
        (anchor.x - width / 2, anchor.y - height - 1.6 * offset * em),
        (anchor.x - width / 2, anchor.y + 1.6 * offset * em),
      ] {
        let rect = Rect(minX: x, minY: y, maxX: x + width, maxY: y + height)
        let zone = rect.inset(by: -0.2 * em)
        guard space.allows(rect), curve.length(in: zone) == 0,
          space.panel.shapes.rings.allSatisfy({ !zone.contains($0.center) })
        else { continue }
        let room = others.reduce(6 * em) { min($0, $1.distance(to: rect)) }
        // A name is read with the curve that is nearest.
        guard room > 1.6 * curve.distance(to: rect) + 0.2 * em else { continue }
        if room > best?.room ?? 0 { best = (room, rect) }
      }
    }
    return best?.rect
  }
}

extension CurveShape {
  /// So many points of the curve within a panel, evenly along its lines.
  fileprivate func points(in panel: Rect, count: Int) -> [Point] {
    let seen = lines.flatMap { Clipping.polyline($0, in: panel) }
    let steps = seen.flatMap { line in zip(line, line.dropFirst()) }
    let total = steps.reduce(0) { $0 + $1.0.distance(to: $1.1) }
    guard total > 0 else { return dots }
    var points: [Point] = []
    var (walked, next) = (0.0, total / Double(2 * count))
    for (a, b) in steps {
      let length = a.distance(to: b)
      while length > 0, next <= walked + length {
        let part = (next - walked) / length
        points.append(Point(x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part))
        next += total / Double(count)
      }
      walked += length
    }
    return points
  }

  /// The distance of the curve from a rectangle, in pixels.
  fileprivate func distance(to rect: Rect) -> Double {
    var least = dots.reduce(length(in: rect) > 0 ? 0 : .infinity) { least, dot in
      min(least, rect.nearest(to: dot).distance(to: dot))
    }
    let corners = [
      Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY),
      Point(x: rect.minX, y: rect.maxY), Point(x: rect.maxX, y: rect.maxY),
    ]
    for line in lines {
      for (a, b) in zip(line, line.dropFirst()) {
        least = min(least, rect.nearest(to: a).distance(to: a), rect.nearest(to: b).distance(to: b))
        // Of a long straight stretch no point may be near.
        guard a.distance(to: b) > 8 else { continue }
        for corner in corners { least = min(least, corner.distance(toLineFrom: a, to: b)) }
      }
    }
    return least
  }
}

extension Point {
  /// The distance from the nearest point of a straight line between two others.
  fileprivate func distance(toLineFrom a: Point, to b: Point) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return distance(to: a) }
    let part = min(1, max(0, ((x - a.x) * dx + (y - a.y) * dy) / square))
    return distance(to: Point(x: a.x + part * dx, y: a.y + part * dy))
  }
}
