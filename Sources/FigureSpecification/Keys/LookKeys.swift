import Figures

// How a figure looks, and what divides it into panels.
extension Keys {
  static let look: [Key] = [
    title.key, theme.key, size.key, dpi.key, font.key, transparent.key, svgText.key, freeX.key,
    freeY.key, facet.key, columns.key, label.key, legend.key,
    palette.key, textSize.key,
  ]

  /// What may be a user's default: how any figure looks, whatever it shows.
  package static let defaults: [Key] = [
    theme.key, size.key, dpi.key, font.key, transparent.key, svgText.key, palette.key,
    textSize.key, label.key, legend.key, grid.key,
  ]

  /// `formula` stands for the formulas of the functions.
  package static let title = OptionalKey(
    Key(
      "title", .text, .figure, .figure, Command.pictured, value: "title",
      """
      The title, instead of the one made from the functions; empty for none, formula for their formulas. What \
      stands between dollar signs is typeset: '$\\frac{x}{2}$'.
      """
    ).hyphened(), ValueReaders.richText)

  package static let theme = DefaultedKey(
    Key(
      "theme", .text, .figure, .figure, Command.pictured, value: "name",
      """
      \(list(Theme.Name.self)), both or auto; both writes a light and a dark file, auto one SVG that is light or dark as \
      the reader's page is.
      """
    ).standard("light").completed(.words(ValueReaders.themes)), .one(.light), ValueReaders.themes)

  package static let size = DefaultedKey(
    Key(
      "size", .text, .figure, .figure, Command.pictured, value: "WxH",
      "Width and height in pixels, or in mm, cm, in or pt such as 85mmx60mm; a width alone, such as 85mm; or "
        + Size.presets.map(\.name).joined(separator: ", ") + "."
    ).standard("\(Int(Size.standard.width))x\(Int(Size.standard.height))")
      .completed(.words(Size.presets.map(\.name))).known(as: "height", "figsize"),
    Size.standard, ValueReaders.size)

  package static let dpi = OptionalKey(
    Key(
      "dpi", .text, .figure, .figure, Command.pictured, value: "n",
      "Pixels to an inch of a PNG; 300 for a size in mm, cm, in or pt, else 96."
    ).known(as: "resolution"), ValueReaders.density)

  package static let font = OptionalKey(
    Key(
      "font", .text, .figure, .figure, Command.pictured, value: "name",
      "The font family of all texts; others lend the characters that it lacks."),
    ValueReaders.text)

  package static let transparent = FlagKey(
    Key(
      "transparent", .flag, .figure, .figure, Command.pictured, "Leave out the background."))

  package static let svgText = FlagKey(
    Key(
      "svg-text", .flag, .figure, .figure, Command.pictured,
      "In an SVG, write texts as text instead of outlines."))

  package static let freeX = FlagKey(
    Key(
      "free-x", .flag, .figure, .panels, Command.drawing,
      "Fit the x-domain of every facet, within --x-range, to where its curves bend."))

  package static let freeY = FlagKey(
    Key(
      "free-y", .flag, .figure, .panels, Command.drawing,
      "Fit the y-domain of every panel to its curves."))

  package static let facet = OptionalKey(
    Key(
      "facet", .text, .figure, .panels, Command.drawing, value: "name",
      "A panel for every value of a parameter, or for every function or quantity."
    ).completed(.facets(["function", "quantity"])), ValueReaders.text)

  package static let columns = OptionalKey(
    Key(
      "columns", .text, .figure, .panels, Command.drawing, value: "n",
      "How many panels stand side by side."
    ).hyphened(), ValueReaders.columns)

  package static let label = DefaultedKey(
    Key(
      "label", .text, .figure, .reading, Command.drawing, value: "name",
      "How curves are told apart: \(list(Labelling.self)), where direct writes names at their ends."
    ).standard("legend").completed(.words(words(Labelling.self))),
    Labelling.legend, ValueReaders.choice)

  package static let legend = DefaultedKey(
    Key(
      "legend", .text, .figure, .reading, Command.drawing, value: "place",
      """
      Where the legend stands: \(list(LegendPlace.self)); automatic is inside where it covers no curve, else right of \
      the panels or below them.
      """
    ).standard("automatic").completed(.words(words(LegendPlace.self))), LegendPlace.automatic,
    ValueReaders.choice)

  package static let palette = OptionalKey(
    Key(
      "palette", .text, .figure, .figure, Command.pictured, value: "name|list",
      """
      The colours of curves: categorical, ordered (dark to light), \
      \(OrderedPalette.allCases.map(\.rawValue).joined(separator: ", ")), or a list such as '#324aa4,teal,orange'. \
      Unless given, ordered for the values of a parameter, else categorical.
      """
    ).completed(.words(Palette.words)).known(as: "colormap", "cmap"),
    ValueReaders.palette)

  package static let textSize = OptionalKey(
    Key(
      "text-size", .text, .figure, .figure, Command.pictured, value: "points",
      "The size of names in points, numbers and titles in proportion; unless given by the size of the figure."
    ).known(as: "fontsize", "font-size"), ValueReaders.textSize)
}
