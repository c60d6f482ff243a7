extension Scene {
  /// Decides what a figure leaves open.
  ///
  /// A y-domain that is not given holds the finite values over the x-domain; where the figure shares y-domains, panels
  /// whose y-axes have one name and one scale show the union of theirs.
  package init(_ figure: Figure) {
    title = TextFitting.oneLine(figure.title)
    labelling = figure.labelling
    legendPlace = figure.legendPlace
    size = figure.size
    sharesRows = false
    panels = zip(figure.panels, Scene.axes(of: figure)).map { Panel($0, x: $1.x, y: $1.y) }
    let shapes = panels.filter(\.hasEqualUnits).compactMap(\.shape)
    arrangement = Arrangement(
      panels: figure.panels.count, columns: figure.columns, size: figure.size,
      shape: shapes.isEmpty ? nil : shapes.reduce(0, +) / Double(shapes.count),
      around: Scene.surroundings(of: panels, size: size))
    let columns = arrangement.columns
    sharesRows =
      figure.sharesYDomain && columns > 1
      && (shapes.isEmpty || panels.allSatisfy { $0.x.domain == panels[0].x.domain })
      && panels.indices.allSatisfy { panels[$0].y == panels[$0 - $0 % columns].y }
  }

  /// What stands around panels in colour; nil where there is none.
  private static func surroundings(of panels: [Panel], size: Size) -> Arrangement.Surroundings? {
    let fields = panels.compactMap(\.field)
    guard let first = fields.first else { return nil }
    let em = 0.85 * Theme.light.scaled(to: size).textSize
    let hasBars = fields.contains { $0.grid != nil && $0.scale != first.scale }
    return Arrangement.Surroundings(width: (hasBars ? 6 : 2) * em, height: 3 * em)
  }

  /// The axes of a figure's panels: their own, fitted to their curves, or shared.
  private static func axes(of figure: Figure) -> [(x: Axis, y: Axis)] {
    var axes = figure.panels.map { Scene.axes(of: $0, in: figure) }
    guard figure.sharesYDomain else { return axes }
    let fitted = figure.panels.indices.filter {
      figure.panels[$0].yDomain == nil && figure.panels[$0].notes.isEmpty
    }
    for index in fitted {
      let alike = fitted.filter {
        axes[$0].y.name == axes[index].y.name && axes[$0].y.scale == axes[index].y.scale
      }
      guard alike.first == index else { continue }
      let low = alike.map { axes[$0].y.domain.lowerBound }.min() ?? 0
      let high = alike.map { axes[$0].y.domain.upperBound }.max() ?? 0
      for other in alike { axes[other].y.domain = low...high }
    }
    return axes
  }

  private static func axes(of panel: Figure.Panel, in figure: Figure) -> (x: Axis, y: Axis) {
    let xDomain = panel.xDomain ?? figure.xDomain
    let yDomain =
      panel.yDomain
      ?? (panel.values.map {
        ValueDomain.around($0.lowerBound, $0.upperBound, scale: panel.yScale)
      } ?? ValueDomain.holding(panel.curves, over: xDomain, scale: panel.yScale))
      .holding(panel.annotatedValues(over: xDomain), scale: panel.yScale)
    return (
      Axis(
        name: TextFitting.oneLine(panel.xLabel ?? figure.xLabel), domain: xDomain,
        scale: panel.xScale ?? figure.xScale, ticks: panel.xTicks),
      Axis(
        name: TextFitting.oneLine(panel.yLabel), domain: yDomain, scale: panel.yScale,
        ticks: panel.yTicks)
    )
  }
}

extension Scene.Panel {
  /// How many points of a panel are marked; more would hide the curves.
  package static let markLimit = 12

  /// A panel on its axes: its curves with their styles, and of its marks those that have a place, not too many.
  init(_ content: Figure.Panel, x: Scene.Axis, y: Scene.Axis) {
    title = TextFitting.oneLine(content.title ?? "")
    self.x = x
    self.y = y
    hasGrid = content.hasGrid
    hasEqualUnits = content.hasEqualUnits
    field = content.field
    field?.name = TextFitting.oneLine(content.field?.name ?? "")
    bands = content.bands.map { band in
      var band = band
      band.name = TextFitting.oneLine(band.name)
      return band
    }
    let curves = Scene.Panel.styled(content.curves)
    self.curves = curves.filter { $0.role == .reference } + curves.filter { $0.role == .subject }
    let seen = content.marks.filter { x.shows($0.point.x) && y.shows($0.point.y) }
    marks = Scene.Panel.chosen(seen).map { mark in
      var mark = mark
      mark.name = TextFitting.oneLine(mark.name)
      return mark
    }
    unmarkedCount = seen.count - marks.count
    message = TextFitting.oneLine(content.message)
    notes = content.notes.map { note in
      Figure.Panel.Note(TextFitting.oneLine(note.key), TextFitting.oneLine(note.value))
    }
    take(content)
  }

  /// Of more marks than are shown those of the first ranks, numbered anew in their order.
  private static func chosen(_ marks: [Mark]) -> [Mark] {
    guard marks.count > markLimit else { return marks }
    let ranked = marks.indices.sorted { (marks[$0].rank, $0) < (marks[$1].rank, $1) }
    return ranked.prefix(markLimit).sorted().enumerated().map { place, index in
      var mark = marks[index]
      mark.number = place + 1
      return mark
    }
  }

  /// The curves with their own styles, or else that of their place among the subjects.
  private static func styled(_ curves: [Curve]) -> [Scene.Curve] {
    var place = -1
    return curves.enumerated().map { index, curve in
      if curve.role == .subject { place += 1 }
      return Scene.Curve(
        place: index, name: TextFitting.oneLine(curve.name), value: curve.value?.onOneLine,
        segments: curve.segments, fills: curve.fills, dots: curve.dots,
        role: curve.role,
        style: curve.style ?? .category(place))
    }
  }
}
