import Activations

/// A marked point on the canvas: a ring on a halo, and where its number stands.
struct Ring {
  /// What is marked.
  let mark: Mark
  /// Its place in pixels, within the panel.
  let center: Point
  /// The colour of its curve.
  let color: Color
  private let theme: Theme

  /// Places a mark on its panel.
  init(_ mark: Mark, x: Scale, y: Scale, theme: Theme) {
    self.mark = mark
    self.theme = theme
    center = Point(x: x.position(mark.point.x), y: y.position(mark.point.y))
    color = theme.stroke(mark.style).color
  }

  /// What a box costs that covers the ring or leaves no room for its number, in pixels of curve.
  func length(in rect: Rect) -> Double {
    rect.inset(by: -1.5 * theme.textSize).contains(center) ? 1000 : 0
  }

  /// The drawing commands.
  var commands: [DrawCommand] { Ring.commands(at: center, color: color, theme: theme) }

  /// A ring on a halo: discs, each over the larger one, as a line without length draws its round caps.
  static func commands(at center: Point, color: Color, theme: Theme) -> [DrawCommand] {
    [(5.6, theme.halo), (4.2, color), (1.8, theme.halo)].map { scale, color in
      .stroke(
        [[center, center]],
        Stroke(color: color, width: scale * theme.curveWidth, cap: .round))
    }
  }
}
