import Activations
import FigureSpecification
import Formulas

/// `actviz explore`: plot to a page with a slider for every parameter, which is opened.
enum Explore: Subcommand {
  static let command = Command.explore
  static let abstract = "Open functions in the browser, with a slider for every parameter."
  static let discussion = """
    Draws what plot draws as a page, in a temporary folder unless -o says where, and shows it in the system's \
    browser. Its path is printed.

    A parameter without a value or range has a slider from a quarter of its default to four times that; one of \
    formulas, which has no default, from 0.25 to 4. Where the default is 0 it reaches from -4, or from 0 where the parameter cannot \
    be less, to 4, and so it does for y of functions of x and y; where the default is infinite, from 0.25 to 8.

      actviz explore swish
      actviz explore gennorm --beta 0.5:20 --show gate,density
      actviz explore gelu 'x*tanh(softplus(a*x))' --param a=0.5:4 -o explore.html
    """

  static let usual = ["show", "x-range", "output", "theme", "size", "alpha", "param"]

  static func run(_ asked: Settings) throws {
    var settings = asked
    settings.all += try sliders(asked.readingFiles())
    let place = try ResultPlace(
      settings, Keys.pictureFormat, named: "page", default: PictureFormat.html)
    guard place.format == .html else {
      throw settings.problem(
        Keys.output, or: Keys.pictureFormat,
        "explore opens a page, FILE.html, and not \(place.format.rawValue); plot writes that.")
    }
    settings.all.append(Setting(Keys.opens.key, "true"))
    if !settings.has(Keys.output) {
      settings.all.append(Setting(Keys.output.key, try folder() + "/page.html"))
    }
    try Plot.draw(command, settings)
  }

  private static func folder() throws(Failure) -> String {
    do {
      return try Platform.makeTemporaryFolder(named: "actviz-explore")
    } catch {
      throw Failure(
        .cannotCreate, "No temporary folder can be made: \(error.message); give -o a place.")
    }
  }

  /// Ranges of the parameters that nothing is said of.
  private static func sliders(_ settings: Settings) throws -> [Setting] {
    let taken = Set(settings.all.compactMap(\.parameterName))
    // What is wrong with a range is told when it is read.
    let plain = Settings(settings.all.filter { ((try? $0.sliderRange()) ?? nil) == nil })
    let references = try FunctionReader(plain).references(settings.all(Keys.functions))
    var found: [Setting] = []
    for reference in references {
      for parameter in reference.parameters where reference.parameterNames.contains(parameter.name)
      {
        guard !taken.contains(parameter.name),
          !found.contains(where: { $0.parameterName == parameter.name })
        else { continue }
        let range = parameter.reach
        found.append(
          Setting(
            Keys.parameters.key,
            "\(parameter.name)=\(Decimal.text(range.lowerBound)):\(Decimal.text(range.upperBound))")
        )
      }
    }
    return found
  }
}

extension Setting {
  /// The parameter that it gives a value, if it does.
  fileprivate var parameterName: String? {
    if key.name == Keys.parameters.name {
      return value.firstIndex(of: "=").map { value[..<$0].filter { !$0.isWhitespace } }
    }
    return Keys.sweeps.contains { $0.name == key.name } ? key.name.text : nil
  }
}

extension Parameter {
  /// What a slider reaches over where nobody says it.
  fileprivate var reach: ClosedRange<Double> {
    if name == "y" { return -4...4 }
    if defaultValue.isInfinite { return 0.25...8 }
    if defaultValue == 0 { return (domain == .nonNegative ? 0 : -4)...4 }
    let ends = [defaultValue / 4, defaultValue * 4]
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }
}
