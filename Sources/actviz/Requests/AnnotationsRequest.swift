import FigureSpecification
import Figures

/// What is drawn and written into panels beside their curves, in plain values.
struct AnnotationsRequest {
  var guides: [GuideLine] = []
  var zones: [Zone] = []
  var measured: [Measured] = []
  var callouts: [Callout] = []

  init() {}

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws(Problem) {
    guides = try settings.values(Keys.line)
    zones = try settings.values(Keys.zone)
    measured = try settings.values(Keys.data)
    callouts = try settings.values(Keys.note)
  }

  /// Gives measured points the next colours, or those asked for behind so many curves, and each series a sign of its own.
  mutating func style(after styles: [CurveStyle], curves: Int, _ overrides: CurveOverrides) {
    let places = styles.map { style in
      switch style.place {
      case .category(let index): index
      // The ordered palette begins as the other one does.
      case .step, .ink: 0
      }
    }
    let free = (places.max() ?? -1) + 1
    for index in measured.indices {
      measured[index].style = .category(free + index)
      measured[index].style.own = overrides.own(
        at: curves + index, called: [measured[index].name])
      measured[index].sign = index
    }
  }

  /// What the panels of a view show: of differences nothing that speaks of values, and what has
  /// points at the first view alone.
  func of(_ view: View, isFirst: Bool) -> AnnotationsRequest {
    var shown = self
    if !isFirst { (shown.callouts, shown.measured) = ([], []) }
    if !view.isValue {
      shown.guides.removeAll { $0.axis == .y }
      shown.zones.removeAll { $0.axis == .y }
    }
    return shown
  }
}
