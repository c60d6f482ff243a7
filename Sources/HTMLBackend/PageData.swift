import Figures
import Tables

/// What a page's script knows of its figure: panels in data units and where they stand, curves and what computes them.
struct PageData {
  private let scene: Scene
  private let places: [PanelPlace]
  /// Which series each line of a legend stands for.
  private let entries: [[Int]]
  private let theme: Theme
  /// The picture's, and that of dark pages where it follows these.
  private let themes: [Theme]
  private let series: [Series]
  private let live: LiveCurves

  /// What a scene and its drawing tell; panels of text and fields that no code computes are pictures alone; nil where there are no
  /// others.
  init?(_ scene: Scene, _ drawing: Drawing, _ themes: [Theme], _ live: LiveCurves) {
    (self.scene, self.live, self.themes) = (scene, live, themes)
    theme = themes[0].scaled(to: scene.size)
    let parts = drawing.commands.compactMap { command in
      if case .pushPart(let part) = command { part } else { nil }
    }
    places = parts.compactMap { if case .plot(let place) = $0 { place } else { nil } }
    let answers = places.contains {
      scene.panels[$0.index].field == nil || live.field(in: $0.index) != nil
    }
    guard answers else { return nil }
    let series = Series.all(places.flatMap { scene.panels[$0.index].curves })
    self.series = series
    entries = parts.compactMap { part in
      guard case .entry(let name, let heading, let isReference) = part else { return nil }
      return series.indices.filter { place in
        let one = series[place]
        return isReference
          ? one.role == .reference
          : one.role == .subject && one.name == name && one.heading == heading
      }
    }
  }

  /// As JSON that may stand in an element: no `<` is in it.
  var text: String {
    JSON.object([
      ("functions", .array(live.functions.map(\.json))),
      ("sliders", .array(live.sliders.map(\.json))),
      ("command", .array(live.command.map(\.json))),
      ("panels", .array(places.map(panel))),
      ("series", .array(series.map { .string(RichText.linear($0.name)) })),
      ("entries", .array(entries.map { .numbers($0.map(Double.init)) })),
    ]).line.replacing("<", with: "\\u003c")
  }

  /// Curves that one line of a legend names, in any panel.
  private struct Series: Hashable {
    let name: String
    let heading: String
    let role: Scene.Curve.Role

    init(_ curve: Scene.Curve) {
      name = curve.value?.text ?? curve.name
      heading = curve.value?.heading ?? ""
      role = curve.role
    }

    /// Those of curves, each once, in their order.
    static func all(_ curves: [Scene.Curve]) -> [Series] {
      var seen: Set<Series> = []
      return curves.map(Series.init).filter { seen.insert($0).inserted }
    }
  }

  // MARK: Panels

  private func panel(_ place: PanelPlace) -> JSON {
    let panel = scene.panels[place.index]
    var theme = theme
    theme.textSize = place.em
    let row = place.index - place.index % max(1, scene.arrangement.columns)
    // Fields of one region move together, in both directions.
    let first = places.first {
      let other = scene.panels[$0.index]
      return panel.field == nil
        ? other.x == panel.x && !panel.hasEqualUnits
        : other.field != nil && other.x == panel.x && other.y == panel.y
    }
    let group = first?.index ?? place.index
    let members: [(String, JSON)] = [
      (
        "frame",
        .numbers([place.frame.minX, place.frame.minY, place.frame.width, place.frame.height])
      ),
      ("x", axis(panel.x, group: group)),
      (
        "y",
        axis(panel.y, group: panel.field != nil ? group : scene.sharesRows ? row : place.index)
      ),
      ("labelsX", .flag(place.labelsX)), ("labelsY", .flag(place.labelsY)),
      ("hasGrid", .flag(panel.hasGrid)),
      ("em", .number(theme.textSize)), ("rule", .number(theme.ruleWidth)),
      ("pen", .number(theme.curveWidth)),
      (
        "tick",
        .object([
          ("size", .number(theme.tickStyle.size)), ("color", .color(theme.tickStyle.color)),
        ])
      ),
      (
        "colors",
        .object([
          ("ground", .color(theme.background)), ("grid", .color(theme.grid)),
          ("zero", .color(theme.zeroLine)), ("frame", .color(theme.frame)),
          ("halo", .color(theme.halo)),
        ])
      ),
      ("curves", .array(panel.curves.map { curve($0, in: place.index) })),
      (
        "marks",
        .array(
          panel.marks.map { mark in
            .object([
              ("at", .numbers([mark.point.x, mark.point.y])),
              ("color", .color(theme.stroke(mark.style).color)),
            ])
          })
      ),
    ]
    guard let field = panel.field else { return .object(members) }
    return .object(members + [("field", self.field(field, in: place))])
  }

  private func axis(_ axis: Scene.Axis, group: Int) -> JSON {
    var members: [(String, JSON)] = [
      ("domain", .numbers([axis.domain.lowerBound, axis.domain.upperBound])),
      ("group", .number(Double(group))),
    ]
    switch axis.scale {
    case .linear: members.append(("scale", .string("linear")))
    case .log: members.append(("scale", .string("log")))
    case .symlog(let constant):
      members += [("scale", .string("symlog")), ("constant", .number(constant))]
    }
    return .object(members)
  }

  /// The levels of a field, with what their lines look like in each theme.
  private func levels(_ field: Figure.Field, in place: PanelPlace) -> JSON {
    let lists = themes.map { theme in
      var theme = theme.scaled(to: scene.size)
      theme.textSize = place.em
      return field.levels(in: place.frame, theme)
    }
    return .array(
      lists[0].enumerated().map { index, level in
        .object([
          ("value", .number(level.value)), ("width", .number(level.stroke.width)),
          ("dash", .numbers(level.stroke.dash)),
          ("colors", .array(lists.map { .color($0[index].stroke.color) })),
        ])
      })
  }

  /// A function of x and y: what computes it, the colours of its values and its lines.
  private func field(_ field: Figure.Field, in place: PanelPlace) -> JSON {
    let panel = place.index
    let colors = themes.map { JSON.array($0.colors(on: field.scale).map(JSON.color)) }
    let domain = field.scale.domain
    return .object(
      [
        ("name", .string(RichText.linear(title(of: panel)))),
        ("domain", .numbers([domain.lowerBound, domain.upperBound])),
        ("hasColors", .flag(field.grid != nil)),
        ("inks", .array(themes.map { .color($0.fieldInk) })),
        ("tables", .array(field.grid == nil ? [] : colors)),
        ("levels", levels(field, in: place)),
      ] + (live.field(in: panel)?.members ?? []))
  }

  private func title(of panel: Int) -> String {
    let title = scene.panels[panel].title
    return title.isEmpty ? scene.title : title
  }

  private func curve(_ curve: Scene.Curve, in panel: Int) -> JSON {
    let stroke = theme.stroke(of: curve)
    let one = Series(curve)
    var names = [one.heading, one.name].filter { !$0.isEmpty }
    // The only curve of a panel is named by that alone.
    if names.isEmpty { names = [title(of: panel)] }
    let name = names.map(RichText.linear).joined(separator: " = ")
    var members: [(String, JSON)] = [
      ("name", .string(name)),
      ("series", .number(Double(series.firstIndex(of: one) ?? 0))),
      ("color", .color(stroke.color)), ("width", .number(stroke.width)),
    ]
    if stroke.color.alpha < 1 { members.append(("opacity", .number(stroke.color.alpha))) }
    if !stroke.dash.isEmpty { members.append(("dash", .numbers(stroke.dash))) }
    if let owner = live.owner(of: curve.place, in: panel) {
      members.append(("owner", .number(Double(owner))))
    }
    if let source = live.source(of: curve.place, in: panel) {
      members += source.members
    } else {
      members.append(
        ("points", .array(curve.segments.map { .numbers($0.flatMap { [$0.x, $0.y] }) })))
    }
    if !curve.dots.isEmpty {
      members.append(
        (
          "dots",
          .array(
            curve.dots.map {
              .array([.number($0.point.x), .number($0.point.y), .flag($0.isFull)])
            })
        ))
    }
    return .object(members)
  }
}

extension JSON {
  static func numbers(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }

  /// A colour as pages and pictures write it, without its opacity.
  static func color(_ color: Color) -> JSON { .string(color.hexadecimal) }
}
