import Activations
import FigureSpecification
import Formulas
import Tables

/// `actviz list`: the catalogue.
enum List: Subcommand {
  static let command = Command.list
  static let abstract = "Print the catalogue: names, formulas, parameters and legal values."
  static let discussion = """
    Words choose: those functions are shown that have all of them.

      actviz list gate
      actviz list --framework torch gelu
      actviz list -o functions.md
    """

  static let usual = ["framework", "report", "output"]

  /// Functions of x, and behind them those of x and y and of any number of arguments.
  static let all = FunctionFamily.listed

  static func run(_ settings: Settings) throws {
    _ = try settings.value(Keys.report)
    let place = try ResultPlace(settings, Keys.listFormat, default: ReportFormat.text)
    let framework = try settings.value(Keys.framework)
    let words = try settings.values(Keys.words)
    let families = all.filter { $0.holds(words) }
    let variants = framework?.variants.filter { $0.holds(words) }
    guard !(variants?.isEmpty ?? families.isEmpty) else {
      throw nothing(with: words, in: framework)
    }
    let width = place.output == .standardOutput ? Output.textWidth : nil
    let text =
      framework.map { $0.map(as: place.format, variants ?? [], width: width) }
      ?? catalogue(families, as: place.format, width: width)
    try place.output.write(text)
  }

  /// Says that words choose nothing, and what was meant by the one that no function has.
  private static func nothing(with words: [String], in framework: Framework?) -> Problem {
    let shown = words.map { "'\(Printable.excerpt($0.utf8))'" }
    let all = "'actviz list\(framework.map { " --framework \($0.name)" } ?? "")' shows all."
    let names =
      framework?.variants.flatMap(\.names) ?? Catalogue.names
      + VectorFunction.allCases.map(\.rawValue)
    let strange = words.first { word in
      framework.map { !$0.variants.contains { $0.holds([word]) } }
        ?? !Self.all.contains { $0.holds([word]) }
    }
    let end = strange.map { Suggestion.end(for: $0, among: names) } ?? "."
    let owner = framework.map { " of \($0.name)" } ?? ""
    return Problem(
      Keys.words.name,
      "No function\(owner) has \(shown.joined(separator: " and ")) in what is listed\(end) \(all)"
    )
  }

  /// Functions of the catalogue as text, all of them unless others are given; a terminal gives plain text its width.
  static func catalogue(
    _ families: [FunctionFamily] = all, as format: ReportFormat, width: Int? = nil
  ) -> String {
    switch format {
    case .text, .csv, .markdown: report(families).encoded(as: format, width: width)
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
          .text(
            [family.variables, family.note, family.source].filter { !$0.isEmpty }.joined(
              separator: "; ")),
        ]
      })
  }
}

extension Report {
  /// The whole table in a format; plain text in lines of a width, if there is one.
  func encoded(as format: ReportFormat, width: Int?) -> String {
    guard format == .text, let width else { return encoded(as: format) }
    return fitted(to: width)
  }
}

extension Parameter {
  /// The parameter in a line: `alpha = 1 (> 0)`.
  var summary: String { "\(name) = \(Decimal.text(defaultValue)) (\(domain.rawValue))" }
}

extension FunctionFamily {
  /// Whether all of some words stand in what is listed, or "gate" for one that has a gate; case does not count, and `-` and `_` are alike.
  func holds(_ words: [String]) -> Bool {
    let texts =
      [name, plainText, variables, note, source] + aliases + parameters.map(\.name)
      + (isGated ? ["gate"] : [])
    let text = Catalogue.canonical(texts.joined(separator: "\n"))
    return words.allSatisfy { text.contains(Catalogue.canonical($0)) }
  }

  /// What is told of the variables of a function that has several.
  fileprivate var variables: String {
    takesAnyNumber ? "a vector, \(name)(x, 0, 1)[1]" : hasTwoVariables ? "of x and y" : ""
  }

  /// Whether it has a component for each of any number of arguments.
  private var takesAnyNumber: Bool { VectorFunction(rawValue: name) != nil }

  fileprivate var json: JSON {
    .object([
      ("name", .string(name)),
      ("aliases", .array(aliases.map(JSON.string))),
      ("formula", .string(plainText)),
      ("tex", .string(tex)),
      ("gate_tex", gateTex.map(JSON.string) ?? .null),
      ("gated", .flag(isGated)),
      (
        "variables",
        .array((takesAnyNumber ? [] : hasTwoVariables ? ["x", "y"] : ["x"]).map(JSON.string))
      ),
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
