/// An activation that tells where so much of its sums cancels that not even pairs keep their digits, as beside the zeros of f, f′
/// and f″.
///
/// Whoever can prove values takes them again there; all others have what pairs leave.
package protocol Doubting: Activation {
  /// f and its derivatives up to an order, 0 to 2, with whether one of these has lost digits; what is not lost leaves the flag
  /// alone.
  func jet(at x: Double, order: Int, isLost: inout Bool) -> Jet

  /// f at x, likewise.
  func value(at x: Double, isLost: inout Bool) -> Double

  /// The asked quantities at every x, and behind `doubts` the rows at which f or a derivative has lost digits.
  func columns(_ quantities: [Quantity], at xs: [Double], doubts: inout [Int]) -> [[Double]]
}

/// What an activation can do beside its values.
///
/// It stands for casts such as `as? any Doubting`: each looks through all conformances of the program, for every type anew, which took a
/// twentieth of a figure's time.
public struct Abilities: Sendable {
  /// The activation itself, where it tells what it has lost.
  package let doubting: (any Doubting)?

  package init(doubting: (any Doubting)? = nil) { self.doubting = doubting }
}

extension Doubting {
  package var abilities: Abilities { Abilities(doubting: self) }

  @inline(__always)
  package func value(at x: Double, isLost: inout Bool) -> Double {
    jet(at: x, order: 0, isLost: &isLost).value
  }

  @inline(__always)
  package func jet(at x: Double, order: Int) -> Jet {
    var isLost = false
    return jet(at: x, order: order, isLost: &isLost)
  }

  @inline(__always)
  package func jet(at x: Double) -> Jet { jet(at: x, order: 2) }

  package func columns(_ quantities: [Quantity], at xs: [Double]) -> [[Double]] {
    var doubts: [Int] = []
    return columns(quantities, at: xs, doubts: &doubts)
  }

  /// Evaluates in one loop over the batch.
  package func columns(_ quantities: [Quantity], at xs: [Double], doubts: inout [Int]) -> [[Double]]
  {
    let none = Array(repeating: Double.nan, count: xs.count)
    return activationColumns(quantities, at: xs, doubts: &doubts).map { $0 ?? none }
  }

  /// The columns of f, f′ and f″, and nil for every other quantity.
  @inline(__always)
  func activationColumns(_ quantities: [Quantity], at xs: [Double], doubts: inout [Int])
    -> [[Double]?]
  {
    if let columns = vectorColumns(
      quantities, at: xs,
      {
        component($1, at: xs, $0, &doubts)
      })
    {
      return columns
    }
    guard quantities.contains(where: { $0 == .df || $0 == .d2f }) else {
      return quantities.map { $0 == .f ? values(at: xs, &doubts) : nil }
    }
    // Alone, a derivative needs no column of jets, and its loop leaves out what only the others need.
    if quantities == [.df] { return [slopes(at: xs, &doubts)] }
    if quantities == [.d2f] { return [curvatures(at: xs, &doubts)] }
    let jets = jets(at: xs, quantities.contains(.d2f) ? 2 : 1, &doubts)
    return quantities.map { quantity in
      switch quantity {
      case .f: jets.map { $0.value }
      case .df: jets.map { $0.first }
      case .d2f: jets.map { $0.second }
      case .gate, .density, .sign: nil
      }
    }
  }

  /// f, f′ or f″ at a row, of a jet of some order.
  @inline(never)
  private func component(
    _ quantity: Quantity, at xs: [Double], _ row: Int, _ doubts: inout [Int]
  ) -> Double {
    var isLost = false
    let value =
      quantity == .f
      ? value(at: xs[row], isLost: &isLost)
      : jet(at: xs[row], order: quantity.order, isLost: &isLost).component(quantity.order)
    if isLost, doubts.last != row { doubts.append(row) }
    return value
  }

  // Each loop is a function of its own: together in one, they would compete for the registers.

  @inline(never)
  private func values(at xs: [Double], _ doubts: inout [Int]) -> [Double] {
    rows(xs, &doubts) { value(at: $0, isLost: &$1) }
  }

  @inline(never)
  private func slopes(at xs: [Double], _ doubts: inout [Int]) -> [Double] {
    rows(xs, &doubts) { jet(at: $0, order: 1, isLost: &$1).first }
  }

  @inline(never)
  private func curvatures(at xs: [Double], _ doubts: inout [Int]) -> [Double] {
    rows(xs, &doubts) { jet(at: $0, order: 2, isLost: &$1).second }
  }

  @inline(never)
  private func jets(at xs: [Double], _ order: Int, _ doubts: inout [Int]) -> [Jet] {
    rows(xs, &doubts) { jet(at: $0, order: order, isLost: &$1) }
  }

  @inline(__always)
  private func rows<Value>(
    _ xs: [Double], _ doubts: inout [Int], _ evaluate: (Double, inout Bool) -> Value
  ) -> [Value] {
    xs.withUnsafeBufferPointer { xs in
      Array(unsafeUninitializedCapacity: xs.count) { values, count in
        for row in xs.indices {
          var isLost = false
          values.initializeElement(at: row, to: evaluate(xs[row], &isLost))
          if isLost { doubts.append(row) }
        }
        count = xs.count
      }
    }
  }
}
