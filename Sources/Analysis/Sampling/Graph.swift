import Activations

/// A trace as it is drawn: lines, bands where it oscillates faster than pixels, and the ends of its lines at jumps.
package struct Graph: Equatable, Sendable {
  /// Polylines, in data units; they reach a little beyond what is seen.
  package var lines: [[Point]] = []
  /// Runs of columns that the trace fills, each from its left end to its right.
  package var fills: [[Extent]] = []
  /// Where the trace jumps.
  package var jumps: [Jump] = []

  /// A place where a trace leaps from one finite limit to another.
  package struct Jump: Equatable, Sendable {
    /// Where it is, in data units.
    package var x: Double
    /// The limit from the left; NaN where there is none.
    package var left: Double
    /// The limit from the right; NaN where there is none.
    package var right: Double
    /// The value there; NaN where there is none.
    package var value: Double

    /// Makes a jump.
    package init(x: Double, left: Double, right: Double, value: Double) {
      self.x = x
      self.left = left
      self.right = right
      self.value = value
    }
  }

  /// Makes a graph of its parts.
  package init(lines: [[Point]] = [], fills: [[Extent]] = [], jumps: [Jump] = []) {
    self.lines = lines
    self.fills = fills
    self.jumps = jumps
  }
}
