/// Where there is room for text in a panel: what is there already, and what would be covered.
struct FreeSpace {
  /// The panel.
  let panel: PlacedPanel
  /// Where no text may stand: legends, other texts.
  private(set) var taken: [Rect]
  /// Arrows of notes.
  private(set) var arrows: [[Point]] = []

  /// The room of a panel, but for what is taken.
  init(_ panel: PlacedPanel, taken: [Rect]) {
    self.panel = panel
    self.taken = taken.filter { $0.touches(panel.rect) }
  }

  /// Whether a text may stand in a rectangle, over curves where it must.
  func allows(_ rect: Rect) -> Bool {
    panel.rect.inset(by: 0.25 * panel.theme.textSize).contains(rect)
      && !taken.contains(where: rect.touches)
      && !arrows.contains { Clipping.length(of: $0, in: rect) > 0 }
  }

  /// How much of curves and marks a text with some air around it would cover, in pixels.
  func covered(_ rect: Rect) -> Double {
    panel.shapes.covered(by: rect.inset(by: -0.3 * panel.theme.textSize))
  }

  /// How much of straight grey lines it would strike through.
  func struck(_ rect: Rect) -> Double {
    let rect = rect.inset(by: -0.1 * panel.theme.textSize)
    let zeros = panel.zeroLines.reduce(0) { $0 + Clipping.length(of: $1, in: rect) }
    return zeros + panel.shapes.guides.reduce(0) { $0 + $1.length(in: rect) }
  }

  /// What lets a text be read over lines: the background, and the zone in which it stands.
  func backing(_ rect: Rect) -> [DrawCommand] {
    let theme = panel.theme
    let zones = panel.shapes.zones.count {
      if case .area(let area) = $0.form { area.contains(rect) } else { false }
    }
    return [.fill(rect, theme.legendBackground)] + (0..<zones).map { _ in .fill(rect, theme.zone) }
  }

  /// Takes the room of a text.
  mutating func take(_ rect: Rect) {
    taken.append(rect.inset(by: -0.2 * panel.theme.textSize))
  }

  /// Whether a line to a text passes all other texts.
  func allows(leader: [Point]) -> Bool {
    !taken.contains { Clipping.length(of: leader, in: $0) > 0 }
  }

  /// Takes the room of an arrow.
  mutating func take(arrow: [Point]) {
    arrows.append(arrow)
  }
}

extension FreeSpace {
  /// How many curves and arrows a line crosses, and texts that count like five.
  func crossings(of line: [Point]) -> Int {
    let curves = panel.shapes.curves.reduce(0) { $0 + $1.crossings(of: line) }
    let texts = taken.count { Clipping.length(of: line, in: $0) > 0 }
    let others = arrows.count { Clipping.crossings(of: $0, line) > 0 }
    return curves + 5 * texts + 2 * others
  }
}
