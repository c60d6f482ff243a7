import FigureSpecification
import Figures

/// How a picture came about, as its metadata tells: enough to draw it again.
struct Provenance {
  /// The version of the program.
  var version: String
  /// The command as one types it, without the place of its result.
  var command: String
  /// Seconds since 1970, where the environment fixes a date.
  var date: Int?
  /// The figure file; empty where the picture is that of a command which has none.
  var figureFile: String
  /// What the figure file says, where it is known.
  var specification: Specification?

  /// The figure file with the rest in comments before it: one text for every format, itself a figure file.
  var text: String {
    "# actviz \(version)\n# \(command)\n" + (date.map { "# date \($0)\n" } ?? "") + figureFile
  }

  /// Reads what ``text`` gives; nil for anything else.
  init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard let first = lines.popFirst(), first.hasPrefix("# actviz "),
      let second = lines.popFirst(), second.hasPrefix("# ")
    else { return nil }
    version = String(first.dropFirst("# actviz ".count))
    command = String(second.dropFirst(2))
    if let third = lines.first, third.hasPrefix("# date ") {
      date = Int(third.dropFirst("# date ".count))
      lines = lines.dropFirst()
    }
    figureFile = lines.joined(separator: "\n")
  }

  /// The same provenance with a figure file.
  func carrying(_ specification: Specification) -> Provenance {
    var provenance = self
    provenance.specification = specification
    provenance.figureFile = specification.yaml
    return provenance
  }

  /// The same provenance of a figure file that is read by now, and of what options changed in it.
  func of(_ specification: Specification, changedBy settings: Settings) -> Provenance {
    guard settings.all.contains(where: \.key.isOfFigures) else {
      var provenance = self
      provenance.specification = specification
      return provenance
    }
    var provenance = carrying(specification)
    provenance.command = ShellText.adding(settings, to: command)
    return provenance
  }

  /// The provenance of the picture in one theme, of a figure in several.
  func inTheme(_ theme: Theme.Name) -> Provenance {
    guard var specification else { return self }
    specification.settings.all.removeAll { $0.key.name == Keys.theme.name }
    specification.settings.all.append(Setting(Keys.theme.key, theme.rawValue))
    var provenance = self
    provenance.figureFile = specification.yaml
    return provenance
  }

  /// The provenance of a figure that is drawn now; without a specification there is no figure file.
  ///
  /// Throws a `Failure` (64) where SOURCE_DATE_EPOCH is no date.
  init(command: String, _ specification: Specification? = nil) throws {
    version = Version.current
    self.command = command
    self.specification = specification
    date = try Self.sourceDate()
    figureFile = specification?.yaml ?? ""
  }

  /// The date that the environment fixes (reproducible-builds.org), up to the year 9999.
  private static func sourceDate() throws -> Int? {
    guard let text = Platform.environment("SOURCE_DATE_EPOCH"), !text.isEmpty else { return nil }
    guard let date = Int(text), (0...253_402_300_799).contains(date) else {
      throw Failure(
        .usage, "SOURCE_DATE_EPOCH must be a whole number of seconds since 1970, not '\(text)'.")
    }
    return date
  }
}
