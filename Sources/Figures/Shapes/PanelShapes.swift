/// What stands inside a panel's frame, in pixels: zones, areas, lines, curves, marked points and those of notes.
struct PanelShapes {
  /// A function of x and y, beneath all else.
  let field: FieldShape?
  /// Parts of the panel that are shaded, behind all else.
  let zones: [GuideShape]
  /// Shaded areas between curves.
  let bands: [BandShape]
  /// Straight lines through the panel, behind the curves.
  let guides: [GuideShape]
  /// The curves, references before the others.
  let curves: [CurveShape]
  /// The dots at their jumps.
  let jumps: [JumpDots]
  /// Measured points, over the curves.
  let measured: [MeasuredShape]
  /// Rings around the points that are marked.
  let rings: [Ring]
  /// The points that notes speak of.
  let callouts: [CalloutShape]

  /// Places what a panel shows on its scales.
  init(
    _ panel: Scene.Panel, x: Scale, y: Scale, in rect: Rect, theme: Theme,
    measurer: any TextMeasurer
  ) {
    field = panel.field.map {
      FieldShape($0, x: x, y: y, in: rect, theme: theme, measurer: measurer)
    }
    zones = panel.zones.map { GuideShape($0, x: x, y: y, in: rect, theme: theme) }
    guides = panel.guides.map { GuideShape($0, x: x, y: y, in: rect, theme: theme) }
    measured = panel.measured.map { MeasuredShape($0, x: x, y: y, in: rect, theme: theme) }
    callouts = panel.callouts.map { CalloutShape($0, x: x, y: y, theme: theme) }
    bands = panel.bands.map { BandShape($0, x: x, y: y, in: rect, theme: theme) }
    curves = panel.curves.map { curve in
      CurveShape(curve, x: x, y: y, in: rect, stroke: theme.stroke(of: curve))
    }
    jumps = panel.curves.filter { $0.role == .subject }.map { curve in
      JumpDots(
        curve, x: x, y: y, in: rect, color: theme.stroke(of: curve).color, theme: theme)
    }
    rings = panel.marks.map { Ring($0, x: x, y: y, theme: theme) }
  }

  /// The drawing commands of all but the rings, to be clipped to the panel.
  var commands: [DrawCommand] {
    var commands = field?.commands ?? []
    commands += zones.flatMap(\.commands)
    commands += bands.flatMap(\.commands)
    commands += guides.flatMap(\.commands)
    commands += curves.flatMap(\.commands)
    commands += jumps.flatMap(\.commands)
    commands += measured.flatMap(\.commands)
    return commands + callouts.flatMap(\.commands)
  }

  /// How much of curves, measured and marked points a box would cover, in pixels.
  func covered(by box: Rect) -> Double {
    let points = measured.reduce(0) { $0 + $1.length(in: box) }
    let lines = curves.reduce(0) { $0 + $1.length(in: box) }
    let noted = 1000 * Double(callouts.count { box.contains($0.point) })
    return points + lines + noted + rings.reduce(0) { $0 + $1.length(in: box) }
  }
}

extension Theme {
  /// The stroke of a curve in its role.
  package func stroke(of curve: Scene.Curve) -> Stroke {
    switch curve.role {
    case .subject: stroke(curve.style)
    case .reference: referenceStroke.with(curve.style.own)
    }
  }
}
