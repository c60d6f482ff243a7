import Activations
import Exact
import Formulas

/// Where on the line a function has values, and where it breaks: what is certain, and what is proved at single points.
///
/// It is looked at out to |x| = 2⁴⁰, beyond which the limits speak; where it breaks too often for that, to 40.
package struct Line: Sendable {
  /// What is certain over stretches of f, f′ and f″.
  let certainties: [Certainty]
  /// What is proved of f, f′ and f″.
  let proofs: [PointProofs]
  /// Where f leaves all bounds, ends, or does what cannot be told.
  let breaks: [Break]
  /// Where it jumps, but for what it tells of itself.
  let jumps: [Double]
  /// Where f goes on and f′ leaves all bounds.
  let steep: [Double]
  /// How smooth f is between its breaks.
  let smoothness: Smoothness
  /// Its poles, from left to right.
  let poles: [Pole]
  /// Where it could not be told how f goes on.
  let undecided: [ClosedRange<Double>]
  /// Between which values f (order 0) or f′ (1) goes up and down for ever towards an end, −1 for the left one, where that is known.
  let oscillation: @Sendable (_ order: Int, _ side: Int) -> ClosedRange<Double>?
  /// Whether f has waves or steps without end, so that values far out tell of no limit.
  let hasWaves: Bool
  /// Whether f is what somebody wrote, not a function of the catalogue.
  let isFormula: Bool
  /// Whether proofs of f take long.
  let isCostly: Bool
  /// Places beside which f goes up and down ever faster.
  let wildPlaces: [WildPlace]
  /// The limit of f − x·f′ at an end, −1 for the left one, where it is proved.
  let offset: @Sendable (_ side: Int) -> Double?
  /// Whether it has no values at all.
  let isNowhere: Bool
  /// How far it was looked at.
  let reach: Double

  init(_ function: Function) {
    let values = Certainty(function, .f, isProved: true)
    let slopes = Certainty(function, .df, isProved: true)
    let exact = ExactFunction(function, upTo: PointProofs.mostBits)
    certainties = [values, slopes, Certainty(function, .d2f)]
    proofs = [Quantity.f, .df, .d2f].map { PointProofs(function, $0) }
    var (found, reach) = (values.breaks(upTo: 0x1p40), 0x1p40)
    if !found.undecided.isEmpty || found.found.count > Certainty.many {
      let near = values.breaks(upTo: 40.1)
      if found.found.count > Certainty.many || near.undecided.isEmpty {
        (found, reach) = (near, 40)
      }
    }
    let told = function.activation.kinks.filter { $0.order == 0 }.map(\.x)
    let places = found.found.filter { place in
      // Beside a stretch that is open nothing is certain either.
      let isOpen = found.undecided.contains { $0.overlaps(place.place) }
      return !isOpen && place.kind != .removable && !Self.overflows(at: place, values, exact)
    }
    let breaks = places.filter { $0.kind != .jump }
    self.jumps = places.filter { place in
      place.kind == .jump && !told.contains { place.place.contains($0) }
    }.map(\.x)
    let activation = function.activation
    poles = breaks.filter { $0.kind == .pole }.map { place in
      var exact = exact
      let passage = breaks.count > Certainty.many ? nil : exact?.passage(at: place.x, upTo: 1)
      return Pole(place, passage: passage) { activation.columns([.f], at: $0)[0] }
    }
    offset = { side in
      var exact = exact
      guard case .known(let offset)? = exact?.intercept(towards: side) else { return nil }
      return offset
    }
    hasWaves = exact?.hasWaves ?? false
    isCostly = exact?.isCostly ?? false
    isFormula =
      function.activation is any CompiledFormula || function.activation is GateIntegral
    let slope =
      hasWaves && !isCostly ? ExactFunction(slopeOf: function, upTo: PointProofs.mostBits) : nil
    oscillation = { order, side in
      var exact = order == 0 ? exact : slope
      return exact?.oscillation(towards: side)
    }
    isNowhere = values.over(-0x1p40...0x1p40).isNowhereDefined
    self.breaks = breaks
    let doubtful = found.undecided + breaks.filter { $0.kind == .undecided }.map(\.place)
    self.reach = reach
    let smoothness = Smoothness(function, breaks: breaks, reach: reach)
    self.smoothness = smoothness
    let wilder =
      hasWaves && exact?.isCostly == false
      ? breaks.filter { $0.kind == .undecided && !values.fades(at: $0) }.map(\.x) : []
    wildPlaces = (smoothness.wild + wilder).sorted().prefix(8).map {
      WildPlace(function, at: $0, exact, slope: slope)
    }
    undecided = Certainty.joined(doubtful + wildPlaces.map(\.stretch))
    let seen = smoothness.kinks.filter { $0.order < 2 }
    steep = slopes.breaks(in: -reach...reach, budget: 4096).found
      .filter { place in
        place.kind == .pole && !places.contains { $0.place.overlaps(place.place) }
          && !Self.overflows(at: place, slopes, exact)
      }.map(\.x).filter { x in
        !smoothness.wild.contains(x)
          && !seen.contains { $0.x == x && !smoothness.steep.contains(x) }
      }
  }

  /// Whether nothing but the range of doubles ends there: the graph is infinite on a whole side.
  private static func overflows(
    at place: Break, _ certainty: Certainty, _ exact: ExactFunction?
  ) -> Bool {
    guard place.kind == .pole else { return false }
    let step = max(0x1p-40, place.x.magnitude * 0x1p-10)
    guard [-step, step].contains(where: { certainty.value(at: place.x + $0).isInfinite })
    else { return false }
    // What is infinite beside a pole too grows faster than any power.
    var exact = exact
    let passage = exact?.passage(at: place.x, upTo: 1)
    return ![passage?.left, passage?.right].contains { $0?.isPole == true }
  }

  /// Where f goes on and is not smooth, in ascending order.
  var kinks: [Kink] {
    let wild = wildPlaces.compactMap { $0.kink?.kink }
    return (smoothness.kinks.filter { kink in !wild.contains { $0.x == kink.x } } + wild)
      .sorted { $0.x < $1.x }
  }

  /// Where a function goes on and is not smooth, as its sheet tells.
  package static func roughPlaces(of function: Function) -> [Double] {
    Line(function).kinks.map(\.x)
  }

  /// Where f has values, from left to right.
  var domain: [DomainPart] {
    guard !isNowhere else { return [] }
    var parts: [DomainPart] = []
    var low: Double? = breaks.first?.left == .undefined ? nil : -.infinity
    for place in breaks {
      if let start = low, place.right == .undefined || place.left == .undefined {
        parts.append(part(start, place.x))
        low = nil
      }
      if place.right != .undefined { low = low ?? place.x }
    }
    return low.map { parts + [part($0, .infinity)] } ?? parts
  }

  private func part(_ low: Double, _ high: Double) -> DomainPart {
    func holds(_ x: Double) -> Bool { x.isFinite && proofs[0].value(x)?.isFinite == true }
    return DomainPart(low: low, high: high, holdsLow: holds(low), holdsHigh: holds(high))
  }

  /// Single places between stretches with values where f has none.
  var holes: [Double] {
    breaks.filter { place in
      place.left != .undefined && place.right != .undefined && place.value == nil
        && (place.kind == .pole || place.kind == .undecided)
    }.map(\.x)
  }

  /// Whether f has values everywhere, but for single points.
  var isWhole: Bool {
    !isNowhere && !breaks.contains { $0.left == .undefined || $0.right == .undefined }
  }

  /// Whether f has values far out, −1 for the left.
  func reaches(_ side: Double) -> Bool {
    side < 0 ? breaks.first?.left != .undefined : breaks.last?.right != .undefined
  }

  /// Whether the square of f can be integrated over all its poles.
  var hasSquare: Bool {
    poles.allSatisfy { !$0.isEssential && $0.order ?? 0 < 0.5 }
  }

  /// f, f′ and f″ at 0, where that is proved.
  var jetAtZero: Jet? {
    let values = proofs.map { $0.value(0) }
    guard let f = values[0], let df = values[1], let d2f = values[2] else { return nil }
    return Jet(f, df, d2f)
  }
}
