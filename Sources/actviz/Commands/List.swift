import Activations
import FigureSpecification
import Tables

/// `actviz list`: the catalogue.
enum List: Subcommand {
  static let command = Command.list
  static let abstract =
    "Print the catalogue: names, formulas, parameters with defaults and legal values."
  static let discussion = """
    Words choose: those functions are shown that have all of them.

      actviz list gate
      actviz list --framework torch gelu
    """

  static let usual = ["framework", "report"]

  static func run(_ settings: Settings) throws {
    let format = try PrintedReport(settings, isAlone: true).format
    let framework = try settings.value(Keys.framework)
    let words = try settings.values(Keys.words)
    let families = Catalogue.all.filter { $0.holds(words) }
    let variants = framework?.variants.filter { $0.holds(words) }
    guard !(variants?.isEmpty ?? families.isEmpty) else { throw nothing(with: words) }
    let text =
      framework.map { $0.map(as: format, variants ?? []) } ?? catalogue(families, as: format)
    try Output.standardOutput.write(text)
  }

  private static func nothing(with words: [String]) -> Problem {
    let names = Catalogue.all.flatMap { [$0.name] + $0.aliases }
    let shown = words.map { "'\(Printable.excerpt($0.utf8))'" }.joined(separator: " and ")
    return Problem(
      Keys.words.name,
      "No function has \(shown) in what is listed\(Suggestion.end(for: words[0], among: names)) 'actviz list' shows all."
    )
  }

  /// Functions of the catalogue as text, all of them unless others are given.
  static func catalogue(_ families: [FunctionFamily] = Catalogue.all, as format: ReportFormat)
    -> String
  {
    switch format {
    case .text, .csv, .markdown: report(families).encoded(as: format)
    case .json: JSON.array(families.map(\.json)).text + "\n"
    }
  }

  private static func report(_ families: [FunctionFamily]) -> Report {
    Report(
      columns: ["name", "f(x)", "parameters", "notes"],
      rows: families.map { family in
        [
          .text(([family.name] + family.aliases).joined(separator: ", ")),
          .text(family.plainText),
          .text(family.parameters.map(\.summary).joined(separator: "; ")),
          .text([family.note, family.source].filter { !$0.isEmpty }.joined(separator: "; ")),
        ]
      })
  }
}

extension Parameter {
  /// The parameter in a line: `alpha = 1 (> 0)`.
  var summary: String { "\(name) = \(Decimal.text(defaultValue)) (\(domain.rawValue))" }
}

extension FunctionFamily {
  /// Whether all of some words stand in what is listed of it, or "gate" for one that has a gate; case does not count, and `-` and `_` are alike.
  func holds(_ words: [String]) -> Bool {
    let texts =
      [name, plainText, note, source] + aliases + parameters.map(\.name) + (isGated ? ["gate"] : [])
    let text = Catalogue.canonical(texts.joined(separator: "\n"))
    return words.allSatisfy { text.contains(Catalogue.canonical($0)) }
  }

  fileprivate var json: JSON {
    .object([
      ("name", .string(name)),
      ("aliases", .array(aliases.map(JSON.string))),
      ("formula", .string(plainText)),
      ("tex", .string(tex)),
      ("gate_tex", gateTex.map(JSON.string) ?? .null),
      ("gated", .flag(isGated)),
      (
        "parameters",
        .array(
          parameters.map { parameter in
            .object([
              ("name", .string(parameter.name)), ("symbol", .string(parameter.symbol)),
              ("default", .number(parameter.defaultValue)),
              ("legal", .string(parameter.domain.rawValue)),
            ])
          })
      ),
      ("note", .string(note)),
      ("source", .string(source)),
    ])
  }
}
