/// What a figure is asked to show: panels over one x-domain.
///
/// What it leaves open a ``Scene`` decides.
package struct Figure: Equatable, Sendable {
  /// What stands above all panels; nothing where empty.
  package var title: String
  /// The name of the x-axis.
  package var xLabel: String
  /// The x-domain, shown as it is given, in data units.
  package var xDomain: ClosedRange<Double>
  /// How the x-axis is divided.
  package var xScale: ScaleKind
  /// The panels, row by row.
  package var panels: [Panel]
  /// Whether panels whose y-axes have one name and one scale show the same y-domain, so that they
  /// compare at a glance.
  package var sharesYDomain = false
  /// How curves are told apart.
  package var labelling = Labelling.legend
  /// Where the legend stands.
  package var legendPlace = LegendPlace.automatic
  /// How many panels stand side by side; chosen by the shape of the figure where nil.
  package var columns: Int?
  /// The size of the image.
  package var size: Size

  /// Makes a figure.
  package init(
    title: String, xLabel: String = "x", xDomain: ClosedRange<Double>,
    xScale: ScaleKind = .linear, panels: [Panel], columns: Int? = nil,
    size: Size = .standard
  ) {
    self.title = title
    self.xLabel = xLabel
    self.xDomain = xDomain
    self.xScale = xScale
    self.panels = panels
    self.columns = columns
    self.size = size
  }
}
