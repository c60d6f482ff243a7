extension Layout {
  /// The title, flush with the left edge of all that stands below it: on up to two lines, then smaller on up to
  /// three, and cut where that is not enough.
  static func title(_ text: String, size: Size, theme: Theme, measurer: any TextMeasurer)
    -> TextBlock
  {
    let width = size.width - 2 * padding(theme)
    func block(_ scale: Double, _ most: Int) -> TextBlock {
      TextBlock(
        text, style: theme.style(theme.text, scale: scale), width: width, most: most,
        measurer: measurer)
    }
    let large = block(theme.titleScale, 3)
    return large.lines.count < 3 ? large : block(1, 3)
  }

  /// From the image's upper edge to the first baseline of the title, in pixels.
  private var titleBaseline: Double {
    padding + Theme.capHeight * theme.titleScale * theme.textSize + title.rise
  }

  /// The room of the title and of the gap below it, in pixels.
  var titleHeight: Double {
    titleBaseline + title.span + title.drop + 0.9 * theme.textSize
  }

  /// The drawing commands of the title.
  var titleCommands: [DrawCommand] {
    title.commands(at: Point(x: padding, y: titleBaseline))
  }
}
