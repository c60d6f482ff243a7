import Activations
import Formulas

/// A function of the catalogue and how near it comes to another.
public struct NearestFunction: Sendable {
  /// The catalogue's function: at its defaults, or with the parameters that bring it nearest, of few digits.
  public let function: Function
  /// The supremum of |f − g| over −10…10; finite.
  public let distance: Double
  /// Whether the two agree to 1e-13 of the largest value.
  public let isEqual: Bool

  /// The interval over which functions are compared, in data units.
  public static let domain = -10.0...10.0

  /// The functions nearest to one, itself left out and of each family the nearest, in ascending order of distance.
  static func all(to function: Function, count: Int) -> [NearestFunction] {
    // What proofs add is far below what is told of a distance.
    let target = NearestTarget(function.unproved)
    guard target.isDefined else { return [] }
    let candidates = Catalogue.all.map(\.atDefaults).filter { candidate in
      // Under a name of a framework's it is worth telling which function it is.
      candidate != function || !candidate.family.isNamed(function.name)
    }
    let plain = candidates.map { (function: $0, distance: target.distance(of: $0)) }
    // A maximum between the points moves few places at most.
    let most = count + 3
    // What the function itself is a member of comes as near as one likes, and tells nothing.
    let families = plain.filter { $0.function.family != function.family }
    let members = NearestMembers(of: families, to: target, count: most)
    let rough = plain.map { candidate in
      let family = candidate.function.family
      // What another function comes to as it stands, as relu where members grow ever steeper, need not be had by parameters.
      let member = members.found[family.name].flatMap { found in
        plain.contains {
          $0.function.family != family
            && abs($0.distance - found.distance) <= max(0.005 * found.distance, target.equality)
        } ? nil : found
      }
      return (candidate.function, member, min(candidate.distance, member?.distance ?? .infinity))
    }
    let nearest = rough.filter { $0.2.isFinite }.sorted { $0.2 < $1.2 }.prefix(most)
    return nearest.flatMap { plain, member, _ -> [NearestFunction] in
      let all = ([plain] + [member?.function].compactMap(\.self)).map(target.nearest)
      return all.min { $0.distance < $1.distance }.map { [$0] } ?? []
    }
    .filter { $0.distance.isFinite }
    .sorted { $0.distance < $1.distance }.prefix(count).map(\.self)
  }
}

/// What the catalogue is compared with, by values at points, and the supremum in the end.
struct NearestTarget {
  /// At how many points functions are compared: few for what is asked very often, each set a part of the next.
  enum Points: Int, CaseIterable {
    case fewest, few, some, all
  }

  let function: Function
  private let points: [(xs: [Double], wanted: [Double])]
  /// The largest finite value, its sign left out.
  let size: Double

  init(_ function: Function) {
    self.function = function
    let xs = Grid(NearestFunction.domain, count: 401).all
    let wanted = function.activation.columns([.f], at: xs)[0]
    points = [80, 16, 4, 1].map { step in
      let places = stride(from: 0, to: xs.count, by: step)
      return (places.map { xs[$0] }, places.map { wanted[$0] })
    }
    size = wanted.lazy.map(abs).filter(\.isFinite).max() ?? 0
  }

  /// Up to which distance functions are equal.
  var equality: Double { 1e-13 * size }

  /// Whether it has values.
  var isDefined: Bool { !points[Points.all.rawValue].wanted.contains(where: \.isNaN) }

  /// The largest difference at some points; infinite where a function has none.
  func distance(of activation: any Activation, at number: Points = .all) -> Double {
    let (xs, wanted) = points[number.rawValue]
    let values = activation.columns([.f], at: xs)[0]
    var distance = 0.0
    for (a, b) in zip(values, wanted) {
      let difference = abs(a - b)
      if difference.isNaN { return .infinity }
      distance = max(distance, difference)
    }
    return distance
  }

  func distance(of function: Function) -> Double { distance(of: function.quickActivation) }

  /// Whether a function is constant, and so tells nothing of one that is not.
  func isLevel(_ activation: any Activation) -> Bool {
    let (xs, wanted) = points[Points.few.rawValue]
    let values = activation.columns([.f], at: xs)[0]
    return values.allSatisfy { $0 == values[0] } && !wanted.allSatisfy { $0 == wanted[0] }
  }

  /// A function with its distance, between the points too.
  func nearest(_ candidate: Function) -> NearestFunction {
    let difference = Trace(Trace(function, .f), minus: Trace(candidate, .f))
    let slope = Trace(Trace(function, .df), minus: Trace(candidate, .df))
    let found = Bounds(difference, slope: slope, over: NearestFunction.domain).supremum().value
    let distance = found.isNaN ? .infinity : found
    return NearestFunction(
      function: candidate, distance: distance, isEqual: distance <= equality)
  }
}

extension FunctionFamily {
  fileprivate func isNamed(_ text: String) -> Bool { name == text || aliases.contains(text) }
}
