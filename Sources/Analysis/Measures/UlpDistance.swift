import Activations
import Exact

/// How far a function is from a reference for a kernel that computes in a float type.
///
/// At values of the type, it is the function's exact value rounded once to the type, the best that a
/// kernel can give, minus the reference's, rounded likewise, in ulp of the latter.
public struct UlpDistance: Sendable {
  /// What is measured.
  public let function: Function
  /// What it is measured against.
  public let reference: Function
  /// The type of x, of both values, and of the unit.
  public let type: FloatType
  /// What decides the roundings, of both.
  private let proofs: [ProvedColumns]

  /// The distance of a function from a reference in a type.
  public init(of function: Function, from reference: Function, in type: FloatType) {
    self.init(of: function, from: reference, in: type, proving: .roundings)
  }

  /// The same, every value proved or only what doubles do not decide.
  package init(
    of function: Function, from reference: Function, in type: FloatType,
    proving extent: ProvedColumns.Extent
  ) {
    self.function = function
    self.reference = reference
    self.type = type
    proofs = [function, reference].map { ProvedColumns($0, extent) }
  }

  /// The distances at values of the type, in ulp.
  public func values(_ quantity: Quantity, at xs: [Double]) -> [Double] {
    distances(quantity, at: xs).values
  }

  private func distances(_ quantity: Quantity, at xs: [Double]) -> (
    values: [Double], proofs: ProofCount
  ) {
    var proofs = proofs
    let columns = proofs.indices.map { proofs[$0].columns([quantity], at: xs, as: type)[0] }
    let values = zip(columns[0], columns[1]).map { type.ulps(of: $0, from: $1) }
    return (values, proofs.reduce(into: ProofCount()) { $0.add($1) })
  }

  /// Values of the type in a domain, in ascending order, each once.
  ///
  /// Of a 16-bit type all of them; of a wider one those next to a grid of 4096 steps, even on an axis
  /// that is bent by `transform`, to the corners, and to ever smaller steps around the points where either
  /// function may change fast.
  package func points(
    _ quantity: Quantity, over domain: ClosedRange<Double>, transform: Transform? = nil
  ) -> [Double] {
    let values =
      type.allFiniteValues
      ?? wideValues(trace(quantity), over: domain, transform).map(type.rounded)
    var points: [Double] = []
    for x in values where x.isFinite && domain.contains(x) && points.last != x { points.append(x) }
    return points
  }

  private func wideValues(
    _ trace: Trace, over domain: ClosedRange<Double>, _ transform: Transform?
  ) -> [Double] {
    guard transform == nil else {
      return trace.knots(over: domain, of: domain, count: 4096, transform: transform)
    }
    return trace.scaledKnots(over: domain, of: domain, count: 4096)
  }

  /// Where the largest distance of f may be among the values of a wide type: its points, the values on both sides of
  /// every place at which the unit changes, as the distance in units leaps there, and those around the highest of what
  /// lies between, by doubles.
  private func candidates(over domain: ClosedRange<Double>) -> [Double] {
    let points = points(.f, over: domain)
    guard type.allFiniteValues == nil else { return points }
    let wanted = Trace(reference, .f)
    let difference = trace(.f)
    let xs = (points + UnitSteps(of: wanted, in: type).places(between: points)).sortedOnce()
    let peaks = Peaks(xs) { xs in
      zip(difference.values(xs), wanted.values(xs)).map { error, value in
        abs(error) / type.ulp(of: value)
      }
    }
    let around = peaks.xs.flatMap { x -> [Double] in
      let (middle, unit) = (type.rounded(x), type.ulp(of: x))
      return (-Self.near...Self.near).map { middle + Double($0) * unit }
    }
    let all = (xs + around).map(type.rounded).filter { $0.isFinite && domain.contains($0) }
    return all.sortedOnce()
  }

  /// How many values of the type beside a peak are looked at, on each side.
  private static let near = 16

  /// The graph over a domain for a picture, interrupted at jumps and where it is not finite.
  ///
  /// Where there are more points than the picture can show, those with the smallest and the
  /// largest distance in every column of pixels.
  ///
  /// - Parameters:
  ///   - quantity: What is compared.
  ///   - domain: The x-range, in data units.
  ///   - width: The width of the picture, in pixels.
  ///   - transform: How the picture's x-axis is bent; nil for one that is not.
  package func segments(
    _ quantity: Quantity, over domain: ClosedRange<Double>, width: Int, transform: Transform? = nil
  ) -> [[Point]] {
    let xs = points(quantity, over: domain, transform: transform)
    let samples = zip(xs, values(quantity, at: xs)).map { Point(x: $0, y: $1) }
    let finite = samples.split { !$0.y.isFinite }.map(Array.init)
    let lines = trace(quantity).jumps.reduce(finite) { segments, jump in
      // Empty ones are left out each time: cut on, they would triple with every jump.
      segments.flatMap {
        [$0.filter { $0.x < jump }, $0.filter { $0.x == jump }, $0.filter { $0.x > jump }]
          .filter { !$0.isEmpty }
      }
    }
    guard xs.count > Self.most else { return lines }
    return lines.map { envelope($0, over: domain, columns: width, transform: transform) }
  }

  /// The largest distance of f without its sign, and where it is; of equal ones the leftmost.
  ///
  /// Infinite where one of the two overflows the type and the other does not; nil where the domain
  /// holds no value of the type.
  public func supremum(over domain: ClosedRange<Double>) -> Extremum? {
    provedSupremum(over: domain)?.extremum
  }

  /// The same, and how many of the values that it is the largest of are proved.
  package func provedSupremum(over domain: ClosedRange<Double>) -> (
    extremum: Extremum, proofs: ProofCount
  )? {
    let xs = candidates(over: domain)
    guard let first = xs.first else { return nil }
    let (values, proofs) = distances(.f, at: xs)
    let best = zip(xs, values).reduce(into: Extremum(x: first, value: 0)) { best, point in
      if abs(point.1) > best.value { best = Extremum(x: point.0, value: abs(point.1)) }
    }
    return (best, proofs)
  }

  private func trace(_ quantity: Quantity) -> Trace {
    Trace(Trace(function, quantity), minus: Trace(reference, quantity))
  }

  /// How many points are drawn as they are.
  private static let most = 4000
}
