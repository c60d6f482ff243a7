extension Ring {
  /// The numbers of a panel's rings, each beside its ring where it covers the least of the curves.
  ///
  /// - Parameter taken: where no number may stand, such as a legend.
  /// - Returns: the numbers that find a place, and the places.
  static func numbers(
    of panel: PlacedPanel, avoiding taken: [Rect], measurer: any TextMeasurer
  ) -> (commands: [DrawCommand], covers: [Rect]) {
    let rings = panel.shapes.rings
    let radius = 2.1 * panel.theme.curveWidth
    var taken =
      taken
      + rings.map {
        Rect(minX: $0.center.x, minY: $0.center.y, maxX: $0.center.x, maxY: $0.center.y)
          .inset(by: -radius)
      }
    let count = taken.count
    let commands = rings.flatMap { ring -> [DrawCommand] in
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
        panel.shapes.curves.reduce(penalty) { $0 + $1.length(in: place.inset(by: -1)) }
      }
      guard let best = places.indices.min(by: { costs[$0] < costs[$1] }) else { return [] }
      let place = places[best].0
      taken.append(place.inset(by: -0.1 * style.size))
      return [
        .fill(place.inset(by: -1), panel.theme.legendBackground),
        .text(Label(text, at: Point(x: place.minX, y: place.maxY), style: style)),
      ]
    }
    return (commands, Array(taken[count...]))
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
