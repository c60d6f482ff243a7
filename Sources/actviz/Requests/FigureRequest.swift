import Activations
import Analysis
import Figures

/// A figure in plain values: all that options or a file can say of it, and nothing evaluated yet.
struct FigureRequest {
  var title: String
  var xLabel = "x"
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
  var look = Look()
  /// The number of points of an even grid; nil to sample adaptively.
  var samples: Int?

  init(title: String, domain: ClosedRange<Double>, panels: [PanelRequest]) {
    self.title = title
    self.domain = domain
    self.panels = panels
  }

  /// The figure, its functions evaluated.
  func figure() -> Figure {
    let sampler = Sampler(
      domain: domain, pixels: look.pixels, count: samples, xTransform: xScale.bend)
    var figure = Figure(
      title: title, xLabel: xLabel, xDomain: domain, xScale: xScale,
      panels: panels.map { $0.content(sampler) }, columns: columns,
      size: look.size)
    figure.sharesYDomain = sharesYDomain
    figure.labelling = labelling
    return figure
  }
}

extension ScaleKind {
  /// The rule that bends the axis; nil for a linear one, which samplers take a shorter way for.
  var bend: Transform? { self == .linear ? nil : transform }
}
