extension PlacedPanel {
  /// What stands beside lines and in zones, and the notes with their arrows, each where there is room for it.
  ///
  /// - Parameter taken: where no text may stand, such as a legend.
  func annotationCommands(avoiding taken: [Rect], measurer: any TextMeasurer) -> [DrawCommand] {
    let hasTexts = (shapes.zones + shapes.guides).contains { !$0.text.isEmpty }
    guard hasTexts || !shapes.callouts.isEmpty else { return [] }
    var space = FreeSpace(self, taken: taken)
    var commands = GuideShape.texts(in: &space, measurer: measurer)
    for callout in shapes.callouts {
      commands += CalloutPlacement(callout, in: &space, measurer: measurer)?.commands ?? []
    }
    return commands
  }
}
