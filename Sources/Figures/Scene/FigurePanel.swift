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
    /// The y-domain in data units; fitted to the values where nil.
    package var yDomain: ClosedRange<Double>?
    /// The values that a fitted y-domain holds, in data units; those of the curves where nil.
    package var values: ClosedRange<Double>?
    /// The name of the x-axis; the figure's where nil.
    package var xLabel: String?
    /// Where the x-axis has its ticks.
    package var xTicks = TickChoice.round
    /// Where the y-axis has its ticks.
    package var yTicks = TickChoice.round
    /// Whether lines stand at the ticks.
    package var hasGrid = true
    /// Whether one unit of x is as long as one of y; of linear axes.
    package var hasEqualUnits = false
    /// A function of x and y, beneath all else.
    package var field: Figure.Field?
    /// Parts that are shaded from edge to edge, behind everything.
    package var zones: [Zone] = []
    /// Straight lines through the panel, behind the curves.
    package var guides: [GuideLine] = []
    /// Measured values, over the curves.
    package var measured: [Measured] = []
    /// What is said of points.
    package var callouts: [Callout] = []
    /// Areas that are shaded, behind the curves.
    package var bands: [Band] = []
    /// Points that are marked, over the curves; shown are the first few that lie in the panel.
    package var marks: [Mark] = []
    /// What stands in the middle where nothing is to be seen.
    package var message = ""
    /// What a reader of the picture would not find out by looking, for standard error: a sentence each.
    package var warnings: [String] = []
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
