/// A note's point on the canvas.
struct CalloutShape {
  /// What is said of it.
  let text: String
  /// Its place in pixels, within the panel.
  let point: Point
  private let theme: Theme

  /// Places a note's point on its panel.
  init(_ callout: Callout, x: Scale, y: Scale, theme: Theme) {
    self.theme = theme
    text = callout.text
    point = Point(x: x.position(callout.point.x), y: y.position(callout.point.y))
  }

  /// A dot at the point, so that it is seen of which point the words speak.
  var commands: [DrawCommand] {
    [(3.6, theme.halo), (2.4, theme.text)].map { scale, color in
      .stroke(
        [[point, point]], Stroke(color: color, width: scale * theme.curveWidth, cap: .round))
    }
  }
}
