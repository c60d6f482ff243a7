/// A note's point on the canvas.
struct CalloutShape {
  /// What is said of it.
  let text: String
  /// Its place in pixels, within the panel.
  let point: Point

  /// Places a note's point on its panel.
  init(_ callout: Callout, x: Scale, y: Scale) {
    text = callout.text
    point = Point(x: x.position(callout.point.x), y: y.position(callout.point.y))
  }
}
