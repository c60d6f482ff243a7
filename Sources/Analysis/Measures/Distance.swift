import Activations
import Exact

/// How far a quantity of a function is from that of another, over a domain of any size.
public struct Distance: Sendable {
  /// The supremum of the difference without its sign, and where it is: the leftmost of equal ones.
  public private(set) var supremum: Extremum
  /// What the supremum's number is worth.
  public private(set) var supremumIs = Standing.equal
  /// The integral of the squared difference.
  public private(set) var square = 0.0
  /// What the integral's number is worth.
  public private(set) var squareIs = Standing.equal

  /// The distance of a quantity of one function from that of another over a domain.
  public init(
    _ quantity: Quantity, of function: Function, from other: Function,
    over domain: ClosedRange<Double>
  ) {
    self.init(quantity, of: function, from: other, over: domain, isProved: false)
  }

  init(
    _ quantity: Quantity, of function: Function, from other: Function,
    over domain: ClosedRange<Double>, isProved: Bool
  ) {
    supremum = Extremum(x: domain.lowerBound, value: 0)
    guard function != other else { return }
    let graph = DoubtfulGraph(function, minus: other, quantity, isProved: isProved)
    var search = DifferenceSearch(graph, over: domain)
    (supremum, supremumIs) = search.supremum()
    if supremumIs == .atMost, let sure = search.provedSupremum {
      // Now that it is known what counts, more digits tell the rest.
      search = DifferenceSearch(graph, over: domain, sure: sure)
      (supremum, supremumIs) = search.supremum()
    }
    (square, squareIs) = search.square(supremum: supremum.value, supremumIs)
  }
}

/// Looks for the largest difference: by doubles where these tell it, and by proofs, at fewer points, where they do not.
struct DifferenceSearch {
  private let graph: DoubtfulGraph
  private let domain: ClosedRange<Double>
  private let solid: Bounds.Solid
  /// Where each piece is looked at.
  private var knots: [[Double]]
  private let readings: [[DoubtfulGraph.Reading]]
  /// The largest difference that is known, and whether by doubles.
  private let (sure, isSeen): (Double, Bool)
  /// What doubles may be off.
  private let tolerance: Double
  /// The largest difference that is proved where doubles are not sure.
  private var proved = 0.0
  /// What is at most left where nothing is known, and where that is.
  private var open = (bound: 0.0, x: 0.0)

  /// - Parameter sure: A difference that is known.
  init(_ graph: DoubtfulGraph, over domain: ClosedRange<Double>, sure known: Double = 0) {
    (self.graph, self.domain) = (graph, domain)
    let solid = Bounds.Solid(graph.trace, over: domain)
    let knots = solid.pieces.map {
      graph.trace.scaledKnots(over: $0.range, of: domain, count: 1024)
    }
    readings = knots.map(graph.readings)
    let seen = readings.joined().lazy.filter(\.isSure).reduce(0) { max($0, $1.value.magnitude) }
    (sure, isSeen) = (max(seen, known), seen > 0)
    (self.solid, self.knots) = (solid, knots)
    tolerance = Self.share * sure
  }

  /// Up to which power of two every octave is looked at.
  private static let octaves = 64
  /// By how much of the supremum a difference may be off.
  private static let share = 1e-10

  /// Whether doubles do not tell enough anywhere.
  private var isDoubtful: Bool { readings.joined().contains { $0.noise > tolerance } }

  /// The supremum, and what it is worth.
  mutating func supremum() -> (Extremum, Standing) {
    let left = Extremum(x: domain.lowerBound, value: 0)
    if sure == 0, isDoubtful, isEqual { return (left, .equal) }
    settle()
    guard !isNothing else { return smallest(left) }
    let bounds = bounds
    let found = bounds.supremum()
    if found.value <= .leastNonzeroMagnitude { return smallest(found) }
    return found.value.isNaN ? (found, .equal) : standing(of: found, bounds)
  }

  /// The largest difference that is proved where doubles are not sure of any; nil where none is, or they are.
  var provedSupremum: Double? { sure == 0 && proved > 0 ? proved : nil }

  /// Leaves, where doubles do not tell, so few points as can be proved.
  private mutating func settle() {
    guard isDoubtful else { return }
    let every = isSeen ? .max : max(1, readings.reduce(0) { $0 + $1.count } / 240)
    for piece in knots.indices {
      let kept = thinned(piece, every: every)
      let xs = kept.filter { readings[piece][$0].noise > tolerance }.map { knots[piece][$0] }
      let amounts = graph.amounts(xs, within: tolerance)
      let most = amounts?.map(\.most).max() ?? 0
      let wanted = max(sure, most.isFinite ? most : 0) / 4
      var all = Set(kept)
      for (index, x) in xs.enumerated() {
        guard let amount = amounts?[index] else { continue }
        if case .known(let value) = amount { proved = max(proved, value.magnitude) }
        if case .within(let bound) = amount, bound > open.bound { open = (bound, x) }
        // What counts here may have its top between two points.
        guard amount.most >= wanted, amount.most > 0, sure > 0,
          let place = knots[piece].firstIndex(of: x)
        else { continue }
        all.formUnion(max(0, place - 8)..<min(knots[piece].count, place + 9))
      }
      if amounts == nil {
        for (x, reading) in zip(knots[piece], readings[piece]) where reading.noise > tolerance {
          let bound = reading.value.magnitude + reading.noise
          if bound > open.bound { open = (bound, x) }
        }
      }
      knots[piece] = all.sorted().map { knots[piece][$0] }
    }
  }

  /// The places that are kept of a piece: all that doubles tell, those at which a difference that counts is sure, and of the
  /// others one an octave.
  private func thinned(_ piece: Int, every: Int) -> [Int] {
    var (last, run) = (Double.nan, 0)
    let (xs, readings) = (knots[piece], readings[piece])
    return xs.indices.filter { index in
      let reading = readings[index]
      if index == 0 || index == xs.count - 1 || reading.noise <= tolerance { return true }
      if reading.isSure, reading.value.magnitude >= 0x1p-10 * sure { return true }
      run += 1
      let isNext = last.sign != xs[index].sign || last.exponent != xs[index].exponent
      // Far out it is looked at more rarely: nothing but powers and exponentials goes on there.
      let isNear = every == .max && abs(Int(xs[index].exponent)) < Self.octaves
      if (isNext && (isNear || xs[index].exponent % 8 == 0)) || run % every == 0 {
        last = xs[index]
        return true
      }
      return false
    }
  }

  /// Whether no double is sure of a difference, nor any proof of one that is not below all doubles.
  private var isNothing: Bool { sure == 0 && isDoubtful && proved <= .leastNonzeroMagnitude }

  /// The bounds of the difference, with proofs where doubles do not tell.
  private var bounds: Bounds {
    let isDoubtful = isDoubtful
    return Bounds(
      isDoubtful ? graph.resolved(tolerance) : graph.trace,
      slope: isDoubtful ? graph.resolvedSlope(tolerance) : graph.slope, over: domain, solid,
      knots: knots)
  }

  /// What a supremum is worth that is not 0.
  private func standing(of supremum: Extremum, _ bounds: Bounds) -> (Extremum, Standing) {
    if supremum.value == .infinity {
      return (supremum, bounds.hasPole(at: supremum.x) ? .equal : .above)
    }
    guard open.bound > supremum.value * (1 + 1e-9) else { return (supremum, .equal) }
    return (Extremum(x: open.x, value: open.bound), .atMost)
  }

  /// Whether the functions are equal all over, as far as hundreds of digits tell at many points of the domain, and where the
  /// functions go on beyond it: what is below all doubles here need not be there.
  private var isEqual: Bool {
    let xs = [solid.pieces.map(\.range), continued].flatMap(points)
    // Of functions that differ the first points tell.
    return [xs.prefix(2), xs.dropFirst(2)].allSatisfy { xs in
      graph.amounts(Array(xs), within: Self.nothing)?.allSatisfy { amount in
        switch amount {
        case .zero: true
        case .within(let bound): bound <= Self.nothing
        case .tiny, .known: false
        }
      } ?? false
    }
  }

  /// What a supremum is worth that is less than all doubles.
  private func smallest(_ supremum: Extremum) -> (Extremum, Standing) {
    var supremum = supremum
    let ends = [domain.lowerBound, domain.upperBound, supremum.x, open.x].filter(domain.contains)
    let places = points(in: solid.pieces.map(\.range))
    guard let hard = graph.amounts(ends + places, within: 0),
      hard.allSatisfy({ $0.most < .infinity })
    else {
      let doubts = readings.joined().lazy.filter { $0.noise > tolerance }
      supremum.value = doubts.reduce(0) { max($0, $1.value.magnitude + $1.noise) }
      return (supremum, .atMost)
    }
    if supremum.value == 0, hard.allSatisfy({ $0 == .zero }) { return (supremum, .equal) }
    // Where it is known to be 0 is not where it is largest.
    if let index = hard.firstIndex(where: { $0 != .zero }) { supremum.x = (ends + places)[index] }
    supremum.value = max(.leastNonzeroMagnitude, hard.reduce(0) { max($0, $1.most) })
    return (supremum, supremum.value == .leastNonzeroMagnitude ? .below : .atMost)
  }

  /// To what values come that are equal, with hundreds of bits.
  private static let nothing = 1e-150

  /// The pieces as far as nothing is known to break, so that an analytic function is the same there and in the domain.
  private var continued: [ClosedRange<Double>] {
    let ends = (graph.trace.jumps + graph.trace.corners + solid.breaks.map(\.x)).sorted()
    return solid.pieces.map { piece in
      let (low, high) = (piece.range.lowerBound, piece.range.upperBound)
      let left = ends.last { $0 <= low } ?? -.infinity
      let right = ends.first { $0 >= high } ?? .infinity
      return max(left, min(low, -Self.far))...min(right, max(high, Self.far))
    }
  }

  /// How far functions are looked at beyond the domain, to tell whether they are equal.
  private static let far = 8.0

  /// A few points of each range, none of them round, and more of few ranges.
  private func points(in ranges: [ClosedRange<Double>]) -> [Double] {
    let shares = [0.3541, 0.6673, 0.0817, 0.9239]
    let count = ranges.count > 4 ? 2 : shares.count
    return ranges.prefix(16).flatMap { range in
      shares.prefix(count).flatMap { share -> [Double] in
        let x = range.lowerBound * (1 - share) + range.upperBound * share
        // Wide ranges are looked at near 0 too.
        let near = (2 * share - 1) * Self.far
        return range.contains(near) ? [x, near] : [x]
      }
    }
  }

  /// The integral of the square, and what it is worth.
  func square(supremum: Double, _ standing: Standing) -> (Double, Standing) {
    let bounds = bounds
    if supremum == 0 { return (0, .equal) }
    if standing == .below { return (.leastNonzeroMagnitude, .below) }
    guard !bounds.hasEndlessSquare else { return (.infinity, .equal) }
    guard standing == .equal || standing == .above, !supremum.isNaN else {
      return (.nan, .unknown)
    }
    // In units of the supremum squares neither overflow nor vanish.
    let unit =
      supremum.isFinite ? Double(sign: .plus, exponent: Int(supremum.exponent), significand: 1) : 1
    let tolerance = isDoubtful ? tolerance : .infinity
    let estimate = bounds.square(in: unit) { xs in
      graph.readings(xs).map { $0.noise > tolerance }
    }
    let square = estimate.integral * unit * unit
    if square == 0 { return (.leastNonzeroMagnitude, .below) }
    if square.isInfinite { return (.infinity, .above) }
    guard estimate.error <= 1e-6 * estimate.integral else { return (.nan, .unknown) }
    return (square, .equal)
  }
}
