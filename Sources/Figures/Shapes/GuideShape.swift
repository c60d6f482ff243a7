/// A line through a panel, or a shaded part of it, on its way to the canvas.
struct GuideShape {
  /// What is drawn.
  enum Form {
    /// A line from one edge to the other: straight, or bent as a bent axis makes it.
    case line([Point])
    /// A shaded part.
    case area(Rect)
  }

  /// What stands beside it.
  let text: String
  /// Which coordinate it fixes or bounds.
  let axis: AxisName
  /// Where it stands, in pixels.
  let form: Form
  private let theme: Theme

  /// Places a line on its panel.
  init(_ guide: GuideLine, x: Scale, y: Scale, in panel: Rect, theme: Theme) {
    (text, axis, self.theme) = (guide.text, guide.axis, theme)
    guard guide.slope == 0 else {
      form = .line(GuideShape.points(of: guide, x: x, y: y, in: panel))
      return
    }
    let scale = guide.axis == .x ? x : y
    let place = theme.crisp(scale.position(guide.value))
    switch guide.axis {
    case .x:
      form = .line([Point(x: place, y: panel.minY), Point(x: place, y: panel.maxY)])
    case .y:
      form = .line([Point(x: panel.minX, y: place), Point(x: panel.maxX, y: place)])
    }
  }

  /// The part of a sloping line that lies in a panel: two points, or many where an axis bends it.
  private static func points(of guide: GuideLine, x: Scale, y: Scale, in panel: Rect) -> [Point] {
    let isStraight = x.kind == .linear && y.kind == .linear
    let count = isStraight ? 1 : 200
    let points = (0...count).map { index in
      let place = panel.minX + (panel.maxX - panel.minX) * Double(index) / Double(count)
      return Point(x: place, y: y.position(guide.slope * x.value(at: place) + guide.value))
    }
    return Clipping.polyline(points, in: panel).max { $0.count < $1.count } ?? []
  }

  /// Places a zone on its panel.
  init(_ zone: Zone, x: Scale, y: Scale, in panel: Rect, theme: Theme) {
    func ends(_ scale: Scale) -> (low: Double, high: Double) {
      let domain = scale.domain
      let range = zone.range.clamped(to: domain)
      let pixels = [range.lowerBound, range.upperBound].map { scale.position($0).rounded() }
      return (min(pixels[0], pixels[1]), max(pixels[0], pixels[1]))
    }
    var area = panel
    switch zone.axis {
    case .x: (area.minX, area.maxX) = ends(x)
    case .y: (area.minY, area.maxY) = ends(y)
    }
    form = .area(area)
    (text, axis, self.theme) = (zone.text, zone.axis, theme)
  }

  /// The drawing commands.
  var commands: [DrawCommand] {
    switch form {
    case .line(let points): [.stroke([points], theme.guideStroke)]
    case .area(let rect): [.fill(rect, theme.zone)]
    }
  }

  /// How much of the line lies in a rectangle, in pixels; a zone is no obstacle.
  func length(in rect: Rect) -> Double {
    switch form {
    case .line(let points): Clipping.length(of: points, in: rect)
    case .area: 0
    }
  }
}

extension Theme {
  /// The stroke of lines through a panel: as quiet as those through 0, and dashed to be told from them.
  var guideStroke: Stroke {
    Stroke(color: zeroLine, width: 1.3 * ruleWidth, dash: [0.3 * textSize, 0.2 * textSize])
  }

  /// What zones are filled with: a veil of the text's colour.
  var zone: Color {
    var color = text
    color.alpha = 0.08
    return color
  }
}
