/// What one panel shows.
public struct PanelContent: Equatable, Sendable {
  /// What stands above the panel, in its middle.
  public var title: String?
  /// The name of the y-axis.
  public var yLabel: String
  /// The curves, drawn in this order.
  public var curves: [Curve]
  /// How the y-axis is divided.
  public var yScale: ScaleKind
  /// The x-domain in data units; the figure's where nil.
  public var xDomain: ClosedRange<Double>?
  /// How the x-axis is divided; as the figure's where nil.
  public var xScale: ScaleKind?
  /// The y-domain in data units; fitted to the curves where nil.
  public var yDomain: ClosedRange<Double>?
  /// Areas that are shaded, behind the curves.
  public var bands: [Band] = []
  /// Points that are marked, before the curves.
  public var marks: [Mark] = []
  /// Lines of text in place of axes and curves; none in a panel of curves.
  public var notes: [Note] = []

  /// Makes a panel.
  public init(
    title: String? = nil, yLabel: String, curves: [Curve], yScale: ScaleKind = .linear
  ) {
    self.title = title
    self.yLabel = yLabel
    self.curves = curves
    self.yScale = yScale
  }
}
