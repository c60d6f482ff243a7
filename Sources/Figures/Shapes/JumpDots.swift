import Activations

/// The dots at a curve's jumps, on their way to the canvas: full where the value is, open where the curve only comes to it.
struct JumpDots {
  /// A dot's place in pixels, and whether it is full.
  let dots: [(center: Point, isFull: Bool)]
  private let color: Color
  private let theme: Theme

  /// The diameter of a dot in widths of a curve: smaller than a mark's ring, and yet no part of the line.
  private static let diameter = 2.8
  /// The diameter of what is open in it.
  private static let hole = 1.3

  /// Places the dots of a curve; left out are those that would touch one another.
  init(_ curve: Scene.Curve, x: Scale, y: Scale, in panel: Rect, color: Color, theme: Theme) {
    self.color = color
    self.theme = theme
    let least = 1.25 * Self.diameter * theme.curveWidth
    let placed = curve.dots.map { dot in
      (
        center: Point(x: x.position(dot.point.x), y: y.position(dot.point.y)),
        isFull: dot.isFull
      )
    }
    // Those of one jump stand above one another, those of the next jump beside them.
    let places = Set(placed.map(\.center.x)).sorted()
    let lonely = places.indices.filter { index in
      (index == 0 || places[index] - places[index - 1] >= least)
        && (index + 1 == places.count || places[index + 1] - places[index] >= least)
    }.map { places[$0] }
    let apart = Set(lonely)
    dots = placed.filter { dot in
      let column = placed.filter { $0.center.x == dot.center.x && $0.center.y != dot.center.y }
      return apart.contains(dot.center.x) && panel.contains(dot.center)
        && column.allSatisfy { abs($0.center.y - dot.center.y) >= least }
    }
  }

  /// The drawing commands: discs, each over the larger one, as a line without length draws its round caps.
  var commands: [DrawCommand] {
    var commands: [DrawCommand] = []
    for dot in dots {
      commands.append(disc(at: dot.center, Self.diameter, color))
      if !dot.isFull { commands.append(disc(at: dot.center, Self.hole, theme.halo)) }
    }
    return commands
  }

  private func disc(at center: Point, _ diameter: Double, _ color: Color) -> DrawCommand {
    .stroke(
      [[center, center]], Stroke(color: color, width: diameter * theme.curveWidth, cap: .round))
  }
}
