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
  /// A function of x and y in place of curves.
  var field: FieldRequest?
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
  /// Whether equal curves are told of; not where functions are measured against one that may equal them.
  var tellsTwins = true
  /// Lines of text in place of curves.
  var notes: [Figure.Panel.Note] = []

  init(title: String? = nil, yLabel: String, curves: [CurveRequest]) {
    self.title = title
    self.yLabel = yLabel
    self.curves = curves
  }

  /// The sampler of a figure, for this panel.
  func sampler(_ sampler: Sampler) -> Sampler {
    var sampler = sampler
    if let domain { sampler.domain = domain }
    if let xScale { sampler.xTransform = xScale.bend }
    sampler.yTransform = yScale.bend
    return sampler
  }

  /// The panel without its curves: its axes, and the values that they are to show.
  func axes(for drafts: [CurveDraft]) -> Figure.Panel {
    guard notes.isEmpty else { return Figure.Panel(notes: notes) }
    var panel = Figure.Panel(title: title, yLabel: yLabel, curves: [], yScale: yScale)
    panel.xDomain = domain
    panel.xScale = xScale
    panel.yDomain = yRange
    panel.xLabel = xLabel
    (panel.xTicks, panel.yTicks) = (xTicks, yTicks)
    (panel.hasGrid, panel.hasEqualUnits) = (hasGrid, hasEqualUnits)
    (panel.zones, panel.guides) = (annotations.zones, annotations.guides)
    (panel.callouts, panel.measured) = (annotations.callouts, annotations.measured)
    panel.field = field?.placeholder
    if yRange == nil { panel.values = ValueWindow.holding(drafts.compactMap(\.window)) }
    return panel
  }

  /// Fills a panel with its curves as they are seen on its axes.
  func fill(
    _ panel: inout Figure.Panel, with drafts: [CurveDraft], on axes: Scene.Panel,
    telling progress: WorkProgress
  ) {
    guard notes.isEmpty, field == nil else { return }
    let window = axes.y.domain
    panel.curves = zip(curves, drafts).map { curve, draft in
      defer { progress.advance(1) }
      return curve.curve(draft, seeing: window)
    }
    let blanks = Blanks(drafts, on: yScale, seeing: window)
    panel.message = blanks.message
    let twins = Twins(curves, over: axes.x.domain)
    twins.mark(&panel.curves)
    panel.warnings =
      blanks.warnings(of: curves, RichText.linear(panel.yLabel))
      + (tellsTwins
        ? twins.warnings(curves.map(\.function.legend), RichText.linear(panel.yLabel)) : [])
    if !features.isEmpty { panel.marks = marks(on: axes.x) }
    panel.bands = [band.flatMap { self.band($0, of: panel.curves) }].compactMap(\.self)
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
