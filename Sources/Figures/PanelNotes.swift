extension PanelContent {
  /// A line of a panel that holds text instead of curves.
  public struct Note: Equatable, Sendable {
    /// What it is about, at the left.
    public var key: String
    /// What it says, flush with the other values.
    public var value: String

    /// Makes a line.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A panel of text, without a frame; such panels stand behind all others.
  public init(notes: [Note]) {
    self.init(yLabel: "", curves: [])
    self.notes = notes
  }
}

extension Panel {
  /// The lines of text, smaller where they must be and cut where that is not enough.
  func noteCommands(_ measurer: any TextMeasurer) -> [DrawCommand] {
    // Above, the panel may hold the x-axis of the one over it.
    let top = rect.minY + theme.textSize
    let pitch = min(1.6 * theme.textSize, (rect.maxY - top) / Double(max(1, content.notes.count)))
    let scale = min(1, pitch / (1.3 * theme.textSize))
    let (keyStyle, valueStyle) = (
      theme.style(theme.mutedText, scale: scale), theme.style(theme.text, scale: scale)
    )
    let keys = content.notes.map { TextFitting.oneLine($0.key) }
    let widest = keys.map { measurer.measure($0, style: keyStyle).width }.max() ?? 0
    let start = rect.minX + min(widest + scale * theme.textSize, rect.width / 2)
    func line(_ text: String, from x: Double, to end: Double, _ y: Double, _ style: TextStyle)
      -> DrawCommand?
    {
      let fitted = TextFitting.ellipsis(text, width: end - x, style: style, measurer: measurer)
      return fitted.isEmpty ? nil : .text(Label(fitted, at: Point(x: x, y: y), style: style))
    }
    return content.notes.enumerated().flatMap { index, note in
      let y = top + pitch * (Double(index) + 0.5) + Theme.capHeight / 2 * keyStyle.size
      return [
        line(keys[index], from: rect.minX, to: start, y, keyStyle),
        line(TextFitting.oneLine(note.value), from: start, to: rect.maxX, y, valueStyle),
      ].compactMap(\.self)
    }
  }
}
