import Figures

// What was measured.
extension Keys {
  /// Files of measured values.
  package static let measuredFiles = RepeatedKey(
    Key(
      "points", .texts, .panel, .annotations, Command.drawing, value: "file[:columns]",
      """
      Measured values over the curves, from CSV, NDJSON or npy: x, y and, in a third column, how far y may be off; \
      runs.csv:step,loss,sd names the columns, or their places from 1. Fitted domains hold them; of several \
      quantities they stand in the panels of the first; repeatable.
      """
    ).completed(.files([])).known(as: "scatter"), ValueReaders.text)

  /// Measured values themselves, so that a figure file needs no other file.
  package static let data = RepeatedKey(
    Key(
      "data", .texts, .panel, .annotations, [],
      "Measured values themselves: a name, then a line X,Y or X,Y,ERROR each."),
    ValueReaders.measured)
}
