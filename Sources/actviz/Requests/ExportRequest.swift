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
  let quantities: Quantities
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
    -> Quantities
  {
    guard function.surface == nil else {
      let isAsked = settings.last(Keys.surfaceQuantities) != nil
      return .ofXAndY(isAsked ? try settings.value(Keys.surfaceQuantities) : [.f, .fx, .fy])
    }
    let quantities = try settings.value(Keys.quantities)
    try settings.check(quantities, of: [function], by: Keys.quantities)
    return .ofX(quantities)
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
        function, quantities, named: name, isInline: isInline,
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
