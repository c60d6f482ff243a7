extension Scene {
  /// What the scene shows, for readers who do not see it.
  ///
  /// `2 panels. f(x) over x from −5 to 5: gelu, swish (β = 2). f′(x) over x from −5 to 5: the same.` Panels in their
  /// order; of more than twenty curves or panels the first, and how many more there are.
  package var summary: String {
    var sentences = panels.count == 1 ? [] : ["\(panels.count) panels."]
    var before: String?
    for panel in panels.prefix(Scene.most) {
      let content = Scene.content(panel)
      let said = content == before ? "the same" : content
      sentences.append(heading(panel).map { $0 + (said.isEmpty ? "" : ": " + said) } ?? said)
      sentences[sentences.count - 1] += "."
      before = content
    }
    let rest = panels.count - Scene.most
    if rest > 0 { sentences.append("And \(rest) more.") }
    return sentences.joined(separator: " ")
  }

  /// How much of a list is read out.
  private static let most = 20

  /// What a panel is about and over which domain; nil for a panel of text.
  private func heading(_ panel: Panel) -> String? {
    guard panel.isPlot else { return nil }
    let (name, domain) = (panel.x.name, panel.x.domain)
    let names = [panel.title, panel.field?.name ?? panel.y.name].filter { !$0.isEmpty }
    return RichText.linear(names.isEmpty ? "Curves" : names.joined(separator: ", "))
      + (panel.field == nil ? Scene.kind(panel.y) : "")
      + " over \(name.isEmpty ? "x" : RichText.linear(name))"
      + " from \(AxisNumber.decimal(domain.lowerBound)) to \(AxisNumber.decimal(domain.upperBound))"
      + Scene.kind(panel.x) + (panel.field == nil ? "" : Scene.height(panel.y))
  }

  /// ` and y from −4 to 4`, of a panel that shows values over both axes.
  private static func height(_ axis: Axis) -> String {
    " and \(axis.name.isEmpty ? "y" : RichText.linear(axis.name)) from "
      + "\(AxisNumber.decimal(axis.domain.lowerBound)) to \(AxisNumber.decimal(axis.domain.upperBound))"
      + kind(axis)
  }

  /// `colours from −4 to 4, lines at −2, 0, 2`.
  private static func spoken(_ field: Figure.Field) -> String {
    let ends = [field.scale.domain.lowerBound, field.scale.domain.upperBound].map(rounded)
    let beyond = field.scale.exceedsBelow || field.scale.exceedsAbove ? ", with values beyond" : ""
    let levels = Set(field.lines.map(\.level)).sorted().map(rounded)
    let parts = [
      field.grid == nil ? "" : "colours from \(ends.joined(separator: " to "))\(beyond)",
      list(levels, "lines at "),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// A number in at most four digits.
  private static func rounded(_ value: Double) -> String {
    guard let step = DecimalStep.atMost(abs(value)) else { return AxisNumber.decimal(value + 0) }
    let unit = DecimalStep(mantissa: 1, exponent: step.exponent - 3)
    let index = Int((value / unit.value(at: 1)).rounded())
    return AxisNumber.decimal(unit.value(at: index))
  }

  /// How an axis is divided, where it is not evenly.
  private static func kind(_ axis: Axis) -> String {
    switch axis.scale {
    case .linear: ""
    case .log: " (logarithmic)"
    case .symlog: " (logarithmic far from 0)"
    }
  }

  /// What is in a panel: its curves, references, areas and marks, or its text.
  private static func content(_ panel: Panel) -> String {
    guard panel.isPlot else {
      return list(panel.notes.map { "\($0.key) \($0.value)" }, separator: "; ")
    }
    let curves = panel.curves.filter { !$0.name.isEmpty }
    let lists = [
      panel.field.map(spoken) ?? "",
      list(curves.filter { $0.role == .subject }.map(\.name)),
      list(curves.filter { $0.role == .reference }.map(\.name), "in grey "),
      list(
        panel.guides.map { $0.equation + ($0.text.isEmpty ? "" : " (\($0.text))") }, "with "),
      list(panel.zones.map(spoken), "shaded "),
      list(panel.bands.map(\.name).filter { !$0.isEmpty }, "shaded "),
      list(panel.marks.map { "\($0.number) \($0.name)" }, "marked ", more: panel.unmarkedCount),
      list(panel.measured.map { "\($0.points.count) points of \($0.name)" }, "measured "),
      list(panel.callouts.map(\.text), "noted "),
      panel.message,
    ]
    return lists.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// `x = −1 to 1 (the linear part)`.
  private static func spoken(_ zone: Zone) -> String {
    let ends = [zone.range.lowerBound, zone.range.upperBound].map(AxisNumber.decimal)
    return "\(zone.axis.rawValue) = \(ends.joined(separator: " to "))"
      + (zone.text.isEmpty ? "" : " (\(zone.text))")
  }

  /// Names behind a lead, the first ones and how many there are beside them.
  private static func list(
    _ names: [String], _ lead: String = "", separator: String = ", ", more: Int = 0
  ) -> String {
    if names.isEmpty { return "" }
    let rest = max(0, names.count - most) + more
    let text = lead + names.prefix(most).map(RichText.linear).joined(separator: separator)
    return rest > 0 ? "\(text) and \(rest) more" : text
  }
}
