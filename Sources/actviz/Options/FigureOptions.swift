import Activations
import Formulas
import ArgumentParser
import CairoBackend
import Figures

/// How a figure looks.
struct FigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Width and height in pixels, or in mm, cm, in or pt such as 85mmx60mm; or "
        + Size.presets.map(\.name).joined(separator: ", ") + ".", valueName: "WxH"))
  var size = "\(Int(Size.standard.width))x\(Int(Size.standard.height))"

  @Option(
    help: ArgumentHelp(
      "Pixels to an inch of a PNG; 300 for a size in mm, cm, in or pt, else 96.", valueName: "n"))
  var dpi: String?

  @Option(
    help: ArgumentHelp(
      "\(Theme.Name.allCases.map(\.rawValue).joined(separator: ", ")), or both for a light and a "
        + "dark file.", valueName: "name"))
  var theme = Theme.Name.light.rawValue

  @Flag(help: "Leave out the background.")
  var transparent = false

  @Option(
    parsing: .unconditional,
    help: """
      The title, instead of the one made from the functions; empty for none, formula for their \
      formulas. What stands between dollar signs is typeset: '$\\frac{x}{2}$'.
      """)
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The font family of all texts; others lend the characters that it lacks.", valueName: "name"))
  var font: String?

  @Flag(help: "In an SVG, write texts as text instead of outlines.")
  var svgText = false

  /// All but the title as plain values.
  func look() throws -> Look {
    Look(
      size: try drawnSize(), themes: try themes(), dpi: try density(),
      isTransparent: transparent,
      lettering: Lettering(font: font, svgText: svgText ? .text : .outlines))
  }

  private func drawnSize() throws -> Size {
    do {
      return try Size(parsing: size)
    } catch let error as SizeError {
      throw Failure(.usage, "--\(error).")
    }
  }

  private func themes() throws -> [Theme.Name] {
    let name = theme.lowercased()
    if name == "both" { return [.light, .dark] }
    if let theme = Theme.Name(rawValue: name) { return [theme] }
    let names = Theme.Name.allCases.map(\.rawValue) + ["both"]
    throw Failure(
      .usage,
      "--theme is one of \(names.joined(separator: ", ")), not '\(theme)'"
        + (nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? "."))
  }

  private func density() throws -> Double? {
    guard let dpi else { return nil }
    let legal = PixelSize.densities
    guard let number = NumberText.number(dpi), legal.contains(number) else {
      throw Failure(
        .usage,
        "--dpi must be a number from \(Int(legal.lowerBound)) to \(Int(legal.upperBound)), "
          + "not '\(dpi)'.")
    }
    return number
  }
}
