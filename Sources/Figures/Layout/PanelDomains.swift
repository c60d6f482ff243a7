/// What the axes of a panel show.
struct PanelDomains: Equatable {
  /// From left to right, in data units.
  var x: ClosedRange<Double>
  /// How the x-axis is divided.
  var xScale: ScaleKind
  /// From bottom to top, in data units.
  var y: ClosedRange<Double>
  /// How the y-axis is divided.
  var yScale: ScaleKind

  /// The domains of a figure's panels: their own, fitted to their curves, or shared.
  static func all(of figure: Figure) -> [PanelDomains] {
    var domains = figure.panels.map { PanelDomains($0, in: figure) }
    guard figure.sharesYDomain else { return domains }
    let fitted = figure.panels.indices.filter {
      figure.panels[$0].yDomain == nil && figure.panels[$0].notes.isEmpty
    }
    for index in fitted {
      let alike = fitted.filter {
        figure.panels[$0].yLabel == figure.panels[index].yLabel
          && domains[$0].yScale == domains[index].yScale
      }
      guard alike.first == index else { continue }
      let low = alike.map { domains[$0].y.lowerBound }.min() ?? 0
      let high = alike.map { domains[$0].y.upperBound }.max() ?? 0
      for other in alike { domains[other].y = low...high }
    }
    return domains
  }

  private init(_ panel: PanelContent, in figure: Figure) {
    x = panel.xDomain ?? figure.xDomain
    xScale = panel.xScale ?? figure.xScale
    yScale = panel.yScale
    y = panel.yDomain ?? ValueDomain.holding(panel.curves, over: x, scale: yScale)
  }

  /// Whether both have the same x-axis.
  func sharesX(with other: PanelDomains) -> Bool { x == other.x && xScale == other.xScale }

  /// Whether both have the same y-axis.
  func sharesY(with other: PanelDomains) -> Bool { y == other.y && yScale == other.yScale }
}
