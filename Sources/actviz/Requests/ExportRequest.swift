import Activations
import Export
import FigureSpecification
import Formulas

/// What is to be written as code or as formulas.
struct ExportRequest {
  /// A file, and what is to be said of it.
  struct File {
    let text: String
    var note: String?
  }

  let function: Function
  /// What is written: of a function of x f, f′ and f″, of one of x and y its slopes too.
  let quantities: [SurfaceQuantity]
  /// Whether parameters have their values in what is written.
  let isInline: Bool
  private let settings: Settings
  private let target: Target

  /// Throws a `Problem` or a `Failure`.
  init(_ settings: Settings) throws {
    self.settings = settings
    function = try FunctionReader(settings, takingTwoVariables: true).function()
    guard let word = try settings.value(Keys.language), let target = Target(named: word) else {
      throw settings.problem(
        Keys.language, "\(Keys.language.name) is missing: the language to write.")
    }
    self.target = target
    quantities = try Self.quantities(of: function, settings)
    isInline = settings[Keys.inlines]
  }

  private static func quantities(of function: Function, _ settings: Settings) throws
    -> [SurfaceQuantity]
  {
    guard function.surface == nil else {
      return settings.last(Keys.surfaceQuantities) == nil
        ? [.f, .fx, .fy] : try settings.value(Keys.surfaceQuantities)
    }
    return try settings.value(Keys.quantities).map { quantity in
      switch quantity {
      case .f: return .f
      case .df: return .fx
      case .d2f: return .fxx
      case .gate, .density, .sign:
        throw settings.problem(
          Keys.quantities, "Functions are written as f, df and d2f, not as \(quantity.rawValue).")
      }
    }
  }

  /// What is written.
  ///
  /// Throws a `Problem` for what the language has not, and a `Failure` where nothing holds.
  func file() throws -> File {
    switch target {
    case .code(let language): try CodeRequest(self, language, settings).file()
    case .latex: try latex()
    }
  }

  private func latex() throws -> File {
    if let setting = settings.last(Keys.type) ?? settings.last(Keys.limit) {
      throw setting.problem("Formulas have no type and no error; leave this option out.")
    }
    // Not the function's own name: erf(x) = erf(x) would say nothing.
    let name = try settings.value(Keys.codeName) ?? "f"
    do throws(CodePrograms.Obstacle) {
      let file = try LaTeXFile(
        function, by: quantities.map(\.variables), named: name, isInline: isInline,
        command: command(),
        version: Version.current)
      return File(text: file.text)
    } catch {
      throw obstacle(error)
    }
  }

  /// Says why nothing can be written.
  func obstacle(_ obstacle: CodePrograms.Obstacle) -> Failure {
    Failure(.usage, "There is no code of \(function.label) yet: \(obstacle.reason).")
  }

  /// The command that writes it.
  func command(_ type: FloatType? = nil) -> String {
    let text = function.reference
    let shown = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? text : "'\(text)'"
    return "actviz export \(shown) --to \(target.name)"
      + (type.map { " --dtype \($0.rawValue)" } ?? "") + (isInline ? " --inline" : "")
  }
}

extension SurfaceQuantity {
  /// By which variables it is differentiated, in order.
  fileprivate var variables: [Axis] {
    switch self {
    case .f: []
    case .fx: [.x]
    case .fy: [.y]
    case .fxx: [.x, .x]
    case .fxy: [.x, .y]
    case .fyy: [.y, .y]
    }
  }
}
