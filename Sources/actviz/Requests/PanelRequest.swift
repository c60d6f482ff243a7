import Activations
import Figures

/// A panel in plain values, before any function is evaluated.
struct PanelRequest {
  /// What stands above it, in its middle.
  var title: String?
  /// The name of the y-axis.
  var yLabel: String
  var curves: [CurveRequest]
  /// The x-domain; the figure's where nil.
  var domain: ClosedRange<Double>?
  /// How the x-axis is divided; as the figure's where nil.
  var xScale: ScaleKind?
  /// The y-domain; fitted to the curves where nil.
  var yRange: ClosedRange<Double>?
  var yScale = ScaleKind.linear
  /// Lines of text in place of curves.
  var notes: [PanelContent.Note] = []

  init(title: String? = nil, yLabel: String, curves: [CurveRequest]) {
    self.title = title
    self.yLabel = yLabel
    self.curves = curves
  }

  /// The panel with its curves through the points that a sampler chooses.
  func content(_ sampler: Sampler) -> PanelContent {
    guard notes.isEmpty else { return PanelContent(notes: notes) }
    var sampler = sampler
    if let domain { sampler.domain = domain }
    if let xScale { sampler.xWarp = xScale.warp }
    sampler.yWarp = yScale.warp
    var content = PanelContent(
      title: title, yLabel: yLabel, curves: curves.map { $0.curve(sampler, on: yScale) },
      yScale: yScale)
    content.xDomain = domain
    content.xScale = xScale
    content.yDomain = yRange
    return content
  }
}
