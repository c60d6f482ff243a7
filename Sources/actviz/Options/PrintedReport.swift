import FigureSpecification
import Tables

/// What a command prints of what it found: in which form, and whether a quiet run prints it too.
struct PrintedReport {
  let format: ReportFormat
  /// Whether it is printed: always, unless the run is quiet, has another result and nobody asked for this one.
  let isPrinted: Bool

  /// `isAlone` where the run has no other result, such as a picture or an exit status that tells.
  ///
  /// Throws a `Problem`.
  init(
    _ settings: Settings, _ key: DefaultedKey<String> = Keys.report, isAlone: Bool
  ) throws(Problem) {
    format = ReportFormat(rawValue: try settings.value(key)) ?? .text
    isPrinted = !settings[Keys.quiet] || isAlone || settings.has(Keys.report)
  }
}
