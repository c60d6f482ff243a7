/// What stands inside a panel's frame, in pixels: areas, curves and marked points.
struct Plot {
  /// Shaded areas, behind all else.
  let bands: [BandShape]
  /// The curves, references before the others.
  let curves: [CurveMark]
  /// Rings around the points that are marked.
  let rings: [Ring]
  /// How many more points could be marked than are.
  let unmarked: Int

  /// Places what a panel shows on its scales.
  init(_ content: PanelContent, x: Scale, y: Scale, in rect: Rect, theme: Theme) {
    bands = content.bands.map { BandShape($0, x: x, y: y, in: rect, theme: theme) }
    let all = Ring.all(content.marks, x: x, y: y, in: rect, theme: theme)
    rings = Array(all.prefix(Ring.limit))
    unmarked = all.count - rings.count
    let styled = zip(content.curves, content.styleIndices)
    curves = [Curve.Role.reference, .subject].flatMap { role in
      styled.filter { $0.0.role == role }.map { curve, index in
        CurveMark(
          curve, x: x, y: y, in: rect,
          stroke: role == .reference ? theme.referenceStroke : theme.curveStroke(index))
      }
    }
  }

  /// The drawing commands, to be clipped to the panel.
  var commands: [DrawCommand] {
    bands.flatMap(\.commands) + curves.flatMap(\.commands) + rings.flatMap(\.commands)
  }
}

extension PanelContent {
  /// Which colour and dash pattern each curve has: its own, or its place among the subjects.
  var styleIndices: [Int] {
    var place = -1
    return curves.map { curve in
      if curve.role == .subject { place += 1 }
      return curve.styleIndex ?? max(0, place)
    }
  }
}
