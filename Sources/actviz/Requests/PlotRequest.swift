import Activations
import FigureSpecification
import Figures

/// What `plot` and `compare` are asked for: functions by quantity, alone or against a reference.
struct PlotRequest {
  var functions: [Function]
  /// The function that the others are measured against, if any.
  var reference: Function?
  /// The float type in whose ulp the differences are counted too, if any.
  var type: FloatType?
  var quantities: [Quantity]
  /// What of functions of x and y is shown in slices; nil where there are none.
  var slices: Slices?
  var domain: ClosedRange<Double>
  var look = Look()
  var xScale = ScaleKind.linear
  /// How the y-axes are divided, but for those that count ulp.
  var yScale = ScaleKind.linear
  /// The number of points of an even grid; nil to sample adaptively.
  var samples: Int?
  /// The title, in place of the one made from the functions.
  var title: String?
  /// What it is divided into panels by, beside the quantities.
  var facet: Facet?
  /// How many panels stand side by side; chosen where nil.
  var columns: Int?
  /// Whether every facet has an x-domain of its own.
  var freesX = false
  /// Whether every panel has a y-domain of its own.
  var freesY = false
  var aids = ReadingAids()
  var axes = AxesRequest()
  var annotations = AnnotationsRequest()
  /// What is asked of the look of single curves.
  var overrides = CurveOverrides()

  /// What settings ask for; against a reference where there is one.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings) throws {
    let reader = try FunctionReader(settings)
    try self.init(settings, reader, reader.functions())
  }

  /// What settings ask for of functions that were read, or of their slices.
  ///
  /// Throws a `Problem`.
  init(
    _ settings: Settings, _ reader: FunctionReader, _ functions: [Function], slices: Slices? = nil
  ) throws {
    self.functions = try settings.named(functions)
    self.slices = slices
    reference = try reader.reference()
    type = try settings.value(Keys.type)
    if type != nil, reference == nil {
      throw settings.problem(
        Keys.type, "\(Keys.type.name) counts errors against a reference, and there is none.")
    }
    quantities = try slices?.quantities.map(\.slice.quantity) ?? settings.value(Keys.quantities)
    try settings.check(
      quantities, of: self.functions + [reference].compactMap(\.self), by: Keys.quantities)
    look = try Look(settings)
    annotations = try AnnotationsRequest(settings)
    domain = try settings.value(Keys.xRange)
    if !settings.has(Keys.xRange) {
      // Whoever measured wants to see all of it.
      domain = domain.holding(annotations.measured.flatMap { $0.points.map(\.x) }, scale: .linear)
    }
    try takeScales(settings)
    samples = try settings.value(Keys.samples)
    title = try settings.title(of: slices?.whole ?? self.functions, quantities)
    if let type { try checkValues(of: type, settings) }
    try divide(settings)
    aids = try ReadingAids(settings, for: drawn, reader)
    if slices != nil { aids.yRange = try settings.value(Keys.zRange) }
    overrides = try CurveOverrides(settings)
    axes = try AxesRequest(settings, views: views.count, x: xScale, y: yScale)
    if let range = aids.yRange, yScale == .log, range.lowerBound <= 0 {
      throw settings.problem(
        valueRange, "\(valueRange.name) of a logarithmic axis lies above 0, such as 1e-6:1.")
    }
  }

  /// What the domain of the values is asked for by.
  private var valueRange: OptionalKey<ClosedRange<Double>> {
    slices == nil ? Keys.yRange : Keys.zRange
  }

  private mutating func takeScales(_ settings: Settings) throws {
    xScale = try settings.value(Keys.xScale)
    yScale = try settings.value(Keys.yScale)
    try settings.check(xScale, Keys.xScale, over: domain, Keys.xRange.name)
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

  /// Takes over what divides the figure; too many panels are refused.
  private mutating func divide(_ settings: Settings) throws {
    facet = try Facet(settings, of: functions)
    // Slices of several functions in one panel would be a thicket.
    if slices != nil, !settings.has(Keys.facet), Set(functions.map(\.name)).count > 1 {
      facet = .function
    }
    columns = try settings.value(Keys.columns)
    (freesX, freesY) = (settings[Keys.freeX], settings[Keys.freeY])
    // Counted before the groups are made, which takes long for thousands.
    let count = views.count * (facet?.count(of: functions) ?? 1)
    guard count <= Keys.panelLimit else {
      let name = settings.last(Keys.facet)?.value ?? ""
      throw settings.problem(
        Keys.facet,
        "\(Keys.facet.name) \(name) makes \(count) panels; a figure holds at most \(Keys.panelLimit)."
      )
    }
  }

  /// The functions as drawn, the reference last unless it is one of them.
  var drawn: [Function] {
    guard let reference, !functions.contains(where: reference.isTwin) else {
      return functions
    }
    return functions + [reference]
  }

  /// The functions' names, each with its parameters, and what they are compared with.
  var defaultTitle: String {
    let title = Title.names(of: slices?.whole ?? functions, names)
    return reference.map { "\(title) against \(names.legend($0))" } ?? title
  }

  /// How the functions are written, the reference among them.
  var names: FigureNames { FigureNames(of: functions + [reference].compactMap(\.self)) }
}
