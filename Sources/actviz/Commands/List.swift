import Activations
import FigureSpecification
import Tables

/// `actviz list`: the catalogue.
enum List: Subcommand {
  static let command = Command.list
  static let abstract =
    "Print the catalogue: names, formulas, parameters with defaults and legal values."
  static let discussion = ""

  static let usual = ["framework", "report"]

  static func run(_ settings: Settings) throws {
    let format = try PrintedReport(settings, isAlone: true).format
    let framework = try settings.value(Keys.framework)
    let text = framework.map { $0.map(as: format) } ?? catalogue(as: format)
    try Output.standardOutput.write(text)
  }

  /// The whole catalogue as text.
  static func catalogue(as format: ReportFormat) -> String {
    switch format {
    case .text, .csv, .markdown: report.encoded(as: format)
    case .json: JSON.array(Catalogue.all.map(\.json)).text + "\n"
    }
  }

  private static var report: Report {
    Report(
      columns: ["name", "f(x)", "parameters", "notes"],
      rows: Catalogue.all.map { family in
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
