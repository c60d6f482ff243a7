extension Drawing {
  /// Lays out a scene in a theme.
  ///
  /// Never fails: what an image has no room for is left out, and numbers that are not finite break lines.
  package init(_ scene: Scene, measurer: any TextMeasurer, theme: Theme = .light) {
    let layout = Layout(scene, theme: theme, measurer: measurer)
    let plan = LegendPlan(layout)
    let canvas = Rect(
      minX: 0, minY: 0, maxX: scene.size.width, maxY: scene.size.height)
    var commands: [DrawCommand] = []
    if theme.background.alpha > 0 {
      // A physical size seldom ends on a whole pixel, of whatever density; a part of one would let black shine through.
      func end(_ end: Double) -> Double { end == end.rounded() ? end : end.rounded(.up) + 1 }
      let covered = Rect(minX: 0, minY: 0, maxX: end(canvas.maxX), maxY: end(canvas.maxY))
      commands.append(.fill(covered, theme.background))
    }
    commands += plan.panels.enumerated().flatMap { $1.plotCommands($0) }
    commands += plan.panels.flatMap { $0.axisCommands(measurer) }
    commands += layout.colorBarCommands(plan.panels)
    commands += plan.commands
    if plan.panels.first?.detail.title ?? true {
      commands += layout.titleCommands
    }
    self.init(
      size: scene.size, commands: commands, isTransparent: theme.background.alpha < 1)
  }

  /// The frames of a scene's panels in pixels, for which fields are computed; nil for panels of text.
  ///
  /// A field's grid and lines change none of them.
  package static func frames(
    of scene: Scene, measurer: any TextMeasurer, theme: Theme = .light
  ) -> [Rect?] {
    LegendPlan(Layout(scene, theme: theme, measurer: measurer)).panels.map {
      $0.content.isPlot ? $0.rect : nil
    }
  }
}
