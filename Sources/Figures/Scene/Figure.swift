/// A figure as its author thinks of it: panels over one x-domain, and no pixel yet but the size.
public struct Figure: Equatable, Sendable {
  /// What stands above all panels; nothing where empty.
  public var title: String
  /// The name of the x-axis.
  public var xLabel: String
  /// The x-domain, shown as it is given, in data units.
  public var xDomain: ClosedRange<Double>
  /// How the x-axis is divided.
  public var xScale: ScaleKind
  /// The panels, row by row.
  public var panels: [PanelContent]
  /// Whether panels whose y-axes have one name and one scale show the same y-domain, so that they
  /// compare at a glance.
  public var sharesYDomain = false
  /// How curves are told apart.
  public var labelling = Labelling.legend
  /// How many panels stand side by side; chosen by the shape of the figure where nil.
  public var columns: Int?
  /// The size of the image.
  public var size: Size

  /// Makes a figure.
  public init(
    title: String, xLabel: String = "x", xDomain: ClosedRange<Double>,
    xScale: ScaleKind = .linear, panels: [PanelContent], columns: Int? = nil,
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
