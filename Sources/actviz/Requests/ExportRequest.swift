import Activations
import Export
import FigureSpecification
import Formulas

/// What is to be written as code, and in which language.
struct ExportRequest {
  let function: Function
  let language: Language
  let type: FloatType
  /// The orders of the derivatives.
  let orders: [Int]
  /// What the function is called.
  let name: String
  /// The largest error that is allowed, in ulp.
  let limit: Double
  /// Whether parameters have their values in the code.
  let isInline: Bool

  /// What is allowed where nothing is said: what errs by more has lost its way.
  private static let usualLimit = 64.0

  /// Throws a `Problem` or a `Failure`.
  init(_ settings: Settings) throws {
    function = try FunctionReader(settings).function()
    guard let word = try settings.value(Keys.language), let language = Language(rawValue: word)
    else {
      throw settings.problem(
        Keys.language, "\(Keys.language.name) is missing: the language to write.")
    }
    self.language = language
    type = try settings.value(Keys.type) ?? language.syntax.types[0]
    guard language.syntax.types.contains(type) else {
      let types = language.syntax.types.map(\.rawValue).joined(separator: " or ")
      throw settings.problem(
        Keys.type, "Code in \(language.rawValue) is written in \(types), not in \(type.rawValue).")
    }
    let quantities = try settings.value(Keys.quantities)
    if let other = quantities.first(where: { ![.f, .df, .d2f].contains($0) }) {
      throw settings.problem(
        Keys.quantities, "Code is written of f, df and d2f, not of \(other.rawValue).")
    }
    orders = quantities.map(\.order)
    let named = try settings.value(Keys.codeName)
    let isNamed = function.typesetName == nil
    name = SourceFile.name(named ?? (isNamed ? function.name : "f"), in: language)
    limit = try settings.value(Keys.limit) ?? Self.usualLimit
    isInline = settings[Keys.inlines]
  }

  /// The function in neutral code.
  ///
  /// Throws a `Failure` where there is none that holds.
  func written() throws -> WrittenFunction {
    let written: WrittenFunction
    let (lacking, isGuarded) = (language.syntax.lacking(type), language.syntax.isVectorised)
    do throws(CodePrograms.Obstacle) {
      written =
        isInline
        ? try WrittenFunction(
          function, type, orders: orders, lacking: lacking, isGuarded: isGuarded)
        : try .withArguments(
          function, type, orders: orders, lacking: lacking, isGuarded: isGuarded)
    } catch {
      throw Failure(.usage, "There is no code of \(function.label) yet: \(error.reason).")
    }
    if let part = written.parts.first(where: { $0.measurement.worst.ulps > limit }) {
      let worst = part.measurement.worst
      throw Failure(
        .beyondLimit,
        """
        The best code of \(["f", "df", "d2f"][part.order]) of \(function.label) errs by \
        \(Decimal.short(worst.ulps)) ulp at \(Decimal.short(worst.x)), above the \
        \(Decimal.short(limit)) of --\(Keys.limit.name.text).
        """)
    }
    return written
  }

  /// The file of code.
  func text(of written: WrittenFunction) -> String {
    SourceFile(written, in: language, named: name, command: command, version: Version.current)
      .text
  }

  /// The command that writes it.
  private var command: String {
    let text = function.reference
    let shown = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? text : "'\(text)'"
    return "actviz export \(shown) --to \(language.rawValue) --dtype \(type.rawValue)"
      + (isInline ? " --inline" : "")
  }
}
