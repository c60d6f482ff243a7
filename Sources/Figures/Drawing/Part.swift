/// A part of a picture that a page may draw anew, or answer by.
package enum Part: Equatable, Sendable {
  /// What stands on a panel's axes: grid, curves and marks.
  case plot(PanelPlace)
  /// The ticks of a panel's axes and what is written beside them.
  case ticks
  /// Names, numbers and notes that were placed where curves leave room for them.
  case notes
  /// A line of a legend that names curves: its name, what stands above it and its neighbours, and whether the curves are what
  /// others are measured against.
  case entry(name: String, heading: String, isReference: Bool)

  /// What it is called in a page.
  package var name: String {
    switch self {
    case .plot: "plot"
    case .ticks: "ticks"
    case .notes: "notes"
    case .entry: "entry"
    }
  }
}

/// Where a panel stands.
package struct PanelPlace: Equatable, Sendable {
  /// Its place among the panels of its scene.
  package let index: Int
  /// Its frame, in pixels.
  package let frame: Rect
  /// The em of its text, in pixels.
  package let em: Double
  /// Whether its x-axis bears labels.
  package let labelsX: Bool
  /// Whether its y-axis bears labels.
  package let labelsY: Bool
}

extension [DrawCommand] {
  /// The commands as a part of the picture; none stay none.
  func marked(as part: Part) -> [DrawCommand] {
    isEmpty ? [] : [.pushPart(part)] + self + [.popPart]
  }
}
