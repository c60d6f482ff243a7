import Activations
import Figures

/// What to draw, in plain values: functions by quantity, alone or against a reference.
struct FigureRequest {
  var functions: [Function]
  /// The function that the others are measured against, if any.
  var reference: Function?
  /// The float type in whose ulp the differences are counted too, if any.
  var type: FloatType?
  var quantities: [Quantity]
  var sampler: Sampler
  var size: Size
  var title: String?

  init(
    functions: FunctionOptions, reference: String? = nil, type: FloatType? = nil,
    domain: DomainOptions, figure: FigureOptions
  ) throws {
    self.functions = try functions.resolved()
    self.reference = try reference.map(functions.reference)
    self.type = type
    quantities = try domain.quantities()
    try Quantity.check(quantities, of: self.functions + [self.reference].compactMap(\.self))
    size = try Size(parsing: figure.size)
    sampler = Sampler(
      domain: try domain.domain(),
      pixels: (Double(size.width), Double(size.height)),
      count: try domain.count(upTo: 1_000_000))
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
    size = .standard
    sampler = Sampler(domain: domain, pixels: (Double(size.width), Double(size.height)))
  }

  /// The figure: a panel for every quantity and, with a reference, one below for the differences.
  ///
  /// With a type, another one below tells the differences in ulp.
  func figure() -> Figure {
    var panels = quantities.map { panel($0) }
    if let reference {
      panels += quantities.map { panel($0, minus: reference) }
      if let type { panels += quantities.map { panel($0, ulpsFrom: reference, in: type) } }
    }
    return Figure(
      title: title ?? defaultTitle, xLabel: "x", xDomain: sampler.domain,
      panels: panels, columns: reference.map { _ in quantities.count }, size: size)
  }

  /// The functions as drawn, the reference last unless it is one of them.
  private var drawn: [Function] {
    guard let reference, !functions.contains(where: { $0.label == reference.label }) else {
      return functions
    }
    return functions + [reference]
  }

  private func panel(_ quantity: Quantity) -> PanelContent {
    let curves = drawn.enumerated().map { index, function in
      curve(Trace(function, quantity), of: function, index)
    }
    return PanelContent(yLabel: quantity.notation, curves: curves)
  }

  private func panel(_ quantity: Quantity, minus reference: Function) -> PanelContent {
    let baseline = Trace(reference, quantity)
    let curves = functions.enumerated().compactMap { index, function -> Curve? in
      guard function.label != reference.label else { return nil }
      return curve(Trace(Trace(function, quantity), minus: baseline), of: function, index)
    }
    return PanelContent(yLabel: "\(quantity.notation) − \(reference.legend)", curves: curves)
  }

  private func curve(_ trace: Trace, of function: Function, _ index: Int) -> Curve {
    let segments = sampler.segments(of: trace).map { $0.map { Point(x: $0.x, y: $0.y) } }
    return Curve(name: function.legend, segments: segments, styleIndex: index)
  }

  /// The functions' names, each with its parameters, and what they are compared with.
  private var defaultTitle: String {
    let names = Title.names(of: functions)
    return reference.map { "\(names) against \($0.legend)" } ?? names
  }
}
