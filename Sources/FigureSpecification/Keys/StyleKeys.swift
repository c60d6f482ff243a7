import Figures

// How single curves look, where the theme's choice does not do.
extension Keys {
  static let styles: [Key] = [color.key, width.key, dash.key]

  package static let color = RepeatedKey(
    Key(
      "color", .perCurve, .panel, .curves, Command.drawing, value: "list|name=color",
      """
      Colours in the order of the curves, a single one of the first, or of one curve by its name: gelu=#c00; #rgb, \
      #rrggbb or a name of CSS. The palette's unless given; repeatable.
      """
    ).known(as: "colour", "colors", "linecolor"), ValueReaders.colors)

  package static let width = RepeatedKey(
    Key(
      "width", .perCurve, .panel, .curves, Command.drawing, value: "list|name=points",
      """
      Width of all curves in points, or a list in their order, or of one by its name; 2.25 on 1600x1000 unless given, \
      in proportion elsewhere.
      """
    ).known(as: "linewidth", "lw"), ValueReaders.widths)

  package static let dash = RepeatedKey(
    Key(
      "dash", .perCurve, .panel, .curves, Command.drawing, value: "list|name=dash",
      """
      Dashes of all curves, or a list in their order, or of one by its name: \(DashName.allCases.map(\.rawValue).joined(separator: ", ")). Solid until \
      colours run out, unless given; in print each its own.
      """
    ).completed(.words(words(DashName.self))).known(as: "linestyle", "ls"), ValueReaders.dashes)
}
