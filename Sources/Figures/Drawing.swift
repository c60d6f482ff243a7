/// A figure as drawing commands: all that a renderer needs to know.
public struct Drawing: Equatable, Sendable {
  /// The size of the canvas; commands are in its CSS pixels.
  public let size: Size
  /// Whether what lies beneath may be seen, so that a picture needs an opacity a pixel.
  public let isTransparent: Bool
  /// What to draw, later over earlier.
  public let commands: [DrawCommand]

  /// Makes a drawing of its commands.
  public init(size: Size, commands: [DrawCommand], isTransparent: Bool = false) {
    self.size = size
    self.isTransparent = isTransparent
    self.commands = commands
  }

  /// Lays out a figure.
  ///
  /// Never fails: what an image has no room for is left out, and numbers that are not finite break lines.
  public init(_ figure: Figure, measurer: any TextMeasurer, theme: Theme = .light) {
    let layout = Layout(figure, theme: theme, measurer: measurer)
    let plan = LegendPlan(layout)
    let canvas = Rect(
      minX: 0, minY: 0, maxX: Double(figure.size.width), maxY: Double(figure.size.height))
    var commands: [DrawCommand] = []
    if theme.background.alpha > 0 {
      // A physical size seldom ends on a whole pixel; a part of one would let black shine through.
      let covered = Rect(
        minX: 0, minY: 0, maxX: canvas.maxX.rounded(.up), maxY: canvas.maxY.rounded(.up))
      commands.append(.fill(covered, theme.background))
    }
    commands += plan.panels.flatMap(\.plotCommands)
    let xLabel = figure.xLabel
    commands += plan.panels.flatMap {
      $0.axisCommands(xLabel: xLabel, measurer: measurer)
    }
    commands += plan.commands
    if plan.panels.first?.detail.title ?? true {
      commands += layout.titleCommands(above: plan.panels.first?.rect ?? canvas)
    }
    self.init(
      size: figure.size, commands: commands, isTransparent: theme.background.alpha < 1)
  }
}

extension Layout {
  /// The style of the title where there is room for it.
  var titleStyle: TextStyle { theme.style(theme.text, scale: theme.titleScale) }

  /// The title, flush with the panels' left edge; smaller where it must be, and cut where that is not enough.
  func titleCommands(above panel: Rect) -> [DrawCommand] {
    let left = panel.minX
    let room = Double(figure.size.width) - left - padding
    var style = titleStyle
    let natural = TextLine(figure.title, style: style, measurer: measurer)
    if natural.width > room {
      style.size = max(theme.textSize, style.size * room / natural.width * 0.995)
    }
    let line = TextLine(figure.title, style: style, width: room, measurer: measurer)
    let baseline = padding + Theme.capHeight * theme.titleScale * theme.textSize + natural.rise
    return line.commands(at: Point(x: left, y: baseline))
  }
}
