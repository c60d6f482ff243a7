/// An activation that vector registers evaluate, but for the rows where its results are in doubt.
package protocol Vectorized: Activation {
  /// What evaluates f, f′ and f″; nil where its parameters are not those of a kernel.
  var vectorKernel: VectorKernel? { get }
}

extension Activation {
  /// The columns of f, f′ and f″, and nil for every other quantity; nil altogether where there is no vector kernel.
  ///
  /// What is in doubt is what `scalar` makes of it, by itself, as where it is asked for alone. So a result is either correctly
  /// rounded or the one that it is without registers, whatever is asked for beside it.
  @inline(__always)
  func vectorColumns(
    _ quantities: [Quantity], at xs: [Double],
    _ scalar: (_ row: Int, Quantity) -> Double
  ) -> [[Double]?]? {
    let asked = quantities.filter { !$0.needsGate }
    guard !asked.isEmpty, let kernel = (self as? any Vectorized)?.vectorKernel else { return nil }
    var columns = kernel.columns(asked, at: xs)
    for (index, quantity) in asked.enumerated() {
      for row in columns.doubts[index] {
        columns.values[index][row] = scalar(row, quantity)
      }
    }
    return quantities.map { quantity in
      asked.firstIndex(of: quantity).map { columns.values[$0] }
    }
  }
}
