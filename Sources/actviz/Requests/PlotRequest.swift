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
  /// What it is divided into panels by, beside the quantities.
  var facet: Facet?
  /// How many panels stand side by side; chosen where nil.
  var columns: Int?
  /// Whether every facet has an x-domain of its own.
  var freesX = false
  /// Whether every panel has a y-domain of its own.
  var freesY = false
  var aids = ReadingAids()

  init(
    functions: FunctionOptions, reference: String? = nil, type: FloatType? = nil,
    domain: DomainOptions, scales: ScaleOptions? = nil, figure: FigureOptions,
    facets: FacetOptions? = nil, reading: ReadingOptions? = nil
  ) throws {
    let resolved = try functions.resolved()
    self.functions = try reading?.named(resolved) ?? resolved
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
    if let facets { try divide(by: facets) }
    if let reading { aids = try reading.aids(for: drawn) }
    if let range = aids.yRange, yScale == .log, range.lowerBound <= 0 {
      throw Failure(.usage, "--y-range of a logarithmic axis lies above 0, such as 1e-6:1.")
    }
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
  private mutating func divide(by options: FacetOptions) throws {
    facet = try options.kind(of: functions)
    columns = try options.columnCount()
    (freesX, freesY) = (options.freeX, options.freeY)
    // Counted before the groups are made, which takes long for thousands.
    let count = views.count * (facet?.count(of: functions) ?? 1)
    guard count <= Facet.panelLimit else {
      throw Failure(
        .usage,
        "--facet \(options.facet ?? "") makes \(count) panels; a figure holds at most "
          + "\(Facet.panelLimit).")
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
    let names = Title.names(of: functions)
    return reference.map { "\(names) against \($0.legend)" } ?? names
  }
}
