import Activations
import Formulas

/// What is certain about a graph: where it is defined, bounded and continuous.
///
/// The one place that samplers and marks ask where points and derivatives leave a doubt: it evaluates the quantity over
/// whole stretches of x, in intervals that are rounded outward. What it says is proved, but for the kinks of the
/// catalogue's kernels, which are as declared; what it does not say is open. It costs about what ten points do.
package struct Certainty: Sendable {
  /// The quantity over a cell.
  private let enclose: @Sendable (Interval) -> Enclosure
  /// The values at points.
  let values: @Sendable ([Double]) -> [Double]
  /// What is proved at points, where that is asked for too.
  private(set) var proofs: PointProofs?

  /// What is certain about a quantity of a function; with proofs also at single points, such as 0/0, at some 50 µs each.
  package init(_ function: Function, _ quantity: Quantity, isProved: Bool = false) {
    proofs = isProved ? PointProofs(function, quantity) : nil
    let enclosure = FunctionEnclosure(function)
    let activation = function.activation
    enclose = { enclosure.enclosure(of: quantity, over: $0) }
    values = { activation.columns([quantity], at: $0)[0] }
  }

  /// What is certain about the difference of two graphs.
  package init(_ first: Certainty, minus second: Certainty) {
    proofs = first.proofs.flatMap { a in second.proofs.map { PointProofs(a, minus: $0) } }
    enclose = { first.enclose($0) - second.enclose($0) }
    values = { xs in zip(first.values(xs), second.values(xs)).map { $0 - $1 } }
  }

  /// The same without proofs at points.
  var unproved: Certainty {
    var result = self
    result.proofs = nil
    return result
  }

  /// What holds the graph over a stretch of x, both ends included, and whether it is defined and continuous there.
  package func over(_ cell: ClosedRange<Double>) -> Enclosure {
    enclose(Interval(cell.lowerBound, cell.upperBound))
  }

  /// What holds the graph over a stretch, from that over its parts: sharper, for as many times the cost.
  package func over(_ cell: ClosedRange<Double>, parts: Int) -> Enclosure {
    var (low, whole) = (cell.lowerBound, Enclosure(.empty, .smooth))
    for index in 1...max(1, parts) {
      let share = Double(index) / Double(parts)
      let high =
        index == parts
        ? cell.upperBound : low.mixed(with: cell.upperBound, share, from: cell.lowerBound)
      guard high >= low else { continue }
      let part = over(low...high)
      whole = whole.range.isEmpty && index == 1 ? part : whole.hull(part)
      low = high
    }
    return whole
  }

  /// The value at a point; NaN where there is none.
  func value(at x: Double) -> Double { values([x])[0] }
}

extension Double {
  /// A point between `start` and an end; never before the number itself.
  fileprivate func mixed(with end: Double, _ share: Double, from start: Double) -> Double {
    Swift.min(Swift.max(self, start * (1 - share) + end * share), end)
  }
}
