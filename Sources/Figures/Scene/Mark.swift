/// A point of a curve that is marked and numbered, such as its minimum.
package struct Mark: Equatable, Sendable {
  /// What stands beside the mark, and in front of the name in the legend.
  package var number: Int
  /// What it is, for the legend: `minimum (−0.752, −0.17)`.
  package var name: String
  /// Where it is, in data units.
  package var point: Point
  /// How many of its kind on its curve are before it: of more marks than are shown those come first that are first of theirs.
  package var rank = 0
  /// The curve whose colour it has.
  package var style: CurveStyle

  /// Makes a mark.
  package init(number: Int, name: String, at point: Point, style: CurveStyle) {
    self.number = number
    self.name = name
    self.point = point
    self.style = style
  }
}
