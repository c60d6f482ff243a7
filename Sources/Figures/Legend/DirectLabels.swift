/// The names of a panel's curves at its right, each as near to the end of its curve as the others let it be.
struct DirectLabels {
  /// The drawing commands: names in the curves' colours, and leaders to those that moved far.
  let commands: [DrawCommand]

  // In ems of the text.
  private static let gap = 0.35
  private static let leader = 1.1
  private static let pitch = 1.2
  /// The part of a panel's share of the image that its names may take.
  private static let largestShare = 0.35

  /// A curve's end with what is written there.
  private struct Name {
    /// The name, cut to fit.
    let line: TextLine
    /// Where the curve ends, in pixels.
    let end: Point
    /// The stroke of a leader.
    let stroke: Stroke
    /// How wide the curve is.
    let curveWidth: Double
  }

  /// What tells two names apart: curves that look alike and are called alike are named once.
  private struct Identity: Hashable {
    let name: String
    let stroke: Stroke
  }

  /// The width that the names of all panels need at the right of each; nil where none has a name.
  static func width(_ layout: Layout) -> Double? {
    let em = layout.theme.textSize
    let style = layout.theme.style(layout.theme.text)
    let names = Set(layout.scene.panels.flatMap(\.curves).map(\.label))
    let widest =
      names.map { TextLine($0, style: style, measurer: layout.measurer).width }.max() ?? 0
    guard widest > 0 else { return nil }
    let share = largestShare * layout.scene.size.width / Double(layout.scene.arrangement.columns)
    return (min(widest, share) + (gap + leader + gap) * em).rounded(.up)
  }

  /// Writes the names into the room at the right of a panel; nil where they are too many for its height, or where
  /// curves end in one point, so that nobody could tell which leader leads to which.
  init?(_ panel: PlacedPanel, width: Double, measurer: any TextMeasurer) {
    let theme = panel.theme
    let em = theme.textSize
    let left = panel.rect.maxX + (DirectLabels.gap + DirectLabels.leader) * em
    let room = width - (DirectLabels.gap + DirectLabels.leader) * em
    let names = DirectLabels.names(of: panel, room: room, measurer: measurer)
      .sorted { DirectLabels.isAbove($0.end, $1.end, in: panel.rect) }
    guard DirectLabels.areApart(names) else { return nil }
    let growth = (
      rise: names.map(\.line.rise).max() ?? 0, drop: names.map(\.line.drop).max() ?? 0
    )
    let pitch = DirectLabels.pitch * em + growth.rise + growth.drop
    guard Double(names.count) * pitch <= panel.rect.height + em else { return nil }
    let half = (DirectLabels.pitch / 2 - 0.1) * em
    let highest = panel.rect.minY - em / 2 + half + growth.rise
    let lowest = panel.rect.maxY + em / 2 - half - growth.drop
    let places = DirectLabels.apart(names.map(\.end.y), by: pitch, in: highest...lowest)
    let areNear = zip(names, places).allSatisfy { name, y in
      abs(y - name.end.y) < em / 2 || name.end.x < panel.rect.maxX - em
    }
    commands = zip(names, places).flatMap { name, y -> [DrawCommand] in
      let start = areNear ? panel.rect.maxX + DirectLabels.gap * em : left
      let text = name.line.commands(at: Point(x: start, y: y + Theme.capHeight / 2 * em))
      // A leader along the edge through which a curve leaves would tell nothing.
      guard !areNear, name.end.x > panel.rect.maxX - em else { return text }
      let corner = Point(x: panel.rect.maxX + 0.2 * em, y: name.end.y)
      let tip = Point(x: left - 0.2 * em, y: y)
      return [.stroke([[name.end, corner, tip]], name.stroke)] + text
    }
  }

  /// Whether the curves' ends can be told from one another.
  private static func areApart(_ names: [Name]) -> Bool {
    zip(names, names.dropFirst()).allSatisfy { one, next in
      one.end.distance(to: next.end) > one.curveWidth
    }
  }

  /// Which of two curves is named first; of those that leave through an edge the one farther from the corner.
  private static func isAbove(_ a: Point, _ b: Point, in panel: Rect) -> Bool {
    if abs(a.y - b.y) > 0.5 || abs(a.x - b.x) < 1 { return a.y < b.y }
    return a.y < (panel.minY + panel.maxY) / 2 ? a.x < b.x : a.x > b.x
  }

  /// The names of the curves that end in the panel, cut where they must be.
  private static func names(of panel: PlacedPanel, room: Double, measurer: any TextMeasurer)
    -> [Name]
  {
    let theme = panel.theme
    var seen: Set<Identity> = []
    return panel.shapes.curves.compactMap { curve in
      guard !curve.name.isEmpty, let end = curve.end(in: panel.rect) else { return nil }
      let color = curve.isReference ? theme.mutedText : curve.stroke.color
      let style = theme.style(color)
      let line = TextLine(
        curve.name, style: style, width: room, cut: .middle, measurer: measurer)
      let identity = Identity(name: curve.name, stroke: curve.stroke)
      guard !line.isEmpty, seen.insert(identity).inserted else { return nil }
      return Name(
        line: line, end: end, stroke: Stroke(color: curve.stroke.color, width: theme.ruleWidth),
        curveWidth: curve.stroke.width)
    }
  }

  /// Places near the wanted ones, which rise, at least `pitch` apart: groups that touch stand around their mean.
  static func apart(
    _ wanted: [Double], by pitch: Double, in bounds: ClosedRange<Double>
  ) -> [Double] {
    // With i·pitch taken off, places apart are places that do not fall: a regression by pooling.
    var pools: [(sum: Double, count: Int)] = []
    for (index, place) in wanted.enumerated() {
      pools.append((place - Double(index) * pitch, 1))
      while pools.count > 1 {
        let (a, b) = (pools[pools.count - 2], pools[pools.count - 1])
        guard a.sum / Double(a.count) > b.sum / Double(b.count) else { break }
        pools.removeLast(2)
        pools.append((a.sum + b.sum, a.count + b.count))
      }
    }
    let highest = max(
      bounds.lowerBound, bounds.upperBound - Double(max(0, wanted.count - 1)) * pitch)
    let bases = pools.flatMap { pool in
      Array(repeating: pool.sum / Double(pool.count), count: pool.count)
    }
    return bases.enumerated().map { index, base in
      min(max(base, bounds.lowerBound), highest) + Double(index) * pitch
    }
  }
}
