/// What an image has room for; the smaller it is, the less.
struct Detail: Equatable {
  /// The title of the figure.
  var title = true
  /// The names of the axes, panel titles, and what tick labels have in common.
  var axisNames = true
  /// Ticks and their labels.
  var tickLabels = true

  /// From everything to nothing but curves, in the order in which things are given up.
  ///
  /// Where panels bear titles, these stay longer than the numbers: they tell one panel from the next.
  static func levels(titled: Bool) -> [Detail] {
    let names = [Detail(tickLabels: false), Detail(title: false, tickLabels: false)]
    return [Detail(), Detail(title: false)] + (titled ? names : []) + [
      Detail(title: false, axisNames: false),
      Detail(title: false, axisNames: false, tickLabels: false),
    ]
  }
}
