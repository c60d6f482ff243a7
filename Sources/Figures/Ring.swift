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

  /// How many points of a panel are marked; more would hide the curves.
  static let limit = 12

  /// The rings of the marks of a panel that lie within it.
  static func all(_ marks: [Mark], x: Scale, y: Scale, in panel: Rect, theme: Theme) -> [Ring] {
    let rings = marks.filter(\.point.isFinite).map { mark in
      Ring(
        mark: mark, center: Point(x: x.position(mark.point.x), y: y.position(mark.point.y)),
        color: theme.curveStroke(mark.styleIndex).color, theme: theme)
    }
    return rings.filter { panel.contains($0.center) }
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

  /// The numbers of a panel's rings, each beside its ring where it covers the least of the curves.
  ///
  /// - Parameter taken: where no number may stand, such as a legend.
  /// - Returns: the numbers that find a place.
  static func numbers(
    of panel: Panel, avoiding taken: [Rect], measurer: any TextMeasurer
  ) -> [DrawCommand] {
    let rings = panel.plot.rings
    let radius = 2.1 * panel.theme.curveWidth
    var taken =
      taken
      + rings.map {
        Rect(minX: $0.center.x, minY: $0.center.y, maxX: $0.center.x, maxY: $0.center.y)
          .inset(by: -radius)
      }
    return rings.flatMap { ring -> [DrawCommand] in
      let style = panel.theme.style(ring.color, scale: 0.9)
      let text = "\(ring.mark.number)"
      let width = measurer.measure(text, style: style).width
      let height = Theme.capHeight * style.size
      let near = radius + 0.25 * style.size
      // Farther off a number covers less but is harder to attribute.
      let places = [(near, 0.0), (near + style.size, 2 * width)].flatMap { distance, penalty in
        ring.places(width: width, height: height, distance: distance).map { ($0, penalty) }
      }.filter { place, _ in
        panel.rect.inset(by: 1).contains(place) && !taken.contains(where: place.touches)
      }
      let costs = places.map { place, penalty in
        panel.plot.curves.reduce(penalty) { $0 + $1.length(in: place.inset(by: -1)) }
      }
      guard let best = places.indices.min(by: { costs[$0] < costs[$1] }) else { return [] }
      let place = places[best].0
      taken.append(place.inset(by: -0.1 * style.size))
      return [
        .fill(place.inset(by: -1), panel.theme.legendBackground),
        .text(Label(text, at: Point(x: place.minX, y: place.maxY), style: style)),
      ]
    }
  }

  /// The boxes around the ring in which its number can stand, the usual ones first.
  private func places(width: Double, height: Double, distance: Double) -> [Rect] {
    let diagonal = 0.75 * distance
    let lefts = (center.x - distance - width, center.x - width / 2, center.x + distance)
    let tops = (center.y - distance - height, center.y - height / 2, center.y + distance)
    let slants = (
      left: center.x - diagonal - width, right: center.x + diagonal,
      top: center.y - diagonal - height, bottom: center.y + diagonal
    )
    let corners = [
      (lefts.1, tops.0), (lefts.1, tops.2), (slants.right, slants.top), (slants.left, slants.top),
      (slants.right, slants.bottom), (slants.left, slants.bottom), (lefts.2, tops.1),
      (lefts.0, tops.1),
    ]
    return corners.map { Rect(minX: $0.0, minY: $0.1, maxX: $0.0 + width, maxY: $0.1 + height) }
  }
}

extension Rect {
  /// Whether two rectangles have a point in common.
  func touches(_ other: Rect) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether the rectangle lies inside this one.
  func contains(_ other: Rect) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }
}
