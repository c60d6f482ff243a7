import Activations
import FigureSpecification

/// What a picture shows of functions: curves over x, or fields over x and y.
enum PictureRequest {
  case curves(PlotRequest)
  case planes(PlaneRequest)

  /// What settings ask for.
  ///
  /// `naming` decides which of their values the functions' names tell. Throws a `Problem`.
  init(_ settings: Settings, naming: (Function) -> Function = { $0 }) throws {
    let reader = try FunctionReader(settings, takingTwoVariables: true)
    let functions = try reader.functions().map(naming)
    guard functions.contains(where: { $0.surface != nil }) else {
      try settings.checkThatNothingIsSaidOfPlanes(functions)
      self = .curves(try PlotRequest(settings, reader, functions))
      return
    }
    let form = try settings.value(Keys.form) ?? (settings.has(Keys.slices) ? .slices : .field)
    switch form {
    case .slices:
      if settings.has(Keys.reference) {
        throw settings.problem(
          Keys.form, or: Keys.slices,
          """
          Differences of functions of x and y are drawn as a field or as contours, not as slices; give y a value: \
          \(Keys.parameters.name) y=1.
          """)
      }
      let reader = try FunctionReader(settings, slices: settings.sliceList())
      let sliced = try reader.functions()
      let slices = try Slices(settings, of: functions, sliced)
      self = .curves(try PlotRequest(settings, reader, sliced, slices: slices))
    case .field, .contours:
      let reference = try reader.reference()
      self = .planes(try PlaneRequest(settings, form, functions, against: reference))
    }
  }

  /// The functions that are shown.
  var functions: [Function] {
    switch self {
    case .curves(let request): request.functions
    case .planes(let request): request.functions
    }
  }

  /// The figure.
  var figure: FigureRequest {
    switch self {
    case .curves(let request): request.figureRequest()
    case .planes(let request): request.figure
    }
  }
}

extension Settings {
  /// Refuses options of functions of x and y where all are of x alone.
  fileprivate func checkThatNothingIsSaidOfPlanes(_ functions: [Function]) throws(Problem) {
    let keys: [any TypedKey] = [Keys.form, Keys.slices, Keys.zRange]
    guard let key = keys.first(where: { last($0) != nil }), let function = functions.first else {
      return
    }
    let isSlice = function.settings.contains { $0.parameter.name == "y" }
    throw problem(
      key,
      """
      \(key.name) is of functions of x and y, and \(function.name) is a function of x alone\
      \(isSlice ? ", as y has a value" : "").
      """)
  }
}
