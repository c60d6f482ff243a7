extension Figure {
  /// What the figure shows, for readers who do not see it.
  ///
  /// `2 panels. f(x) over x from −5 to 5: gelu, swish (β = 2). f′(x) over x from −5 to 5: the same.` Panels in their
  /// order; of more than twenty curves or panels the first, and how many more there are.
  public var summary: String {
    var sentences = panels.count == 1 ? [] : ["\(panels.count) panels."]
    var before: String?
    for panel in panels.prefix(Figure.most) {
      let content = Figure.content(panel)
      let said = content == before ? "the same" : content
      sentences.append(heading(panel).map { $0 + (said.isEmpty ? "" : ": " + said) } ?? said)
      sentences[sentences.count - 1] += "."
      before = content
    }
    let rest = panels.count - Figure.most
    if rest > 0 { sentences.append("And \(rest) more.") }
    return sentences.joined(separator: " ")
  }

  /// How much of a list is read out.
  private static let most = 20

  /// What a panel is about and over which domain; nil for a panel of text.
  private func heading(_ panel: PanelContent) -> String? {
    guard panel.notes.isEmpty else { return nil }
    let domain = panel.xDomain ?? xDomain
    let names = [panel.title ?? "", panel.yLabel].filter { !$0.isEmpty }
    let scale = if case .symlog = panel.yScale { " (logarithmic far from 0)" } else { "" }
    return Figure.line(names.isEmpty ? "Curves" : names.joined(separator: ", ")) + scale
      + " over \(xLabel.isEmpty ? "x" : Figure.line(xLabel))"
      + " from \(Figure.number(domain.lowerBound)) to \(Figure.number(domain.upperBound))"
  }

  /// What is in a panel: its curves, references, areas and marks, or its text.
  private static func content(_ panel: PanelContent) -> String {
    guard panel.notes.isEmpty else {
      return list(panel.notes.map { "\($0.key) \($0.value)" }, separator: "; ")
    }
    let curves = panel.curves.filter { !$0.name.isEmpty }
    let lists = [
      list(curves.filter { $0.role == .subject }.map(\.name)),
      list(curves.filter { $0.role == .reference }.map(\.name), "in grey "),
      list(panel.bands.map(\.name).filter { !$0.isEmpty }, "shaded "),
      list(panel.marks.map { "\($0.number) \($0.name)" }, "marked "),
    ]
    return lists.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private static func list(_ names: [String], _ lead: String = "", separator: String = ", ")
    -> String
  {
    if names.isEmpty { return "" }
    let rest = names.count - most
    let text = lead + names.prefix(most).map(line).joined(separator: separator)
    return rest > 0 ? "\(text) and \(rest) more" : text
  }

  /// A text on one line, its formulas too.
  private static func line(_ text: String) -> String {
    TextFitting.oneLine(RichText.linear(text))
  }

  /// A number as Swift prints it, without `.0` and with a true minus sign.
  private static func number(_ value: Double) -> String {
    let text = "\(value)"
    return AxisNumber.minusSign(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}
