import Activations

/// A function of the catalogue and how near it comes to another.
public struct NearestFunction: Sendable {
  /// The catalogue's function, at its defaults.
  public let function: Function
  /// The supremum of |f − g| over −10…10.
  public let distance: Double
  /// Whether the two agree to 1e-13 of the largest value.
  public let isEqual: Bool

  /// The interval over which functions are compared, in data units.
  public static let domain = -10.0...10.0

  /// The functions nearest to one, itself left out, in ascending order of distance.
  static func all(to function: Function, count: Int) -> [NearestFunction] {
    let xs = Grid(domain, count: 401).all
    let values = function.activation.columns([.f], at: xs)[0]
    guard !values.contains(where: \.isNaN) else { return [] }
    let size = values.lazy.map(abs).filter(\.isFinite).max() ?? 0
    let candidates = Catalogue.all.map(\.atDefaults).filter { candidate in
      // Under a name of a framework's it is worth telling which function it is.
      candidate != function || !candidate.family.isNamed(function.name)
    }
    let rough = candidates.map { candidate in
      let others = candidate.activation.columns([.f], at: xs)[0]
      let distance = zip(values, others).reduce(0) { max($0, abs($1.0 - $1.1)) }
      return (candidate, distance)
    }
    // A maximum between the points moves few places at most.
    return rough.filter { $0.1.isFinite }.sorted { $0.1 < $1.1 }.prefix(count + 3)
      .map { candidate, _ in
        let difference = Trace(Trace(function, .f), minus: Trace(candidate, .f))
        let slope = Trace(Trace(function, .df), minus: Trace(candidate, .df))
        let distance = Bounds(difference, slope: slope, over: domain).supremum().value
        return NearestFunction(
          function: candidate, distance: distance, isEqual: distance <= 1e-13 * size)
      }
      .sorted { $0.distance < $1.distance }.prefix(count).map(\.self)
  }
}

extension FunctionFamily {
  fileprivate func isNamed(_ text: String) -> Bool { name == text || aliases.contains(text) }
}
