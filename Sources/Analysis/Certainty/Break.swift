/// A place where a graph is not known to go on: between two doubles with at most one between them.
package struct Break: Equatable, Sendable {
  /// How the graph behaves towards the place from one side.
  package enum Side: Equatable, Sendable {
    /// It comes to a value, given as at the last double before the place.
    case limit(Double)
    /// It leaves all bounds: −1 downward, 1 upward.
    case pole(sign: Int)
    /// It has no values there.
    case undefined
    /// It cannot be told, as of a graph that oscillates ever faster.
    case undecided
  }

  /// What a place is, by its sides.
  package enum Kind: Equatable, Sendable {
    /// The graph leaves all bounds on one side at least.
    case pole
    /// It comes to two values.
    case jump
    /// It ends, with a value on its side.
    case edge
    /// It goes on as if nothing were, or with a corner: its sides meet, whatever it is at the place itself.
    case removable
    /// It cannot be told.
    case undecided
  }

  /// The last double on the left and the first on the right.
  package let place: ClosedRange<Double>
  /// The double in the middle where there is one, else the one on the left, or that at which a domain begins.
  package let x: Double
  /// Towards the place from the left.
  package let left: Side
  /// Towards the place from the right.
  package let right: Side
  /// The value at the middle double; nil where there is none in the middle, or no value.
  package let value: Double?
  /// By how much the limits may be off, for being taken at doubles beside the place.
  let slack: Double

  /// What it is.
  package var kind: Kind {
    switch (left, right) {
    case (.pole, _), (_, .pole): .pole
    case (.undecided, _), (_, .undecided): .undecided
    case (.limit(let a), .limit(let b)): (a - b).magnitude > slack ? .jump : .removable
    case (.limit, .undefined), (.undefined, .limit): .edge
    case (.undefined, .undefined): value == nil ? .removable : .edge
    }
  }
}
