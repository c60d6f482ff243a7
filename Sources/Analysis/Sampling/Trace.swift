import Activations
import Exact

/// A quantity as a graph over x: how to evaluate it in batches, and where it is not smooth.
package struct Trace: Sendable {
  /// The values at every x.
  package let values: @Sendable ([Double]) -> [Double]
  /// The values and the exact slopes at every x; nil where the slope cannot be had.
  let jets: Jets?
  /// Where the graph is interrupted, in ascending order.
  package let jumps: [Double]
  /// Where it has a corner.
  package let corners: [Double]
  /// Where it may change fast.
  package let landmarks: [Double]
  /// Makes what tells for certain where it is continuous, with proofs at points where they are asked for; nil where nothing
  /// does.
  let certainty: (@Sendable (_ isProved: Bool) -> Certainty)?

  /// Values and slopes at every x.
  typealias Jets = @Sendable ([Double]) -> (values: [Double], slopes: [Double])

  /// The graph of one quantity of a function.
  package init(_ function: Function, _ quantity: Quantity) {
    let activation = function.quickActivation
    self.init(function, quantity) { activation.columns([quantity], at: $0)[0] }
  }

  /// The graph of one quantity of a function, with the values that a function gives.
  init(
    _ function: Function, _ quantity: Quantity,
    values: @escaping @Sendable ([Double]) -> [Double]
  ) {
    let activation = function.quickActivation
    let kinks =
      quantity.needsGate ? activation.gated?.gateKinks ?? [] : activation.kinks
    self.init(
      values: values,
      jets: Self.jets(of: activation, quantity),
      jumps: kinks.filter { $0.order <= quantity.order }.map(\.x),
      corners: kinks.filter { $0.order > quantity.order }.map(\.x),
      landmarks: activation.landmarks,
      certainty: { Certainty(function, quantity, isProved: $0) })
  }

  /// A graph that says itself where it breaks, and where it may change fast.
  init(
    jumps: [Double], landmarks: [Double], values: @escaping @Sendable ([Double]) -> [Double]
  ) {
    self.init(
      values: values, jets: nil, jumps: jumps, corners: [], landmarks: landmarks, certainty: nil)
  }

  /// The graph of the difference of two.
  package init(_ trace: Trace, minus other: Trace) {
    var certainty: (@Sendable (Bool) -> Certainty)?
    if let first = trace.certainty, let second = other.certainty {
      certainty = { Certainty(first($0), minus: second($0)) }
    }
    self.init(
      values: { Self.difference(trace.values($0), other.values($0)) },
      jets: Self.difference(trace.jets, other.jets),
      jumps: Self.merged(trace.jumps, other.jumps),
      corners: Self.merged(trace.corners, other.corners),
      landmarks: Self.merged(trace.landmarks, other.landmarks), certainty: certainty)
  }

  /// A graph with its values taken in another way.
  init(_ trace: Trace, values: @escaping @Sendable ([Double]) -> [Double]) {
    self.init(
      values: values, jets: trace.jets, jumps: trace.jumps, corners: trace.corners,
      landmarks: trace.landmarks, certainty: trace.certainty)
  }

  /// The graph without its sign, as a logarithmic axis shows errors.
  package var magnitude: Trace {
    let (values, jets) = (values, jets)
    var unsigned: Jets?
    if let jets {
      unsigned = { xs in
        let (values, slopes) = jets(xs)
        return (values.map(abs), zip(values, slopes).map { $0 < 0 ? -$1 : $1 })
      }
    }
    return Trace(
      values: { values($0).map(abs) }, jets: unsigned, jumps: jumps, corners: corners,
      landmarks: landmarks, certainty: certainty)
  }

  private init(
    values: @escaping @Sendable ([Double]) -> [Double], jets: Jets?, jumps: [Double],
    corners: [Double], landmarks: [Double], certainty: (@Sendable (Bool) -> Certainty)?
  ) {
    self.values = values
    self.jets = jets
    self.jumps = jumps
    self.corners = corners
    self.landmarks = landmarks
    self.certainty = certainty
  }

  /// The value at one x.
  func value(at x: Double) -> Double { values([x])[0] }

  private static func jets(of activation: any Activation, _ quantity: Quantity) -> Jets? {
    guard let slope = quantity.slope else { return nil }
    return { xs in
      let columns = activation.columns([quantity, slope], at: xs)
      return (columns[0], columns[1])
    }
  }

  private static func difference(_ a: [Double], _ b: [Double]) -> [Double] {
    zip(a, b).map { $0 - $1 }
  }

  private static func difference(_ a: Jets?, _ b: Jets?) -> Jets? {
    guard let a, let b else { return nil }
    return { xs in
      let (first, second) = (a(xs), b(xs))
      return (
        difference(first.values, second.values), difference(first.slopes, second.slopes)
      )
    }
  }

  private static func merged(_ a: [Double], _ b: [Double]) -> [Double] { Set(a + b).sorted() }
}
