/// A colour bar on the canvas: the colours of a scale from end to end, ticks at its levels, and its name.
struct ColorBarShape {
  /// In which direction it runs.
  enum Direction {
    case upward, rightward
  }

  private let field: Figure.Field
  private let direction: Direction
  private let theme: Theme
  private let measurer: any TextMeasurer

  /// How thick a bar is, in ems.
  private static let thickness = 0.75
  /// From a panel to its bar, in ems.
  static let gap = 0.8
  /// The length of an end that stands for values beyond, in ems.
  private static let endLength = 0.65

  init(_ field: Figure.Field, _ direction: Direction, theme: Theme, measurer: any TextMeasurer) {
    (self.field, self.direction) = (field, direction)
    (self.theme, self.measurer) = (theme, measurer)
  }

  private var em: Double { theme.textSize }

  private func line(_ text: String) -> TextLine {
    TextLine(text, style: theme.tickStyle, measurer: measurer)
  }

  /// Its name, and what its numbers have in common.
  private var heading: TextLine {
    let parts = [field.name, field.scale.note ?? ""].filter { !$0.isEmpty }
    return TextLine(
      parts.joined(separator: "  "), style: theme.style(theme.text), measurer: measurer)
  }

  /// What it takes beside a panel, at the panel's right or below its axis, in pixels.
  var breadth: Double {
    let ticks = (PlacedPanel.tickLength + PlacedPanel.labelGap) * em
    switch direction {
    case .upward:
      let widest = field.scale.texts.map { line($0).width }.max() ?? 0
      let bar = Self.thickness * em + ticks + widest
      return (Self.gap * em + max(bar, heading.width)).rounded(.up)
    case .rightward:
      return (Self.gap + Self.thickness) * em + ticks + Theme.capHeight * em
    }
  }

  /// The drawing commands of a bar whose colours fill a rectangle.
  func commands(in rect: Rect) -> [DrawCommand] {
    let colors = FieldColors(field.scale, theme: theme)
    let body = body(of: rect)
    return colorCommands(colors, in: rect, body) + tickCommands(body) + headingCommands(rect)
  }

  /// The part of a bar that is no end.
  private func body(of rect: Rect) -> Rect {
    let length = Self.endLength * em
    let (below, above) = (
      field.scale.exceedsBelow ? length : 0, field.scale.exceedsAbove ? length : 0
    )
    var body = rect
    switch direction {
    case .upward:
      body.minY += above
      body.maxY -= below
    case .rightward:
      body.minX += below
      body.maxX -= above
    }
    return body
  }

  private func colorCommands(_ colors: FieldColors, in rect: Rect, _ body: Rect) -> [DrawCommand] {
    let rising = (0..<FieldColors.count).map { UInt8($0) }
    let raster =
      switch direction {
      case .upward:
        Raster(
          columns: 1, rows: rising.count, cells: rising.reversed(), colors: colors.table,
          isSmooth: false)
      case .rightward:
        Raster(
          columns: rising.count, rows: 1, cells: rising, colors: colors.table, isSmooth: false)
      }
    var commands = raster.map { [DrawCommand.image($0, body)] } ?? []
    if field.scale.exceedsAbove, let color = colors.table.last {
      let tip =
        direction == .upward
        ? [body.minX, body.minY, body.maxX, body.minY, (body.minX + body.maxX) / 2, rect.minY]
        : [body.maxX, body.minY, body.maxX, body.maxY, rect.maxX, (body.minY + body.maxY) / 2]
      commands.append(.polygon(corners(tip), color))
    }
    if field.scale.exceedsBelow, let color = colors.table.first {
      let tip =
        direction == .upward
        ? [body.minX, body.maxY, body.maxX, body.maxY, (body.minX + body.maxX) / 2, rect.maxY]
        : [body.minX, body.minY, body.minX, body.maxY, rect.minX, (body.minY + body.maxY) / 2]
      commands.append(.polygon(corners(tip), color))
    }
    return commands + (colors.needFrame ? [outline(of: rect, body)] : [])
  }

  /// A thin line around it, where its colours would run into the page.
  private func outline(of rect: Rect, _ body: Rect) -> DrawCommand {
    let numbers: [Double]
    switch direction {
    case .upward:
      let middle = (body.minX + body.maxX) / 2
      numbers = [
        body.minX, body.minY, middle, rect.minY, body.maxX, body.minY, body.maxX, body.maxY, middle,
        rect.maxY, body.minX, body.maxY, body.minX, body.minY,
      ]
    case .rightward:
      let middle = (body.minY + body.maxY) / 2
      numbers = [
        body.minX, body.minY, body.maxX, body.minY, rect.maxX, middle, body.maxX, body.maxY,
        body.minX, body.maxY, rect.minX, middle, body.minX, body.minY,
      ]
    }
    return .stroke([corners(numbers)], theme.rule(theme.frame))
  }

  private func corners(_ numbers: [Double]) -> [Point] {
    stride(from: 0, to: numbers.count - 1, by: 2).map {
      Point(x: numbers[$0], y: numbers[$0 + 1])
    }
  }

  /// Ticks at the levels, with as many of their labels as stand apart.
  private func tickCommands(_ body: Rect) -> [DrawCommand] {
    let scale =
      direction == .upward
      ? Scale(domain: field.scale.domain, start: body.maxY, end: body.minY)
      : Scale(domain: field.scale.domain, start: body.minX, end: body.maxX)
    let labels = zip(field.scale.levels, field.scale.texts)
      .filter { field.scale.domain.contains($0.0) }
      .map { (place: theme.crisp(scale.position($0.0)), value: $0.0, line: line($0.1)) }
    guard !labels.isEmpty else { return [] }
    let (length, gap) = (PlacedPanel.tickLength * em, PlacedPanel.labelGap * em)
    let cap = Theme.capHeight * theme.tickStyle.size
    let ticks = labels.map { label in
      direction == .upward
        ? [Point(x: body.maxX, y: label.place), Point(x: body.maxX + length, y: label.place)]
        : [Point(x: label.place, y: body.maxY), Point(x: label.place, y: body.maxY + length)]
    }
    let origin = labels.firstIndex { $0.value == 0 } ?? 0
    let stride = labelStride(labels.map { ($0.place, $0.line.width) }, origin: origin)
    let texts = labels.indices.filter { ($0 - origin).isMultiple(of: stride) }.flatMap { index in
      let label = labels[index]
      return direction == .upward
        ? label.line.commands(at: Point(x: body.maxX + length + gap, y: label.place + cap / 2))
        : label.line.commands(
          at: Point(x: label.place, y: body.maxY + length + gap + cap), anchor: .middle)
    }
    return [.stroke(ticks, theme.rule(theme.frame))] + texts
  }

  /// Of how many labels one is written, so that they stand apart.
  private func labelStride(_ labels: [(place: Double, width: Double)], origin: Int) -> Int {
    let em = theme.tickStyle.size
    func areApart(_ stride: Int) -> Bool {
      let kept = labels.indices.filter { ($0 - origin).isMultiple(of: stride) }.map { labels[$0] }
      return zip(kept, kept.dropFirst()).allSatisfy { one, next in
        let room = direction == .upward ? 1.25 * em : (one.width + next.width) / 2 + 0.8 * em
        return abs(next.place - one.place) >= room
      }
    }
    return [1, 2, 5, 10, 20, 50].first(where: areApart) ?? max(1, labels.count)
  }

  private func headingCommands(_ rect: Rect) -> [DrawCommand] {
    let heading = heading
    if heading.isEmpty { return [] }
    switch direction {
    case .upward:
      let baseline = rect.minY - PlacedPanel.stripGap * em - heading.drop
      return heading.commands(at: Point(x: rect.minX, y: baseline))
    case .rightward:
      // On the line of the x-axis' name, which stands in the middle.
      return heading.commands(at: Point(x: rect.minX, y: rect.minY - Self.gap * em))
    }
  }
}

extension ColorBarShape {
  /// The rectangle of a bar at the right of panels, from the top of the first to the bottom of the last.
  static func rect(rightOf panels: [Rect], em: Double) -> Rect {
    let left = (panels.map(\.maxX).max() ?? 0) + gap * em
    return Rect(
      minX: left.rounded(), minY: panels.map(\.minY).min() ?? 0,
      maxX: (left + thickness * em).rounded(), maxY: panels.map(\.maxY).max() ?? 0)
  }

  /// The rectangle of a bar below panels and their axes.
  static func rect(below panels: [Rect], footer: Double, em: Double) -> Rect {
    let top = (panels.map(\.maxY).max() ?? 0) + footer + gap * em
    return Rect(
      minX: panels.map(\.minX).min() ?? 0, minY: top.rounded(),
      maxX: panels.map(\.maxX).max() ?? 0, maxY: (top + thickness * em).rounded())
  }
}
