import Figures

// What stands at the axes of panels.
extension Keys {
  static let axes: [Key] = [
    xLabel.key, yLabel.key, xTicks.key, yTicks.key, grid.key, aspect.key,
  ]

  package static let xLabel = OptionalKey(
    Key(
      "x-label", .text, .panel, .axes, Command.drawing, value: "text",
      "The name of the x-axis; x unless given, none where empty."
    ).hyphened().known(as: "xlabel"), ValueReaders.richText)

  package static let yLabel = RepeatedKey(
    Key(
      "y-label", .texts, .panel, .axes, Command.drawing, value: "text",
      """
      The name of a y-axis, in the order of what is shown; that of the quantity unless given, none where empty; \
      repeatable.
      """
    ).hyphened().known(as: "ylabel"), ValueReaders.richText)

  package static let xTicks = DefaultedKey(
    Key(
      "x-ticks", .list, .panel, .axes, Command.drawing, value: "list",
      """
      Where the x-axis has its ticks: numbers and multiples of pi such as -pi/2,0,1.5; pi for as many multiples \
      as there is room for; none. Round numbers unless given.
      """
    ).hyphened().known(as: "xticks"), TickChoice.round, ValueReaders.ticks)

  package static let yTicks = DefaultedKey(
    Key(
      "y-ticks", .list, .panel, .axes, Command.drawing, value: "list",
      "The same for the y-axis of panels that show quantities."
    ).hyphened().known(as: "yticks"), TickChoice.round, ValueReaders.ticks)

  package static let grid = DefaultedKey(
    Key(
      "grid", .text, .panel, .axes, Command.drawing, value: "on|off",
      "Whether lines stand at the ticks; those through 0 stay."
    ).standard("on").completed(.words(["on", "off"])), true, ValueReaders.switching)

  package static let aspect = DefaultedKey(
    Key(
      "aspect", .text, .panel, .axes, Command.drawing, value: "name",
      "equal: one unit of x as long as one of y; fill: panels fill the figure."
    ).standard("fill").completed(.words(words(Aspect.self))), Aspect.fill, ValueReaders.choice)
}
