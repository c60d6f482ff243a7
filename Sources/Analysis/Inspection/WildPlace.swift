import Activations
import Exact
import Formulas

/// A place beside which a function goes up and down ever faster, without end.
public struct WildPlace: Equatable, Sendable {
  /// Where it is.
  public let x: Double
  /// From there to here, on both sides, nothing is told of single turns.
  public let stretch: ClosedRange<Double>
  /// Between which values it goes up and down from the left; both are one where it has a limit, nil where that is not known.
  public let left: ClosedRange<Double>?
  /// The same from the right.
  public let right: ClosedRange<Double>?

  /// Between which values f′ goes up and down from the left and from the right, where that is known.
  let slopes: [ClosedRange<Double>?]

  init(_ function: Function, at x: Double, _ exact: ExactFunction?, slope: ExactFunction?) {
    self.x = x
    var (exact, slope) = (exact, slope)
    left = exact?.oscillation(at: x, from: -1)
    right = exact?.oscillation(at: x, from: 1)
    self.slopes = [-1, 1].map { slope?.oscillation(at: x, from: $0) }
    let slopes = { (xs: [Double]) in function.quickActivation.columns([.df], at: xs)[0] }
    stretch = (x - Self.reach(x, -1, slopes))...(x + Self.reach(x, 1, slopes))
  }

  /// The kink there, where f comes to one value from both sides and f′ to none: its order is 1, and no bound of f′ makes it steep.
  var kink: (kink: Kink, isSteep: Bool)? {
    guard let left, let right, left == right, left.lowerBound == left.upperBound else { return nil }
    let known = slopes.compactMap(\.self)
    guard known.contains(where: { $0.lowerBound < $0.upperBound }) else { return nil }
    let isSteep = known.contains { $0.lowerBound == -.infinity || $0.upperBound == .infinity }
    return (Kink(at: x, order: 1), isSteep)
  }

  /// How far single turns cannot be told: from far off inward, they are until one has fewer than so many points.
  private static func reach(_ x: Double, _ side: Double, _ slopes: ([Double]) -> [Double]) -> Double
  {
    let unit = max(abs(x), 1)
    let steps = (0..<points).map { unit * Libm.exp(-Double($0) / 300) }
    let signs = slopes(steps.map { x + side * $0 }).map { $0 > 0 }
    let turns = signs.indices.dropFirst().filter { signs[$0] != signs[$0 - 1] }
    for (index, pair) in zip(turns, turns.dropFirst()).enumerated() {
      if pair.1 - pair.0 < 10 || index > most { return steps[pair.0] }
    }
    return turns.count > most ? steps[turns[most]] : steps[points - 1]
  }

  private static let (points, most) = (6000, 24)
}
