import Activations
import Formulas

/// Of families with parameters the members that come nearest to a function: looked for at a few points of all of them, and followed
/// to the bottom of the nearest few.
struct NearestMembers {
  /// The members that come nearer than their family's defaults, by the family's name.
  private(set) var found: [String: (function: Function, distance: Double)] = [:]
  private let target: NearestTarget
  /// How near a member has to come: as near as the last of so many families that are known.
  private var limit: Double

  /// - Parameters:
  ///   - families: The functions at their defaults, and how near they are.
  ///   - count: Of how many families the nearest are wanted.
  init(
    of families: [(function: Function, distance: Double)], to target: NearestTarget, count: Int
  ) {
    var distances = Dictionary(
      families.map { ($0.function.family.name, $0.distance) }, uniquingKeysWith: min)
    func last() -> Double { distances.values.sorted().dropFirst(count - 1).first ?? .infinity }
    (self.target, limit) = (target, last())
    let starts = families.compactMap { start(in: $0.function.family) }
      .sorted { $0.distance < $1.distance }
    for start in starts.prefix(Self.most) where start.distance <= Self.slack * limit {
      let family = start.family
      let plain = distances[family.name, default: .infinity]
      // What is equal as it stands comes no nearer.
      guard plain > target.equality, let (values, distance) = nearest(start), distance <= limit,
        distance < 0.999 * plain
      else { continue }
      let function = Self.function(family, values)
      // What does not fit on a line of a sheet nobody types.
      guard function.reference.count <= Self.length else { continue }
      found[family.name] = (function, distance)
      distances[family.name] = distance
      limit = last()
    }
  }

  /// How many families are followed, how many parameters are varied, and how much nearer a bottom may be than the points.
  private static let (most, parameters, slack) = (6, 3, 2.0)
  /// How many letters a member may have, as it is typed.
  private static let length = 42

  /// A point among a family's parameters.
  private struct Start {
    let family: FunctionFamily
    /// The values that were looked at, a list for each parameter.
    let axes: [[Double]]
    let place: [Int]
    let distance: Double
  }

  /// The nearest of some members; nil of a family without parameters, or without a fast way to make them.
  private func start(in family: FunctionFamily) -> Start? {
    let count = family.parameters.count
    guard let kernel = family.kernel, count >= 1, count <= Self.parameters else { return nil }
    let axes = family.parameters.map { Self.values(of: $0, among: count) }
    var best: (place: [Int], distance: Double)?
    var place = axes.map { _ in 0 }
    while true {
      let member = kernel(Self.point(place, axes))
      let known = best?.distance ?? .infinity
      // What is too far at some of the points is so at all of them.
      if target.distance(of: member, at: .fewest) < known {
        let distance = target.distance(of: member, at: .few)
        if distance < known { best = (place, distance) }
      }
      guard let axis = place.indices.first(where: { place[$0] + 1 < axes[$0].count }) else { break }
      place[axis] += 1
      for lower in 0..<axis { place[lower] = 0 }
    }
    return best.map { Start(family: family, axes: axes, place: $0.place, distance: $0.distance) }
  }

  private static func point(_ place: [Int], _ axes: [[Double]]) -> [Double] {
    zip(axes, place).map { $0[$1] }
  }

  /// Values of every size, in ascending order; fewer where others are varied too.
  private static func values(of parameter: Parameter, among count: Int) -> [Double] {
    let unit =
      parameter.defaultValue.isFinite && parameter.defaultValue != 0
      ? parameter.defaultValue.magnitude : 1
    let steps =
      count == 1
      ? [0.03, 0.06, 0.12, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, 8, 16, 32]
      : count == 2 ? [0.1, 0.4, 1, 2.5, 10] : [0.2, 1.5, 10]
    let sizes = steps.map { $0 * unit }
    var values: [Double]
    switch parameter.domain {
    case .positive, .positiveOrInfinite: values = sizes
    case .nonNegative: values = [0] + sizes
    case .finite, .finiteOrInfinite: values = sizes.map { -$0 } + [0] + sizes
    case .notZero: values = sizes.map { -$0 } + sizes
    }
    if !values.contains(parameter.defaultValue) { values.append(parameter.defaultValue) }
    return values.sorted()
  }

  /// The values that come nearest: of one parameter, the others at their defaults, where that is as good as with all of them.
  private func nearest(_ start: Start) -> (values: [Double], distance: Double)? {
    let family = start.family
    let defaults = family.parameters.map(\.defaultValue)
    let valleys = family.parameters.indices.compactMap { valley(family, along: $0, from: defaults) }
    // What is nearest at an end has no bottom.
    let lowest =
      valleys.filter { 0 < $0.place && $0.place < $0.values.count - 1 }
      .map(\.distance).min() ?? .infinity
    let alone = valleys.filter { $0.distance <= Self.slack * lowest }.compactMap { valley in
      bottom(family, of: valley, from: defaults).flatMap { shortened($0, family) }
    }.min { $0.distance < $1.distance }
    guard family.parameters.count > 1, (alone?.distance ?? .infinity) > target.equality,
      let all = bottom(start).flatMap({ shortened($0, family) }),
      all.distance < 0.98 * (alone?.distance ?? .infinity)
    else { return alone }
    return all
  }

  /// The nearest of a few values of one parameter, among them.
  private struct Valley {
    let axis: Int
    let values: [Double]
    let place: Int
    let distance: Double
  }

  /// Where the function is nearest along one parameter; nil where that is too far.
  private func valley(_ family: FunctionFamily, along axis: Int, from point: [Double]) -> Valley? {
    guard let kernel = family.kernel else { return nil }
    let values = Self.values(of: family.parameters[axis], among: 1).filter(\.isFinite)
    let distances = values.map {
      target.distance(of: kernel(point.replaced(axis, by: $0)), at: .few)
    }
    guard let least = distances.indices.min(by: { distances[$0] < distances[$1] }),
      distances[least] <= Self.slack * limit
    else { return nil }
    return Valley(axis: axis, values: values, place: least, distance: distances[least])
  }

  /// The bottom of a valley by golden section; nil where the function is but neared as the parameter grows or vanishes.
  private func bottom(
    _ family: FunctionFamily, of valley: Valley, from point: [Double]
  ) -> [Double]? {
    guard let kernel = family.kernel else { return nil }
    let (axis, values, least) = (valley.axis, valley.values, valley.place)
    let range = values[max(least - 1, 0)]...values[min(least + 1, values.count - 1)]
    func distance(_ value: Double, at points: NearestTarget.Points) -> Double {
      target.distance(of: kernel(point.replaced(axis, by: value)), at: points)
    }
    func distance(_ value: Double) -> Double { distance(value, at: .some) }
    func around(_ value: Double, _ reach: Double) -> ClosedRange<Double> {
      max(range.lowerBound, value - reach)...min(range.upperBound, value + reach)
    }
    let near = LineSearch.minimum(over: range, tolerance: 1e-2) { distance($0, at: .few) }
    let bottom = LineSearch.minimum(
      over: around(near, 0.1 * abs(near)), tolerance: 1e-3, of: distance)
    // Of waves there are several valleys between the neighbours.
    var found = distance(values[least]) < distance(bottom) ? values[least] : bottom
    if distance(found) < 0.01 * target.size {
      // It may be met, which the last digits tell.
      let last = LineSearch.minimum(
        over: around(found, 1e-3 * abs(found) + 1e-12), tolerance: 1e-13
      ) { distance($0, at: .few) }
      if distance(last) < distance(found) { found = last }
    }
    return Self.isInside(found, values) ? point.replaced(axis, by: found) : nil
  }

  /// Whether a value is not at an end of those that were looked at, 0 left out, which is an end by itself.
  private static func isInside(_ value: Double, _ values: [Double]) -> Bool {
    guard let first = values.first, let last = values.last else { return false }
    return value < 0.999 * last && (first == 0 || value > first + 1e-3 * abs(first))
  }

  /// The bottom near a start in all parameters, by linear programs; nil likewise.
  private func bottom(_ start: Start) -> [Double]? {
    guard let kernel = start.family.kernel else { return nil }
    let axes = start.axes.map { $0.filter(\.isFinite) }
    let box = axes.map { ($0.first ?? 1)...($0.last ?? 1) }
    let problem = FitProblem(
      box: box, target: target.function, quantity: .f, norm: .supremum, type: .f32,
      domain: NearestFunction.domain, share: 1,
      function: { Self.function(start.family, $0) },
      values: { kernel($0).columns([.f], at: $1)[0] })
    let samples = FitSamples(problem, count: 48)
    let squares = LeastSquares(box: box) { samples.values(at: $0).map(samples.residuals) }
    let valley = squares.minimum(
      from: problem.clamped(Self.point(start.place, start.axes)), rounds: 10)
    // What squares meet the supremum meets too; else few digits are told of it.
    let isMet = target.distance(of: kernel(valley.point), at: .some) <= target.equality
    let point =
      isMet
      ? valley.point : Minimax(problem, samples).minimum(from: valley.point, upTo: 0.01).point
    return zip(point, axes).allSatisfy { Self.isInside($0, $1) } ? point : nil
  }

  private static func function(_ family: FunctionFamily, _ values: [Double]) -> Function {
    let given = zip(family.parameters, values).filter { $0.defaultValue != $1 }.map {
      Function.Setting(parameter: $0, value: $1)
    }
    return family.function(named: family.name, given: given)
  }

  /// The values with so few digits as are nearly as good, and how near they come.
  private func shortened(_ point: [Double], _ family: FunctionFamily) -> (
    values: [Double], distance: Double
  )? {
    guard let kernel = family.kernel, !point.isEmpty else { return nil }
    let best = target.distance(of: kernel(point))
    let isMet = best <= 1e-7 * target.size
    let most = isMet ? target.equality : (point.count > 1 ? 1.02 : 1.005) * best
    for digits in 1...(isMet ? 15 : 6) {
      let values = zip(family.parameters, point).map { parameter, value in
        // What is all but 0 is meant to be.
        abs(value) < max(1e-6, Libm.pow(10, -Double(digits))) && parameter.domain.contains(0)
          ? 0 : value.rounded(toDigits: digits)
      }
      guard zip(family.parameters, values).allSatisfy({ $0.domain.contains($1) }) else { continue }
      let member = kernel(values)
      let distance = target.distance(of: member)
      if distance <= most { return target.isLevel(member) ? nil : (values, distance) }
    }
    return (point, best)
  }
}
