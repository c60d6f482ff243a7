import Activations

/// Values written on their lines: where a line is straight, has room, and no other line or label comes near.
struct LevelLabels {
  /// A label on its line.
  struct Placed {
    let box: TurnedRect
    let text: String
    /// The number of its level and of its piece of the level's lines.
    let owner: (level: Int, piece: Int)
    /// The stretch of the piece that it takes.
    let gap: ClosedRange<Double>
  }

  /// The labels that found a place.
  private(set) var placed: [Placed] = []
  private let levels: [[ArcPath]]
  private let hash: SegmentHash
  private let panel: Rect
  private let style: TextStyle
  private let measurer: any TextMeasurer

  /// How far the middle of a label's stretch may leave the straight line between its ends, in ems.
  private static let mostBend = 0.12
  /// What stays free around a label, in ems.
  private static let margin = 0.28
  /// What stays free before and behind a label, in ems: more, as a line is drawn there that is no minus sign.
  private static let endMargin = 0.42
  /// How much of a line is wanted on both sides of a label, in lengths of the label.
  private static let wantedRest = 1.2

  /// Places texts on the lines of levels, one a piece that is long enough.
  init(
    _ levels: [[ArcPath]], texts: [String], in panel: Rect, style: TextStyle,
    measurer: any TextMeasurer
  ) {
    (self.levels, self.panel, self.style, self.measurer) = (levels, panel, style, measurer)
    hash = SegmentHash(levels, in: panel, cell: 1.5 * style.size)
    for (level, pieces) in levels.enumerated() {
      let width = measurer.measure(texts[level], style: style).width
      let order = pieces.indices.sorted { (-pieces[$0].length, $0) < (-pieces[$1].length, $1) }
      for piece in order {
        guard let label = best(level, piece, texts[level], width: width) else { continue }
        placed.append(label)
      }
    }
  }

  /// The best place on a piece; nil where there is none.
  private func best(_ level: Int, _ piece: Int, _ text: String, width: Double) -> Placed? {
    let path = levels[level][piece]
    let length = width + 2 * Self.endMargin * style.size
    // A line of which the label leaves too little is no line any more.
    guard path.length > 2.5 * length else { return nil }
    let first = path.isClosed ? length / 2 : 0.5 * style.size + length / 2
    let room = path.length - 2 * first
    let count = min(96, max(2, Int(room / (0.6 * style.size))))
    var best: (cost: Double, label: Placed)?
    for index in 0...count {
      let place = first + room * Double(index) / Double(count)
      guard let (box, bend) = box(on: path, at: place, length: length) else { continue }
      let rest = path.isClosed ? .infinity : min(place, path.length - place) - length / 2
      let stub = max(0, 1 - rest / (Self.wantedRest * length))
      let cost =
        cost(of: box, bend: bend, level: level) + 0.6 * stub
        + 6 * bending(of: path, around: place, length: 1.6 * length)
      guard cost < best?.cost ?? .infinity,
        isFree(box, level, piece, place, length, around: 0)
      else { continue }
      // Right beside a crossing the line would seem to end.
      let near = isFree(box, level, piece, place, length, around: 1.3 * style.size) ? 0 : 0.5
      guard cost + near < best?.cost ?? .infinity else { continue }
      best = (
        cost + near,
        Placed(
          box: box, text: text, owner: (level, piece),
          gap: place - length / 2...place + length / 2)
      )
    }
    return best?.label
  }

  /// The box of a label around a place of a line, and how far the line bends there in ems; nil where it bends too much
  /// or the box leaves the panel.
  private func box(on path: ArcPath, at place: Double, length: Double) -> (TurnedRect, Double)? {
    let (start, end) = (
      path.point(at: place - length / 2), path.point(at: place + length / 2)
    )
    let chord = start.distance(to: end)
    guard chord > 0.9 * length else { return nil }
    var direction = Point(x: (end.x - start.x) / chord, y: (end.y - start.y) / chord)
    // Upright, and read upwards where the line is nearly so.
    if abs(direction.x) <= 0.12 ? direction.y > 0 : direction.x < 0 {
      direction = Point(x: -direction.x, y: -direction.y)
    }
    let middle = Point(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
    let chordBox = TurnedRect(
      center: middle, direction: direction, halfWidth: length / 2, halfHeight: 0)
    let offsets = [-0.25, 0, 0.25].map { chordBox.seen(path.point(at: place + $0 * length)).y }
    let bend = (offsets.map(abs).max() ?? 0) / style.size
    guard bend <= Self.mostBend else { return nil }
    // Half of the bend is made up for by moving the text into it.
    let shift = offsets[1] / 2
    let box = TurnedRect(
      center: Point(x: middle.x - shift * direction.y, y: middle.y + shift * direction.x),
      direction: direction, halfWidth: length / 2,
      halfHeight: (Theme.capHeight / 2 + Self.margin) * style.size)
    return panel.inset(by: 0.25 * style.size).contains(box.bounds) ? (box, bend) : nil
  }

  /// How much shorter than a stretch of a line the way between its ends is, as a part of it: near a corner a label would
  /// take the line that leads to it.
  private func bending(of path: ArcPath, around place: Double, length: Double) -> Double {
    let (start, end) = (max(0, place - length / 2), min(path.length, place + length / 2))
    return 1 - path.point(at: start).distance(to: path.point(at: end)) / (end - start)
  }

  /// What speaks against a place: bends, slopes, and that it lies far from the label of the level before.
  private func cost(of box: TurnedRect, bend: Double, level: Int) -> Double {
    let slope = abs(box.direction.y)
    let before = placed.filter { $0.owner.level == level - 1 }.map {
      $0.box.center.distance(to: box.center)
    }.min()
    let far = (before ?? 0) / max(panel.width, panel.height)
    return 4 * bend + 0.8 * slope + 1.2 * far
  }

  private func isFree(
    _ box: TurnedRect, _ level: Int, _ piece: Int, _ place: Double, _ length: Double,
    around room: Double
  ) -> Bool {
    let wide = TurnedRect(
      center: box.center, direction: box.direction, halfWidth: box.halfWidth + 0.5 * style.size,
      halfHeight: box.halfHeight)
    guard !placed.contains(where: { $0.box.meets(wide) }) else { return false }
    let zone = TurnedRect(
      center: box.center, direction: box.direction, halfWidth: box.halfWidth + room,
      halfHeight: box.halfHeight)
    return !hash.hasSegment(in: zone) { segment in
      segment.level == level && segment.piece == piece
        && abs(segment.place - place) <= length / 2 + room + segment.length
    }
  }

  /// The drawing commands of the texts in the colours of their levels.
  func commands(_ colors: [Color]) -> [DrawCommand] {
    placed.map { label in
      var style = style
      style.color = colors[label.owner.level]
      let down = Theme.capHeight / 2 * style.size
      let (center, direction) = (label.box.center, label.box.direction)
      return .text(
        Label(
          label.text, at: Point(x: center.x - down * direction.y, y: center.y + down * direction.x),
          anchor: .middle, style: style,
          rotation: Libm.atan2(direction.y, direction.x) * 180 / .pi))
    }
  }

  /// What is left of a level's lines beside its labels.
  func lines(of level: Int) -> [[Point]] {
    levels[level].enumerated().flatMap { piece, path in
      path.without(
        placed.filter { $0.owner == (level, piece) }.map(\.gap).sorted {
          $0.lowerBound < $1.lowerBound
        })
    }
  }
}
