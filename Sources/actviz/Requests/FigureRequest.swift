import Activations
import Analysis
import Figures

/// A figure in plain values: all that options or a file can say of it, and nothing evaluated yet.
struct FigureRequest {
  var title: String
  var xLabel = "$x$"
  /// The x-domain of all panels that have none of their own.
  var domain: ClosedRange<Double>
  var xScale = ScaleKind.linear
  /// The panels, row by row.
  var panels: [PanelRequest]
  /// How many panels stand side by side; chosen by the shape of the figure where nil.
  var columns: Int?
  /// Whether y-axes of one name show the same y-domain.
  var sharesYDomain = false
  var labelling = Labelling.legend
  var legendPlace = LegendPlace.automatic
  /// What is said of curves that the figure does not have.
  var strangers: [Stranger] = []
  var look = Look()
  /// The number of points of an even grid; nil to sample adaptively.
  var samples: Int?

  init(title: String, domain: ClosedRange<Double>, panels: [PanelRequest]) {
    self.title = title
    self.domain = domain
    self.panels = panels
  }

  /// The figure, its functions evaluated.
  ///
  /// First roughly, so that it is known which values its axes show, then to the pixel within these.
  func figure(telling progress: WorkProgress = .untold) -> Figure {
    // Each curve and each field is looked at twice.
    let fields = panels.count { $0.field != nil }
    let curves = panels.reduce(0) { $0 + $1.curves.count }
    progress.begin(
      .init(counting: curves > 0 ? "curves" : "fields", total: 2 * (curves + fields), steps: 2))
    let sampler = Sampler(
      domain: domain, pixels: look.pixels, count: samples, xTransform: xScale.bend)
    var figure = Figure(
      title: title, xLabel: xLabel, xDomain: domain, xScale: xScale,
      panels: [], columns: columns, size: look.size)
    figure.sharesYDomain = sharesYDomain
    figure.labelling = labelling
    figure.legendPlace = legendPlace
    let drafts = panels.map { panel in
      panel.curves.map { curve in
        defer { progress.advance(1) }
        return curve.draft(panel.sampler(sampler), on: panel.yScale, seeing: panel.yRange)
      }
    }
    figure.panels = zip(panels, drafts).map { $0.axes(for: $1) }
    let scene = Scene(figure)
    for (index, axes) in scene.panels.enumerated() {
      panels[index].fill(&figure.panels[index], with: drafts[index], on: axes, telling: progress)
    }
    if fields > 0 { fill(&figure, with: scene, telling: progress) }
    return figure
  }
}

extension ScaleKind {
  /// The rule that bends the axis; nil for a linear one, which samplers take a shorter way for.
  var bend: Transform? { self == .linear ? nil : transform }
}
