import Activations

/// A trace that was looked at, before it is known what of it is seen.
package struct Draft: Sendable {
  private var refinement: Refinement
  private let seen: ClosedRange<Double>?

  init(_ refinement: Refinement, seen: ClosedRange<Double>?) {
    self.refinement = refinement
    self.seen = seen
  }

  /// All finite values that were found, whatever an axis shows of them; nil where there are none.
  package var values: ClosedRange<Double>? { refinement.range(on: nil) }

  /// The values that a picture is to show; nil where there are none.
  package var window: ValueWindow? { WindowSearch(refinement).window() }

  /// The graph as it is seen in a window of values, its own where none is given.
  package func graph(seeing window: ClosedRange<Double>? = nil) -> Graph {
    var refinement = refinement
    let shown = window ?? seen ?? self.window?.range
    // What was true to all values is true to more of them.
    if !refinement.isFixed, shown != seen, let shown, let range = refinement.range,
      refinement.wasBent || !shown.holds(range)
    {
      refinement.reopen()
      refinement.refine(seeing: shown)
    }
    return GraphBuilder(refinement: refinement, frame: refinement.frame(shown)).graph()
  }
}

extension ClosedRange {
  fileprivate func holds(_ other: ClosedRange) -> Bool {
    lowerBound <= other.lowerBound && upperBound >= other.upperBound
  }
}
