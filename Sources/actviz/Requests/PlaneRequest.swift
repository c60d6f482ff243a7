import Activations
import FigureSpecification
import Figures
import Formulas

/// What is drawn of functions of x and y in colour or as contour lines: a panel for each function and quantity.
struct PlaneRequest {
  let functions: [Function]
  /// What they are compared with, if anything; then their differences are shown.
  let reference: Function?
  private let quantities: [SurfaceQuantity]
  private let hasColors: Bool
  private let domains: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  private let scales: (x: ScaleKind, y: ScaleKind)
  private let values: ClosedRange<Double>?
  private let cells: GridSize?
  private let look: Look
  private let title: String?
  private let columns: Int?
  private let axes: AxesRequest
  private let annotations: AnnotationsRequest
  private let legendPlace: LegendPlace

  /// What settings ask for.
  ///
  /// Throws a `Problem`.
  init(
    _ settings: Settings, _ form: SurfaceForm, _ functions: [Function], against reference: Function?
  )
    throws
  {
    try settings.checkThatNothingIsSaidOfCurves(form)
    for function in functions + [reference].compactMap(\.self) where function.surface == nil {
      throw settings.mixed(function, functions + [reference].compactMap(\.self))
    }
    self.functions = try settings.named(functions)
    self.reference = reference
    quantities = try settings.value(Keys.surfaceQuantities)
    try settings.check(quantities, of: functions + [reference].compactMap(\.self))
    hasColors = form == .field
    domains = (try settings.value(Keys.xRange), try settings.value(Keys.yDomain))
    scales = (try settings.value(Keys.xScale), try settings.value(Keys.yScale))
    try settings.check(scales.x, Keys.xScale, over: domains.x, Keys.xRange.name)
    try settings.check(scales.y, Keys.yScale, over: domains.y, Keys.yRange.name)
    values = try settings.value(Keys.zRange)
    cells = settings.has(Keys.samples) ? try settings.value(Keys.fieldCells) : nil
    look = try Look(settings)
    columns = try settings.value(Keys.columns)
    annotations = try AnnotationsRequest(settings)
    legendPlace = try settings.value(Keys.legend)
    title = try settings.title(of: functions, [.f])
    var axes = try AxesRequest(settings, views: 1, x: scales.x, y: scales.y)
    if !settings.has(Keys.aspect) {
      axes.hasEqualUnits = domains.x == domains.y && scales.x == .linear && scales.y == .linear
    }
    self.axes = axes
  }

  /// The figure: a row for every quantity with a column for every function, or the other way round, as panels come out larger.
  var figure: FigureRequest {
    let places = quantities.flatMap { quantity in functions.map { ($0, quantity) } }
    let turned = functions.flatMap { function in quantities.map { (function, $0) } }
    let arrangement = arrangement
    let panels = (arrangement.isTurned ? turned : places).map(panel)
    var figure = FigureRequest(title: title ?? defaultTitle, domain: domains.x, panels: panels)
    figure.columns = columns ?? arrangement.columns
    figure.legendPlace = legendPlace
    figure.look = look
    figure.xScale = scales.x
    return figure
  }

  private var names: FigureNames { FigureNames(of: functions + [reference].compactMap(\.self)) }

  private var defaultTitle: String {
    let title = Title.names(of: functions, names)
    return reference.map { "\(title) against \(names.legend($0))" } ?? title
  }

  /// How many panels stand side by side, and whether a row is of a function; nil where one list is as good in any rows.
  private var arrangement: (columns: Int?, isTurned: Bool) {
    guard functions.count > 1, quantities.count > 1 else { return (nil, false) }
    let count = functions.count * quantities.count
    func size(_ columns: Int) -> Double {
      let rows = (count + columns - 1) / columns
      return min(look.size.width / Double(columns), look.size.height / Double(rows))
    }
    let rows = (1...functions.count).map { $0 * quantities.count }
    let best = rows.max { size($0) < size($1) } ?? quantities.count
    return size(functions.count) >= size(best) ? (functions.count, false) : (best, true)
  }

  private func panel(_ function: Function, _ quantity: SurfaceQuantity) -> PanelRequest {
    let difference = reference.map { quantity.difference(from: $0) }
    var panel = PanelRequest(
      title: panelTitle(function, quantity), yLabel: axes.yNames.first ?? "$y$", curves: [])
    panel.field = FieldRequest(
      function: function, reference: reference, quantity: quantity,
      name: difference ?? quantity.typeset, hasColors: hasColors, values: values,
      cells: cells.map { ($0.x, $0.y) })
    // Above the panel it need not stand again.
    panel.field?.isNamed = functions.count > 1 || quantities.count == 1 || reference != nil
    (panel.domain, panel.yRange) = (domains.x, domains.y)
    (panel.xScale, panel.yScale) = (scales.x, scales.y)
    panel.xLabel = axes.xName
    (panel.xTicks, panel.yTicks) = (axes.xTicks, axes.yTicks)
    (panel.hasGrid, panel.hasEqualUnits) = (axes.hasGrid && !hasColors, axes.hasEqualUnits)
    panel.annotations = annotations
    panel.annotations.style(after: [], curves: 0, CurveOverrides())
    return panel
  }

  /// What stands above a panel: its function, its quantity, or both, as they differ.
  private func panelTitle(_ function: Function, _ quantity: SurfaceQuantity) -> String? {
    let name = functions.count > 1 ? names.legend(function) : nil
    // What an only function is called stands above all.
    let isPlain = quantity == .f && name != nil || quantities.count == 1 && hasColors
    let shown = isPlain ? nil : name == nil ? quantity.typeset : "$\(quantity.derivative)$"
    let parts = [name, shown].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
