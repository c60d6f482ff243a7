import ArgumentParser
import Figures

/// How a figure looks.
struct FigureOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Width and height in pixels.", valueName: "WxH"))
  var size: String = "\(Size.standard.width)x\(Size.standard.height)"

  @Option(
    parsing: .unconditional,
    help: "The title, instead of the one made from the functions; empty for none.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "The font family of all texts; others lend the characters that it lacks.", valueName: "name"))
  var font: String?

  @Flag(help: "In an SVG, write texts as text instead of outlines.")
  var svgText = false

  /// In which letters the texts are set.
  var lettering: Lettering { Lettering(font: font, svgText: svgText ? .text : .outlines) }
}
