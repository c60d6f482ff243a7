import Activations

/// A quantity as a graph over x: how to evaluate it in batches, and where it is not smooth.
package struct Trace: Sendable {
  /// The values at every x.
  package let values: @Sendable ([Double]) -> [Double]
  /// Where the graph is interrupted, in ascending order.
  package let jumps: [Double]
  /// Where it has a corner.
  package let corners: [Double]
  /// Where it may change fast.
  package let landmarks: [Double]

  /// The graph of one quantity of a function.
  package init(_ function: Function, _ quantity: Quantity) {
    let activation = function.activation
    values = { activation.columns([quantity], at: $0)[0] }
    let kinks =
      quantity.needsGate ? activation.gated?.gateKinks ?? [] : activation.kinks
    jumps = kinks.filter { $0.order <= quantity.order }.map(\.x)
    corners = kinks.filter { $0.order > quantity.order }.map(\.x)
    landmarks = activation.landmarks
  }

  /// The graph of the difference of two.
  package init(_ trace: Trace, minus other: Trace) {
    values = { xs in zip(trace.values(xs), other.values(xs)).map { $0 - $1 } }
    jumps = Self.merged(trace.jumps, other.jumps)
    corners = Self.merged(trace.corners, other.corners)
    landmarks = Self.merged(trace.landmarks, other.landmarks)
  }

  /// The graph without its sign, as a logarithmic axis shows errors.
  package var magnitude: Trace {
    Trace(
      values: { [values] in values($0).map(abs) }, jumps: jumps, corners: corners,
      landmarks: landmarks)
  }

  private init(
    values: @escaping @Sendable ([Double]) -> [Double], jumps: [Double], corners: [Double],
    landmarks: [Double]
  ) {
    self.values = values
    self.jumps = jumps
    self.corners = corners
    self.landmarks = landmarks
  }

  /// The value at one x.
  func value(at x: Double) -> Double { values([x])[0] }

  private static func merged(_ a: [Double], _ b: [Double]) -> [Double] { Set(a + b).sorted() }
}
