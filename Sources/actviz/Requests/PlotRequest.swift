import Activations
import Figures

/// What `plot` and `compare` are asked for: functions by quantity, alone or against a reference.
struct PlotRequest {
  var functions: [Function]
  /// The function that the others are measured against, if any.
  var reference: Function?
  /// The float type in whose ulp the differences are counted too, if any.
  var type: FloatType?
  var quantities: [Quantity]
  var domain: ClosedRange<Double>
  var look = Look()
  var xScale = ScaleKind.linear
  /// How the y-axes are divided, but for those that count ulp.
  var yScale = ScaleKind.linear
  /// The number of points of an even grid; nil to sample adaptively.
  var samples: Int?
  /// The title, in place of the one made from the functions.
  var title: String?

  init(
    functions: FunctionOptions, reference: String? = nil, type: FloatType? = nil,
    domain: DomainOptions, scales: ScaleOptions? = nil, figure: FigureOptions
  ) throws {
    self.functions = try functions.resolved()
    self.reference = try reference.map(functions.reference)
    self.type = type
    quantities = try domain.quantities()
    try Quantity.check(quantities, of: self.functions + [self.reference].compactMap(\.self))
    look = try figure.look()
    self.domain = try domain.domain()
    xScale = try scales?.x(over: self.domain) ?? .linear
    yScale = try scales?.y() ?? .linear
    samples = try domain.count(upTo: 1_000_000)
    title = try figure.title(of: self.functions, quantities)
    if let type { try checkValues(of: type, xRange: domain.xRange) }
  }

  /// A figure of the standard size with the title made from its functions.
  init(
    functions: [Function], reference: Function?, quantities: [Quantity],
    domain: ClosedRange<Double>
  ) {
    self.functions = functions
    self.reference = reference
    self.quantities = quantities
    self.domain = domain
  }

  /// The figure: a panel for every quantity and, with a reference, one below for the differences.
  ///
  /// With a type, another one below tells the differences in ulp.
  func figureRequest() -> FigureRequest {
    var figure = FigureRequest(
      title: title ?? defaultTitle, domain: domain,
      panels: views.map { view in PanelRequest(view, curves: curves(view)) })
    figure.columns = reference.map { _ in quantities.count }
    figure.look = look
    figure.xScale = xScale
    figure.samples = samples
    return figure
  }

  /// The functions as drawn, the reference last unless it is one of them.
  var drawn: [Function] {
    guard let reference, !functions.contains(where: { $0.label == reference.label }) else {
      return functions
    }
    return functions + [reference]
  }

  private func curves(_ view: View) -> [CurveRequest] {
    drawn.enumerated().compactMap { index, function in
      guard view.isValue || function.label != reference?.label else { return nil }
      return CurveRequest(
        function: function, quantity: view.quantity, measure: view.measure, name: function.legend,
        styleIndex: index)
    }
  }

  /// The functions' names, each with its parameters, and what they are compared with.
  private var defaultTitle: String {
    let names = Title.names(of: functions)
    return reference.map { "\(names) against \($0.legend)" } ?? names
  }
}
