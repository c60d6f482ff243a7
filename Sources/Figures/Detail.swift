/// What an image has room for; the smaller it is, the less.
struct Detail: Equatable {
  /// The title of the figure.
  var title = true
  /// The names of the axes, panel titles, and what tick labels have in common.
  var axisNames = true
  /// Ticks and their labels.
  var tickLabels = true

  /// From everything to nothing but curves, in the order in which things are given up.
  static let levels = [
    Detail(),
    Detail(title: false),
    Detail(title: false, axisNames: false),
    Detail(title: false, axisNames: false, tickLabels: false),
  ]
}
