import Activations

/// What a figure shows, all of it decided, in data units: the place where every back end starts.
///
/// No pixel is in it but the figure's size. Domains are fitted or shared, curves have their styles, marks are chosen,
/// and all texts are single lines without control characters, in which formulas may stand between dollar signs.
package struct Scene: Equatable, Sendable {
  /// What stands above all panels; nothing where empty.
  package var title: String
  /// The panels, row by row.
  package var panels: [Panel]
  /// Rows and columns.
  package var arrangement: Arrangement
  /// Whether the panels of a row have one y-axis, whose labels stand at the first of them alone.
  package var sharesRows: Bool
  /// How curves are told apart, where there is room for it.
  package var labelling: Labelling
  /// Where the legend stands, if there is room for it.
  package var legendPlace: LegendPlace
  /// The size of the image.
  package var size: Size

  /// What one of a panel's axes shows.
  package struct Axis: Equatable, Sendable {
    /// What it is called; nothing where empty.
    package var name: String
    /// What it shows, from left to right or from bottom to top, in data units.
    package var domain: ClosedRange<Double>
    /// How it is divided.
    package var scale: ScaleKind
    /// Where it has its ticks.
    package var ticks = TickChoice.round

    /// Whether a value has a place on it: NaN has none, and no value where the axis' own ends have none, such as 0 on
    /// a logarithmic one.
    package func shows(_ value: Double) -> Bool {
      let forward = scale.transform.forward
      return domain.contains(value) && forward(domain.lowerBound).isFinite
        && forward(domain.upperBound).isFinite
    }
  }

  /// A curve with its style.
  package struct Curve: Equatable, Sendable {
    /// Its place among the curves that the panel was given.
    package var place: Int
    /// What it is called; nothing where empty.
    package var name: String
    /// Which value of a parameter it is for, which legends and labels say in place of the name.
    package var value: Figures.Curve.Value?
    /// Pieces to be joined point by point, never with each other; see ``Figures/Curve/segments``.
    package var segments: [[Point]]
    /// Runs of columns that it fills; see ``Figures/Curve/fills``.
    package var fills: [[Extent]]
    /// The ends of its pieces at jumps; see ``Figures/Curve/dots``.
    package var dots: [Dot]
    /// Whether it is shown for itself or as the reference.
    package var role: Role
    /// How it is told from the others; a reference is in grey instead.
    package var style: CurveStyle

    /// A point at a jump.
    package typealias Dot = Figures.Curve.Dot

    /// What is written beside it: its name, or its value, which the first and the last of a sweep say in full.
    var label: String {
      guard let value, !name.isEmpty, case .step(let step, let count) = style.place,
        style.pattern == 0
      else { return name }
      return step == 0 || step == count - 1 ? "\(value.symbol) = \(value.text)" : value.text
    }

    /// What part a curve plays.
    package typealias Role = Figures.Curve.Role
  }

  /// A panel: two axes and what lies between them, or lines of text.
  package struct Panel: Equatable, Sendable {
    /// What stands above it, in its middle; nothing where empty.
    package var title: String
    /// The axis below it.
    package var x: Axis
    /// The axis beside it.
    package var y: Axis
    /// Whether lines stand at the ticks.
    package var hasGrid: Bool
    /// Whether one unit of x is as long as one of y.
    package var hasEqualUnits: Bool
    /// A function of x and y, beneath all else.
    package var field: Figure.Field?
    /// Parts that are shaded from edge to edge, behind everything.
    package var zones: [Zone] = []
    /// Straight lines through the panel, behind the curves.
    package var guides: [GuideLine] = []
    /// Measured values, over the curves.
    package var measured: [Measured] = []
    /// What is said of points, all of which lie in the panel.
    package var callouts: [Callout] = []
    /// Areas that are shaded, behind the curves.
    package var bands: [Band]
    /// The curves, later over earlier: references before the others.
    package var curves: [Curve]
    /// Points that are marked, over the curves; all lie in the panel.
    package var marks: [Mark]
    /// How many more points could be marked than are.
    package var unmarkedCount: Int
    /// What stands in the middle of a panel in which nothing is to be seen, and why; nothing where empty.
    package var message: String
    /// Lines of text in place of axes and curves; none in a panel of curves.
    package var notes: [Figure.Panel.Note]

    /// Whether it shows curves and not text.
    package var isPlot: Bool { notes.isEmpty }

    /// How much wider than high it is where the units of both axes are equal; nil where it would be a
    /// ribbon, more than twenty times as long as wide.
    package var shape: Double? {
      let width = x.domain.upperBound - x.domain.lowerBound
      let height = y.domain.upperBound - y.domain.lowerBound
      let shape = width / height
      return (0.05...20).contains(shape) ? shape : nil
    }
  }
}

extension Scene {
  /// The panel of curves right below another; nil where there is none.
  package func plot(below index: Int) -> Panel? {
    let below = index + arrangement.columns
    return below < panels.count && panels[below].isPlot ? panels[below] : nil
  }

  /// Whether the x-axis is labelled under a panel: below it is none, or one with another x-axis or width.
  package func labelsX(under index: Int) -> Bool {
    panels[index].hasEqualUnits && !hasOneFrame
      || plot(below: index).map { $0.x != panels[index].x } ?? true
  }

  /// Whether all panels are fields of one shape, whose frames stand in line.
  var hasOneFrame: Bool {
    panels.allSatisfy {
      $0.field != nil && $0.hasEqualUnits && $0.x == panels[0].x
        && $0.y.domain == panels[0].y.domain
    }
  }

  /// Whether the y-axis is labelled beside a panel: the first of its row has another, or is this one.
  package func labelsY(beside index: Int) -> Bool {
    !sharesRows || index.isMultiple(of: arrangement.columns)
  }
}
