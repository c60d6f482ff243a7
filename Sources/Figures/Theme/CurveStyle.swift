/// How a curve is told from the others, before a theme gives it colour, dash and width.
///
/// ``Theme/stroke(_:)`` is the one place that makes a stroke of it.
package struct CurveStyle: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// Where its colour comes from.
  package enum Place: Hashable, Sendable {
    /// One of things that have no order: a place in the categorical palette, counted from 0.
    case category(Int)
    /// One of `count` values of a parameter, the first 0: a place along the ordered palette.
    case step(Int, of: Int)
    /// Something beside values of a parameter: in the colour of text.
    case ink
  }

  /// Where its colour comes from.
  package let place: Place
  /// Which dash pattern it has on top of what its place says, counted from 0, the solid line.
  ///
  /// Where several functions take the values of one parameter, colours tell the values and dashes the functions.
  package let pattern: Int

  /// What is asked of it, in place of what the theme would do.
  package var own = Own()
  /// Which of several equal curves it is, that lie over one another: drawn in turns, so that each shows.
  package var turn: Turn?

  /// A colour, a width and dashes that were asked for; nil leaves what the theme does.
  package struct Own: Hashable, Sendable {
    package var color: Color?
    /// The width in points.
    package var points: Double?
    /// Lengths of strokes and gaps in turn, in widths of the curve.
    package var dash: [Double]?

    /// Nothing is asked for.
    package init() {}
  }

  /// A place among equal curves.
  package struct Turn: Hashable, Sendable {
    /// How many of them lie below it, at least one.
    package let index: Int
    /// How many they are.
    package let count: Int

    /// Makes a place.
    package init(_ index: Int, of count: Int) {
      self.count = max(2, count)
      self.index = min(max(1, index), self.count - 1)
    }
  }

  private init(_ place: Place, pattern: Int) {
    self.place = place
    self.pattern = max(0, pattern)
  }

  /// What gives it its colour, and nothing else.
  package var color: CurveStyle {
    var style = CurveStyle(place, pattern: 0)
    style.own.color = own.color
    return style
  }

  /// A curve by its place among others, the first 0.
  package static func category(_ index: Int) -> CurveStyle {
    CurveStyle(.category(max(0, index)), pattern: 0)
  }

  /// One of `count` values of a parameter.
  package static func step(_ index: Int, of count: Int, pattern: Int = 0) -> CurveStyle {
    let count = max(1, count)
    return CurveStyle(.step(min(max(0, index), count - 1), of: count), pattern: pattern)
  }

  /// A curve beside values of a parameter.
  package static func ink(pattern: Int) -> CurveStyle { CurveStyle(.ink, pattern: pattern) }

  /// A curve by its place among others.
  package init(integerLiteral index: Int) { self = .category(index) }
}
