extension Layout {
  /// The style of the title where there is room for it.
  var titleStyle: TextStyle { theme.style(theme.text, scale: theme.titleScale) }

  /// The title, flush with the panels' left edge; smaller where it must be, and cut where that is not enough.
  func titleCommands(above panel: Rect) -> [DrawCommand] {
    let left = panel.minX
    let room = scene.size.width - left - padding
    var style = titleStyle
    let natural = TextLine(scene.title, style: style, measurer: measurer)
    if natural.width > room {
      style.size = max(theme.textSize, style.size * room / natural.width * 0.995)
    }
    let line = TextLine(scene.title, style: style, width: room, measurer: measurer)
    let baseline = padding + Theme.capHeight * theme.titleScale * theme.textSize + natural.rise
    return line.commands(at: Point(x: left, y: baseline))
  }
}
