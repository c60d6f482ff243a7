extension Figure {
  /// What a figure asks of one panel; what it leaves open a ``Scene`` decides.
  package struct Panel: Equatable, Sendable {
    /// What stands above the panel, in its middle.
    package var title: String?
    /// The name of the y-axis.
    package var yLabel: String
    /// The curves, drawn in this order.
    package var curves: [Curve]
    /// How the y-axis is divided.
    package var yScale: ScaleKind
    /// The x-domain in data units; the figure's where nil.
    package var xDomain: ClosedRange<Double>?
    /// How the x-axis is divided; as the figure's where nil.
    package var xScale: ScaleKind?
    /// The y-domain in data units; fitted to the curves where nil.
    package var yDomain: ClosedRange<Double>?
    /// Areas that are shaded, behind the curves.
    package var bands: [Band] = []
    /// Points that are marked, over the curves; shown are the first few that lie in the panel.
    package var marks: [Mark] = []
    /// Lines of text in place of axes and curves; none in a panel of curves.
    package var notes: [Note] = []

    /// Makes a panel.
    package init(
      title: String? = nil, yLabel: String, curves: [Curve], yScale: ScaleKind = .linear
    ) {
      self.title = title
      self.yLabel = yLabel
      self.curves = curves
      self.yScale = yScale
    }
  }
}
