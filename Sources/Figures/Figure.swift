/// A line in data coordinates, broken where its function has a gap.
public struct Curve: Equatable, Sendable {
  /// What part a curve plays.
  public enum Role: Sendable {
    /// One of the curves that are shown.
    case subject
    /// What the others are measured against: grey, behind them.
    case reference
  }

  /// What the legend calls it; empty for a curve that the legend leaves out.
  public var name: String
  /// Pieces to be joined point by point, never with each other.
  ///
  /// A piece of one point is a dot, and points that are not finite break a piece.
  public var segments: [[Point]]
  /// Which colour and dash pattern it has; its place in the panel where nil.
  public var styleIndex: Int?
  /// Whether it is shown for itself or as the reference.
  public var role: Role

  /// Makes a curve.
  public init(
    name: String, segments: [[Point]], styleIndex: Int? = nil, role: Role = .subject
  ) {
    self.name = name
    self.segments = segments
    self.styleIndex = styleIndex
    self.role = role
  }
}

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

/// How curves are told apart.
public enum Labelling: String, CaseIterable, Sendable {
  /// A legend: one where the panels agree, one a panel where they do not.
  case legend
  /// Names at the curves' ends.
  case direct
  /// Not at all.
  case none
}

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
