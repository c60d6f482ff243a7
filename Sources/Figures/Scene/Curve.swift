import Activations

/// A line in data coordinates, broken where its function has a gap.
package struct Curve: Equatable, Sendable {
  /// What part a curve plays.
  package enum Role: Sendable {
    /// One of the curves that are shown.
    case subject
    /// What the others are measured against: grey, behind them.
    case reference
  }

  /// A value of a parameter by which curves differ.
  package struct Value: Hashable, Sendable {
    /// What stands once above all values of the parameter: `form2, α`.
    package var heading: String
    /// The value alone: `0.5`.
    package var text: String
    /// The parameter's symbol: `α`.
    package var symbol: String

    /// Makes a value.
    package init(heading: String, text: String, symbol: String) {
      self.heading = heading
      self.text = text
      self.symbol = symbol
    }

    /// The value with all its texts on one line.
    var onOneLine: Value {
      Value(
        heading: TextFitting.oneLine(heading), text: TextFitting.oneLine(text),
        symbol: TextFitting.oneLine(symbol))
    }
  }

  /// What the legend calls it; empty for a curve that the legend leaves out.
  package var name: String
  /// Which value of a parameter it is for, which the legend then says in place of the name.
  package var value: Value?
  /// Pieces to be joined point by point, never with each other.
  ///
  /// A piece of one point is a dot, and points that are not finite break a piece.
  package var segments: [[Point]]
  /// Runs of columns that it fills because it oscillates faster than pixels, each from its left end to its right.
  package var fills: [[Extent]] = []
  /// The ends of its pieces at jumps, and the values there.
  package var dots: [Dot] = []
  /// How it is told from the others; by its place in the panel where nil.
  package var style: CurveStyle?
  /// Whether it is shown for itself or as the reference.
  package var role: Role

  /// A point at a jump.
  package struct Dot: Equatable, Sendable {
    /// Where, in data units.
    package var point: Point
    /// Whether the curve takes the value; else it only comes to it.
    package var isFull: Bool

    /// Makes a dot.
    package init(_ point: Point, isFull: Bool) {
      self.point = point
      self.isFull = isFull
    }
  }

  /// Makes a curve.
  package init(
    name: String, segments: [[Point]], style: CurveStyle? = nil, role: Role = .subject
  ) {
    self.name = name
    self.segments = segments
    self.style = style
    self.role = role
  }
}
