import Activations
import Export
import FigureSpecification
import Formulas

/// A function that is to be written as code of a language, in a type.
struct CodeRequest {
  private let request: ExportRequest
  private let language: Language
  private let type: FloatType
  /// What the function is called.
  private let name: String
  /// The largest error that is allowed, in ulp.
  private let limit: Double

  /// What is allowed where nothing is said: what errs by more has lost its way.
  private static let usualLimit = 64.0

  private var function: Function { request.function }

  /// Throws a `Problem` for a type that the language has not.
  init(_ request: ExportRequest, _ language: Language, _ settings: Settings) throws {
    (self.request, self.language) = (request, language)
    type = try settings.value(Keys.type) ?? language.syntax.types[0]
    guard language.syntax.types.contains(type) else {
      let types = language.syntax.types.map(\.rawValue).joined(separator: " or ")
      throw settings.problem(
        Keys.type, "Code in \(language.rawValue) is written in \(types), not in \(type.rawValue).")
    }
    let named = try settings.value(Keys.codeName)
    let isNamed = request.function.typesetName == nil
    name = SourceFile.name(named ?? (isNamed ? request.function.name : "f"), in: language)
    limit = try settings.value(Keys.limit) ?? Self.usualLimit
  }

  /// The file of code.
  ///
  /// Throws a `Failure` where there is none that holds.
  func file() throws -> ExportRequest.File {
    let written: WrittenFunction
    do throws(CodePrograms.Obstacle) {
      written = try self.written()
    } catch {
      throw request.obstacle(error)
    }
    try check(written)
    let file = SourceFile(
      written, in: language, named: name, command: request.command(type), version: Version.current)
    return ExportRequest.File(text: file.text, note: written.note)
  }

  private func written() throws(CodePrograms.Obstacle) -> WrittenFunction {
    let dialect = language.syntax.dialect(type)
    switch request.quantities {
    case .ofXAndY(let quantities):
      return try WrittenFunction(
        function, type, quantities: quantities, isInline: request.isInline, for: dialect)
    case .ofX(let quantities) where request.isInline:
      return try WrittenFunction(function, type, quantities: quantities, for: dialect)
    case .ofX(let quantities):
      return try .withArguments(function, type, quantities: quantities, for: dialect)
    }
  }

  /// Throws a `Failure` where code errs by more than is allowed.
  private func check(_ written: WrittenFunction) throws {
    guard let part = written.parts.first(where: { $0.measurement.worst.ulps > limit }) else {
      return
    }
    let worst = part.measurement.worst
    let called = name + written.ending(of: part)
    throw Failure(
      .beyondLimit,
      """
      The best code of \(called)\(called == function.label ? "" : " of \(function.label)") errs by \
      \(Decimal.short(worst.ulps)) ulp at \(Decimal.short(worst.x)), above the \
      \(Decimal.short(limit)) of --\(Keys.limit.name.text).
      """)
  }
}
