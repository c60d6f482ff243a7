import Activations
import Exact
import Formulas

/// How smooth a function is: what is certain over the whole line but for single places, and at these by exact series.
struct Smoothness: Sendable {
  /// An end of a stretch with values at which derivatives leave all bounds.
  struct Edge: Equatable, Sendable {
    /// Where it is.
    let x: Double
    /// The lowest derivative without a bound.
    let order: Int
  }

  /// Where f goes on and a derivative breaks, in ascending order.
  private(set) var kinks: [Kink] = []
  /// The kinks at which the derivative that breaks has no bound.
  private(set) var steep: [Double] = []
  /// Where f ends and a derivative has no bound.
  private(set) var edges: [Edge] = []
  /// Where it could not be told whether f is smooth.
  private(set) var undecided: [ClosedRange<Double>] = []
  /// Places at which f is a wave that grows ever faster, as far as is known.
  private(set) var wild: [Double] = []
  /// The most derivatives that are known to go on at places of which not all are; nil where all are known to.
  private(set) var depth: Int?

  private let function: Function
  private var exact: ExactFunction?

  /// Looks at a function but for the places where it breaks.
  init(_ function: Function, breaks: [Break], reach: Double) {
    self.function = function
    exact = ExactFunction(function, upTo: PointProofs.mostBits)
    let told = function.activation.kinks.filter(\.x.isFinite)
    let certainty = Certainty(function, .f)
    let parts = Certainty.parts(upTo: reach).map {
      certainty.roughPlaces(in: $0.cell, budget: $0.budget)
    }
    let found = (
      places: parts.flatMap(\.places), undecided: parts.flatMap(\.undecided)
    )
    let ends = [-Double.greatestFiniteMagnitude...(-reach), reach...Double.greatestFiniteMagnitude]
    let far = ends.filter { end in
      let enclosure = certainty.over(end)
      return !(enclosure.isNowhereDefined || enclosure.isSmooth)
    }
    undecided = (found.undecided + far).sorted { $0.lowerBound < $1.lowerBound }
    let isOpen = { (place: ClosedRange<Double>) in
      !breaks.contains { $0.place.overlaps(place) || $0.place.upperBound == place.lowerBound }
    }
    var places = found.places.filter(isOpen)
    // What is told of far out, or was lost where too much is open.
    places += told.filter { kink in
      !places.contains { $0.lowerBound.nextDown <= kink.x && kink.x <= $0.upperBound.nextUp }
        && isOpen(kink.x...kink.x)
    }.map { $0.x...$0.x }
    let isMany = places.count > Certainty.many
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      take(place, told, isQuick: isMany)
    }
    for place in breaks where place.kind == .edge || place.kind == .pole { take(place) }
  }

  /// Takes in a place at which f may not be smooth.
  private mutating func take(_ place: ClosedRange<Double>, _ told: [Kink], isQuick: Bool) {
    let known = told.filter {
      place.lowerBound.nextDown <= $0.x && $0.x <= place.upperBound.nextUp
    }.min { $0.order < $1.order }
    if isQuick {
      if let known { kinks.append(known) }
      return
    }
    let middle = place.lowerBound / 2 + place.upperBound / 2
    var xs = [known?.x, place.contains(0) ? 0 : nil, middle, place.lowerBound, place.upperBound]
      .compactMap(\.self)
    xs = xs.indices.filter { !xs[..<$0].contains(xs[$0]) }.map { xs[$0] }
    var isKnown = false
    for x in xs {
      guard let passage = exact?.passage(at: x) else {
        guard let exact, exact.hasWaves, !exact.isCostly, x == xs[0] else { continue }
        wild.append(x)
        undecided.append(x...x)
        return
      }
      isKnown = true
      if passage.left.isPole || passage.right.isPole {
        // It belongs to a stretch of which nothing could be told.
        undecided.append(place)
        return
      }
      if let order = passage.breaks, passage.left != .nothing, passage.right != .nothing {
        kinks.append(Kink(at: x, order: order))
        let isSteep = [passage.left, passage.right].contains { $0 == .limit(unbounded: order) }
        if order > 0, isSteep { steep.append(x) }
        return
      }
      if let least = passage.depth { depth = min(depth ?? least, least) }
    }
    let low = place.lowerBound == place.upperBound ? place.lowerBound.nextDown : place.lowerBound
    let high = place.lowerBound == place.upperBound ? place.upperBound.nextUp : place.upperBound
    let seen = order(between: low, high)
    guard isKnown || seen != nil || known != nil else {
      undecided.append(place)
      return
    }
    // A kink between doubles is that of what stands on its sides.
    guard let order = seen ?? (isKnown ? nil : known?.order) else { return }
    kinks.append(Kink(at: known?.x ?? xs[0], order: order))
    if order > 0, unbounded(low, -1) == order { steep.append(kinks[kinks.count - 1].x) }
  }

  /// Takes in what f does at an end of a stretch with values.
  private mutating func take(_ place: Break) {
    for (side, end, approach) in [
      (-1, place.place.lowerBound, place.left), (1, place.place.upperBound, place.right),
    ] {
      guard case .limit = approach else { continue }
      if let passage = exact?.passage(at: place.x),
        case .limit(let order) = side < 0 ? passage.left : passage.right
      {
        if let order, order > 0 { edges.append(Edge(x: place.x, order: order)) }
      } else if let order = unbounded(end, side) {
        edges.append(Edge(x: place.x, order: order))
      }
    }
  }

  /// The most derivatives that are looked at beside a place between doubles.
  private static let most = 6

  /// The lowest derivative that differs on the two sides of a place that is no double, by more than it changes over the way.
  private mutating func order(between low: Double, _ high: Double) -> Int? {
    let (a, b) = (values(low), values(high))
    guard a.count > Self.most, b.count > Self.most else { return nil }
    for order in 0..<Self.most {
      let size = max(a[order].magnitude, b[order].magnitude)
      let rate = max(a[order + 1].magnitude, b[order + 1].magnitude)
      guard size.isFinite, rate.isFinite else { return nil }
      let slack = 0x1p-30 * size + 256 * (high - low) * rate
      if (a[order] - b[order]).magnitude > slack { return order }
    }
    return unbounded(low, -1)
  }

  /// The lowest derivative that grows beyond bounds towards a point, as far as points a millionfold apart tell.
  private mutating func unbounded(_ x: Double, _ side: Int) -> Int? {
    let unit = max(x.magnitude, 0x1p-100) * 0x1p-50 * Double(side)
    let (near, far) = (values(x + unit), values(x + 0x1p20 * unit))
    guard near.count > Self.most, far.count > Self.most else { return nil }
    for order in 1..<Self.most {
      guard near[order].isFinite, far[order].isFinite else { return order }
      // Past it they grow the more.
      if near[order].magnitude > 1.5 * far[order].magnitude,
        near[order + 1].magnitude > 1e4 * far[order + 1].magnitude,
        near[order + 1].magnitude * unit.magnitude > 1e-6 * near[order].magnitude
      {
        return order
      }
    }
    return nil
  }

  private mutating func values(_ x: Double) -> [Double] {
    guard exact?.isCostly == false else { return [] }
    return exact?.values(at: x, upTo: Self.most).map(\.value) ?? []
  }
}
