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
  var look = Look()
  var xScale = ScaleKind.linear
  var yScale = ScaleKind.linear
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
    let interval = try domain.domain()
    xScale = try scales?.x(over: interval) ?? .linear
    yScale = try scales?.y() ?? .linear
    sampler = Sampler(
      domain: interval, pixels: look.pixels, count: try domain.count(upTo: 1_000_000),
      xWarp: xScale.warp, yWarp: yScale.warp)
    title = figure.title
    if let type { try checkValues(of: type, xRange: domain.xRange) }
  }

  /// A figure with the title made from its functions.
  init(
    functions: [Function], reference: Function?, quantities: [Quantity],
    domain: ClosedRange<Double>, look: Look = Look()
  ) {
    self.functions = functions
    self.reference = reference
    self.quantities = quantities
    self.look = look
    sampler = Sampler(domain: domain, pixels: look.pixels)
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
      xScale: xScale, panels: panels, columns: reference.map { _ in quantities.count },
      size: look.size)
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
    return PanelContent(yLabel: quantity.notation, curves: curves, yScale: yScale)
  }

  private func panel(_ quantity: Quantity, minus reference: Function) -> PanelContent {
    let baseline = Trace(reference, quantity)
    let curves = functions.enumerated().compactMap { index, function -> Curve? in
      guard function.label != reference.label else { return nil }
      let error = Trace(Trace(function, quantity), minus: baseline)
      return curve(yScale == .log ? error.magnitude : error, of: function, index)
    }
    let label = "\(quantity.notation) − \(reference.legend)"
    return PanelContent(
      yLabel: yScale == .log ? "|\(label)|" : label, curves: curves, yScale: yScale)
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

extension ScaleKind {
  /// The scale as a sampler knows it.
  var warp: Warp? {
    guard self != .linear else { return nil }
    let transform = transform
    return Warp(forward: transform.forward, inverse: transform.inverse)
  }
}
