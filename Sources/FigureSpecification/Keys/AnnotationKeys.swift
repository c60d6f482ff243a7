import Figures

// What is written and drawn into panels beside their curves.
extension Keys {
  static let annotations: [Key] = [
    line.key, zone.key, note.key, measuredFiles.key, data.key,
  ]

  package static let line = RepeatedKey(
    Key(
      "line", .texts, .panel, .annotations, Command.drawing, value: "line",
      """
      A thin grey line behind the curves, y=1, x=-pi/2 or y=2x+1, with words beside it: 'y=1: the bound'. Lines of y \
      stand in panels that show quantities; repeatable.
      """
    ).known(as: "hline", "vline", "axhline", "axvline"), ValueReaders.guide)

  package static let zone = RepeatedKey(
    Key(
      "zone", .texts, .panel, .annotations, Command.drawing, value: "lo:hi",
      """
      Shade x from LO to HI behind everything, or y=LO:HI, with words in it: '-1:1: linear'; an end that is left \
      out is the panel's; repeatable.
      """
    ).hyphened().known(as: "axvspan", "axhspan", "region"), ValueReaders.zone)

  package static let note = RepeatedKey(
    Key(
      "note", .texts, .panel, .annotations, Command.drawing, value: "x,y: text",
      """
      Say something of a point: '0,0.5: text'. It stands beside the point, or in free space with an arrow; of \
      several quantities in the panels of the first; repeatable.
      """
    ).hyphened().known(as: "annotate", "annotation", "text"), ValueReaders.callout)
}
