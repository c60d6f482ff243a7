import Activations
import Analysis
import Figures

/// A panel in plain values, before any function is evaluated.
struct PanelRequest {
  /// Two curves of a panel by their places in it.
  struct CurvePair {
    var first: Int
    var second: Int
  }

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
  /// What is marked and numbered on the curves.
  var features: [Feature] = []
  /// Between which curves it is shaded.
  var band: CurvePair?
  /// The name of the x-axis; x where nil.
  var xLabel: String?
  var xTicks = TickChoice.round
  var yTicks = TickChoice.round
  var hasGrid = true
  var hasEqualUnits = false
  var annotations = AnnotationsRequest()
  /// Lines of text in place of curves.
  var notes: [Figure.Panel.Note] = []

  init(title: String? = nil, yLabel: String, curves: [CurveRequest]) {
    self.title = title
    self.yLabel = yLabel
    self.curves = curves
  }

  /// The panel with its curves through the points that a sampler chooses.
  func content(_ sampler: Sampler) -> Figure.Panel {
    guard notes.isEmpty else { return Figure.Panel(notes: notes) }
    var sampler = sampler
    if let domain { sampler.domain = domain }
    if let xScale { sampler.xTransform = xScale.bend }
    sampler.yTransform = yScale.bend
    var content = Figure.Panel(
      title: title, yLabel: yLabel, curves: curves.map { $0.curve(sampler, on: yScale) },
      yScale: yScale)
    content.xDomain = domain
    content.xScale = xScale
    content.yDomain = yRange
    content.xLabel = xLabel
    (content.xTicks, content.yTicks) = (xTicks, yTicks)
    (content.hasGrid, content.hasEqualUnits) = (hasGrid, hasEqualUnits)
    (content.zones, content.guides) = (annotations.zones, annotations.guides)
    content.callouts = annotations.callouts
    if !features.isEmpty { content.marks = marks(over: sampler.domain) }
    content.bands = [band.flatMap { self.band($0, of: content.curves) }].compactMap(\.self)
    return content
  }

  /// The area between two of the curves, in the colour of the first that is no reference.
  private func band(_ pair: CurvePair, of drawn: [Curve]) -> Band? {
    guard drawn.indices.contains(pair.first), drawn.indices.contains(pair.second) else {
      return nil
    }
    let (first, second) = (drawn[pair.first], drawn[pair.second])
    let style = [first, second].first { $0.role == .subject }?.style
    return Band(name: "", between: first, and: second, style: style ?? 0)
  }
}
