extension PlacedPanel {
  /// What is said in the middle of a panel in which nothing is to be seen.
  func messageCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    guard !content.message.isEmpty else { return [] }
    let style = theme.style(theme.mutedText)
    let line = TextLine(content.message, style: style, width: rect.width, measurer: measurer)
    let center = Point(
      x: (rect.minX + rect.maxX) / 2,
      y: (rect.minY + rect.maxY) / 2 - 0.8 * theme.textSize)
    return line.commands(at: center, anchor: .middle)
  }

  /// The lines of text, smaller where they must be and cut where that is not enough.
  func noteCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    // Above, the panel may hold the x-axis of the one over it.
    let top = rect.minY + theme.textSize
    let growths = content.notes.map {
      TextLine.growth([$0.key, $0.value], style: theme.style(theme.text), measurer: measurer)
    }
    let grown = growths.reduce(0) { $0 + $1.rise + $1.drop }
    let natural = 1.6 * theme.textSize * Double(max(1, content.notes.count)) + grown
    let shrink = min(1, (rect.maxY - top) / natural)
    let pitch = 1.6 * theme.textSize * shrink
    let scale = min(1, pitch / (1.3 * theme.textSize))
    let (keyStyle, valueStyle) = (
      theme.style(theme.mutedText, scale: scale), theme.style(theme.text, scale: scale)
    )
    let widest =
      content.notes.map {
        TextLine($0.key, style: keyStyle, measurer: measurer).width
      }.max() ?? 0
    let start = rect.minX + min(widest + scale * theme.textSize, rect.width / 2)
    func line(_ text: String, from x: Double, to end: Double, _ y: Double, _ style: TextStyle)
      -> [DrawCommand]
    {
      TextLine(text, style: style, width: end - x, measurer: measurer)
        .commands(at: Point(x: x, y: y))
    }
    var middle = top
    return zip(content.notes, growths).flatMap { note, growth in
      middle += pitch / 2 + growth.rise * shrink
      let y = middle + Theme.capHeight / 2 * keyStyle.size
      middle += pitch / 2 + growth.drop * shrink
      return line(note.key, from: rect.minX, to: start, y, keyStyle)
        + line(note.value, from: start, to: rect.maxX, y, valueStyle)
    }
  }
}
