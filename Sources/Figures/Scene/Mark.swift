/// A point of a curve that is marked and numbered, such as its minimum.
public struct Mark: Equatable, Sendable {
  /// What stands beside the mark, and in front of the name in the legend.
  public var number: Int
  /// What it is, for the legend: `minimum (−0.752, −0.17)`.
  public var name: String
  /// Where it is, in data units.
  public var point: Point
  /// The curve whose colour it has.
  public var styleIndex: Int

  /// Makes a mark.
  public init(number: Int, name: String, at point: Point, styleIndex: Int) {
    self.number = number
    self.name = name
    self.point = point
    self.styleIndex = styleIndex
  }
}
