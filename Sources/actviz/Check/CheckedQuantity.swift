import Activations
import Analysis
import Exact
import FigureSpecification
import Formulas

/// What is checked of a function: a quantity of one of x, or of one of x and y.
enum CheckedQuantity: Equatable {
  case ofX(Quantity)
  case ofXAndY(SurfaceQuantity)

  /// What settings ask for, of a function.
  ///
  /// Throws a `Problem`.
  init(_ settings: Settings, of function: Function) throws {
    guard function.surface != nil else {
      let quantity = try settings.value(Keys.checkQuantity)
      try settings.check([quantity], of: [function], by: Keys.checkQuantity)
      self = .ofX(quantity)
      return
    }
    self = .ofXAndY(try settings.value(Keys.checkSurfaceQuantity))
    guard isHad(by: function) else {
      throw settings.problem(
        Keys.checkSurfaceQuantity, or: Keys.function,
        "\(name) of \(function.name) has derivatives that the language has no word for.")
    }
  }

  /// How it is called: `df`, `fx`.
  var name: String {
    switch self {
    case .ofX(let quantity): quantity.rawValue
    case .ofXAndY(let quantity): quantity.rawValue
    }
  }

  /// The notation of an axis, typeset.
  var typeset: String {
    switch self {
    case .ofX(let quantity): quantity.typeset
    case .ofXAndY(let quantity): quantity.typeset
    }
  }

  /// What is shown of a function of x alone; empty for one of two variables.
  var ofX: [Quantity] {
    switch self {
    case .ofX(let quantity): [quantity]
    case .ofXAndY: []
    }
  }

  /// Whether there are two variables.
  var isOfTwoVariables: Bool {
    switch self {
    case .ofX: false
    case .ofXAndY: true
    }
  }

  /// Whether a function has it.
  func isHad(by function: Function) -> Bool {
    switch self {
    case .ofX(let quantity): function.surface == nil && function.has(quantity)
    case .ofXAndY(let quantity):
      (function.surface as? FormulaSurface).map { !$0.lacks(quantity) } ?? false
    }
  }

  /// What a function gives for it, as doubles have it.
  func values(of function: Function, at places: Answers) -> [Double] {
    switch self {
    case .ofX(let quantity): function.activation.columns([quantity], at: places.xs.doubles)[0]
    case .ofXAndY(let quantity): function.surface?.columns([quantity], at: places.points)[0] ?? []
    }
  }
}

/// The true values of what is checked, each rounded once.
struct Truths {
  private enum Form {
    case ofX(ProvedColumns, Quantity)
    case ofXAndY(ProvedSurface, SurfaceQuantity)
  }

  private var form: Form
  private let progress: WorkProgress

  /// The truth about a function that has the quantity.
  init(
    of function: Function, _ quantity: CheckedQuantity, _ extent: ProvedColumns.Extent = .roundings,
    telling progress: WorkProgress = .untold
  ) {
    self.progress = progress
    switch quantity {
    case .ofX(let quantity):
      var proved = ProvedColumns(function, extent)
      proved.progress = progress
      form = .ofX(proved, quantity)
    case .ofXAndY(let quantity):
      let surface = function.surface as? FormulaSurface ?? FormulaSurface()
      form = .ofXAndY(ProvedSurface(surface, extent), quantity)
    }
  }

  /// The values at every place, rounded once to the type.
  mutating func values(at places: Answers, as type: FloatType) -> FloatColumn {
    switch form {
    case .ofX(var proved, let quantity):
      defer { form = .ofX(proved, quantity) }
      return proved.values(quantity, at: places.xs, as: type)
    case .ofXAndY(var proved, let quantity):
      defer { form = .ofXAndY(proved, quantity) }
      defer { progress.advance(places.count) }
      return FloatColumn(proved.columns([quantity], at: places.points, as: type)[0])
    }
  }

  /// How many of the values could not be decided, where proof was asked for.
  var undecided: Int {
    switch form {
    case .ofX(let proved, _): proved.undecided
    case .ofXAndY(let proved, _): proved.undecided
    }
  }
}
