/// What stands inside a panel's frame, in pixels: areas, curves and marked points.
struct PanelShapes {
  /// Shaded areas, behind all else.
  let bands: [BandShape]
  /// The curves, references before the others.
  let curves: [CurveShape]
  /// Rings around the points that are marked.
  let rings: [Ring]

  /// Places what a panel shows on its scales.
  init(_ panel: Scene.Panel, x: Scale, y: Scale, in rect: Rect, theme: Theme) {
    bands = panel.bands.map { BandShape($0, x: x, y: y, in: rect, theme: theme) }
    curves = panel.curves.map { curve in
      CurveShape(curve, x: x, y: y, in: rect, stroke: theme.stroke(of: curve))
    }
    rings = panel.marks.map { Ring($0, x: x, y: y, theme: theme) }
  }

  /// The drawing commands, to be clipped to the panel.
  var commands: [DrawCommand] {
    bands.flatMap(\.commands) + curves.flatMap(\.commands) + rings.flatMap(\.commands)
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
