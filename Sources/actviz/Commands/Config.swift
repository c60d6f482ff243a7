import FigureSpecification
import Tables

/// `actviz config`: where the user's defaults are, and what they set.
enum Config: Subcommand {
  static let command = Command.config
  static let abstract = "Tell where the defaults of figures are kept, and what they set."
  static let discussion = """
    $XDG_CONFIG_HOME/actviz/style.yaml, or ~/.config/actviz/style.yaml, holds keys of a figure \
    file that say how any figure looks, such as 'theme: dark'. Options count before it. It is \
    not read with --no-config, where CI is set, and by render and rerun, whose figure file \
    decides.

      actviz config
      actviz config --report json
    """

  static let usual = ["report"]

  static func run(_ settings: Settings) throws {
    let format = try PrintedReport(settings, isAlone: true).format
    let style = try Style.settings()
    let found = style ?? Settings()
    // What a figure would complain of.
    _ = try Look(found)
    _ = try (found.value(Keys.label), found.value(Keys.legend), found.value(Keys.grid))
    let path = Style.path ?? ""
    try Output.standardOutput.write(
      format == .json
        ? json(path, exists: style != nil, found).text + "\n"
        : text(path, exists: style != nil, found, as: format))
  }

  private static func json(_ path: String, exists: Bool, _ settings: Settings) -> JSON {
    .object([
      ("path", .string(path)), ("exists", .flag(exists)), ("is_ignored", .flag(Style.isIgnored)),
      ("settings", .object(settings.all.map { ($0.key.name.text, .string($0.value)) })),
    ])
  }

  private static func text(
    _ path: String, exists: Bool, _ settings: Settings, as format: ReportFormat
  ) -> String {
    let rows = settings.all.map { [Report.Cell.text($0.key.name.text), .text($0.value)] }
    let report = Report(columns: ["key", "value"], rows: rows)
    guard format == .text else { return report.encoded(as: format) }
    let note =
      exists ? (Style.isIgnored ? " (not read, since CI is set)" : "") : " (does not exist)"
    return path + note + "\n" + (rows.isEmpty ? "" : "\n" + report.encoded(as: .text))
  }
}
