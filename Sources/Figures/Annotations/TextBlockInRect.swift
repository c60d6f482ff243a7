extension TextBlock {
  /// From the top of the first line's capitals to what hangs lowest, in pixels.
  var height: Double { ascent + span + drop + 0.1 * style.size }

  /// The drawing commands of the lines in a rectangle of the block's size.
  func commands(in rect: Rect, anchor: Label.Anchor) -> [DrawCommand] {
    let x =
      switch anchor {
      case .start: rect.minX
      case .middle: (rect.minX + rect.maxX) / 2
      case .end: rect.maxX
      }
    return commands(at: Point(x: x, y: rect.minY + ascent), anchor: anchor)
  }

  private var ascent: Double { Theme.capHeight * style.size + rise }
}
