import FigureSpecification
import Figures

/// What is drawn and written into panels beside their curves, in plain values.
struct AnnotationsRequest {
  var guides: [GuideLine] = []
  var zones: [Zone] = []
  var callouts: [Callout] = []

  init() {}

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws(Problem) {
    guides = try settings.values(Keys.line)
    zones = try settings.values(Keys.zone)
    callouts = try settings.values(Keys.note)
  }

  /// What the panels of a view show: of differences nothing that speaks of values, and notes at the first view alone.
  func of(_ view: View, isFirst: Bool) -> AnnotationsRequest {
    var shown = self
    if !isFirst { shown.callouts = [] }
    if !view.isValue {
      shown.guides.removeAll { $0.axis == .y }
      shown.zones.removeAll { $0.axis == .y }
    }
    return shown
  }
}
