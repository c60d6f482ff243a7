/// What stands inside a panel's frame, in pixels: zones, areas, lines, curves, marked points and those of notes.
struct PanelShapes {
  /// Parts of the panel that are shaded, behind all else.
  let zones: [GuideShape]
  /// Shaded areas between curves.
  let bands: [BandShape]
  /// Straight lines through the panel, behind the curves.
  let guides: [GuideShape]
  /// The curves, references before the others.
  let curves: [CurveShape]
  /// Rings around the points that are marked.
  let rings: [Ring]
  /// The points that notes speak of.
  let callouts: [CalloutShape]

  /// Places what a panel shows on its scales.
  init(_ panel: Scene.Panel, x: Scale, y: Scale, in rect: Rect, theme: Theme) {
    zones = panel.zones.map { GuideShape($0, x: x, y: y, in: rect, theme: theme) }
    guides = panel.guides.map { GuideShape($0, x: x, y: y, in: rect, theme: theme) }
    callouts = panel.callouts.map { CalloutShape($0, x: x, y: y) }
    bands = panel.bands.map { BandShape($0, x: x, y: y, in: rect, theme: theme) }
    curves = panel.curves.map { curve in
      CurveShape(curve, x: x, y: y, in: rect, stroke: theme.stroke(of: curve))
    }
    rings = panel.marks.map { Ring($0, x: x, y: y, theme: theme) }
  }

  /// The drawing commands, to be clipped to the panel.
  var commands: [DrawCommand] {
    zones.flatMap(\.commands) + bands.flatMap(\.commands) + guides.flatMap(\.commands)
      + curves.flatMap(\.commands) + rings.flatMap(\.commands)
  }

  /// How much of the curves and marked points a box would cover, in pixels.
  func covered(by box: Rect) -> Double {
    curves.reduce(0) { $0 + $1.length(in: box) } + rings.reduce(0) { $0 + $1.length(in: box) }
  }
}

extension Theme {
  /// The stroke of a curve in its role.
  func stroke(of curve: Scene.Curve) -> Stroke {
    switch curve.role {
    case .subject: stroke(curve.style)
    case .reference: referenceStroke
    }
  }
}
