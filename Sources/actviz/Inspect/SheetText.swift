import Activations
import Analysis
import Tables

/// Numbers, places and stretches as a sheet words them.
struct SheetText {
  /// How many significant digits numbers have.
  var digits = 10

  /// A number to so many significant digits, at most those of all; infinity is a sign.
  func number(_ value: Double, digits most: Int = 17) -> String {
    if value.isNaN { return "not defined" }
    if value.isInfinite { return value < 0 ? "-∞" : "∞" }
    return DecimalText.rounded(value, digits: min(digits, most))
  }

  /// A number, or that it was not decided.
  func number(_ value: Double?) -> String { value.map { number($0) } ?? "not decided" }

  /// `at x = 2`, or `as x → ∞` for a place that is only approached.
  func place(_ x: Double, side: Int = 0) -> String {
    if x.isInfinite { return "as x → \(number(x))" }
    guard side != 0 else { return "at x = \(number(x))" }
    return "as x → \(number(x)) from the \(side < 0 ? "left" : "right")"
  }

  /// A value and its place: `-0.17 at x = -0.75`, `0 for x < 0`, `-1 is not reached, as x → -∞`.
  func extremum(_ extremum: Extremum?) -> String {
    guard let extremum else { return "none" }
    let value = number(extremum.value)
    if let plateau = extremum.plateau { return "\(value) \(stretch(plateau, preposition: true))" }
    let isReached = extremum.isAttained || extremum.value.isInfinite
    return value + (isReached ? " " : ", not reached, ") + place(extremum.x, side: extremum.side)
  }

  /// A part of the line: `x < 0`, `-1 < x < 1`, `x > 2`, `everywhere`; a point as its number.
  func stretch(_ section: SignInterval, preposition: Bool = false) -> String {
    let lead = preposition ? "for " : ""
    switch (section.low.isFinite, section.high.isFinite) {
    case (true, true) where section.low == section.high: return number(section.low)
    case (true, true): return lead + "\(number(section.low)) < x < \(number(section.high))"
    case (false, true): return lead + "x < \(number(section.high))"
    case (true, false): return lead + "x > \(number(section.low))"
    case (false, false): return "everywhere"
    }
  }

  /// A stretch of a domain: `x ≥ 0`, `-1 ≤ x < 1`.
  func part(_ part: DomainPart) -> String {
    let low = part.holdsLow ? "≤" : "<"
    let high = part.holdsHigh ? "≤" : "<"
    switch (part.low.isFinite, part.high.isFinite) {
    case (true, true): return "\(number(part.low)) \(low) x \(high) \(number(part.high))"
    case (false, true): return "x \(high) \(number(part.high))"
    case (true, false): return "x \(part.holdsLow ? "≥" : ">") \(number(part.low))"
    case (false, false): return "everywhere"
    }
  }

  /// Where a function has values: `x ≥ 0`, `all x but 0`.
  func domain(_ inspection: Inspection) -> [String] {
    let isWhole = inspection.domain.contains(where: \.isWhole)
    let all = isWhole ? [] : inspection.domain.map(part)
    let parts = all.count > 1 ? nearby(all, inspection) : all
    guard !inspection.holes.isEmpty else { return isWhole ? ["everywhere"] : parts }
    return parts + [(isWhole ? "all x but " : "but ") + number(inspection.holes[0])]
      + inspection.holes.dropFirst().map { number($0) }
  }

  /// A list that says so where nothing farther out was looked at.
  private func nearby(_ list: [String], _ inspection: Inspection) -> [String] {
    guard inspection.reach < 100, let first = list.first else { return list }
    return ["within -40…40: " + first] + list.dropFirst()
  }

  /// Zeros, and where there may be others: `none`, `0, 1`, `none seen, not decided for x > 3`, `within -40…40: …`.
  func zeros(_ zeros: [SignInterval], _ inspection: Inspection, of order: Int) -> [String] {
    let open = inspection.shape.undecidedZeros[order]
    let found = zeros.map { stretch($0) }
    let seen = found.isEmpty && !open.isEmpty ? ["none seen"] : nearby(found, inspection)
    // A line lists eight things, the last of which is what is not decided.
    let most = open.isEmpty ? 8 : 7
    let shown =
      seen.count > most ? seen.prefix(most - 1) + ["\(seen.count - most + 1) more"] : seen
    return shown + self.open(open)
  }

  /// What is left open: `not decided for x < -40, x > 40`; of many stretches how many there are.
  func open(_ stretches: [SignInterval]) -> [String] {
    let stretches = stretches.sorted { $0.low < $1.low }.reduce(into: [SignInterval]()) {
      if let last = $0.last, last.high >= $1.low {
        $0[$0.count - 1].high = max(last.high, $1.high)
      } else {
        $0.append($1)
      }
    }
    guard let first = stretches.first, let last = stretches.last else { return [] }
    if stretches.count > 3 {
      let whole = SignInterval(low: first.low, high: last.high, sign: 0)
      let place = first.low == -.infinity && last.high == .infinity ? "the line" : stretch(whole)
      return ["not decided in \(stretches.count) stretches of \(place)"]
    }
    let places = stretches.map(self.where)
    return [
      "not decided "
        + places.enumerated().map { index, place in
          index > 0 && place.hasPrefix("for ") && places[0].hasPrefix("for ")
            ? String(place.dropFirst(4)) : place
        }.joined(separator: ", ")
    ]
  }

  /// An extremum, and where there may be a greater or smaller one: `at least 2 at x = 1, not decided for x > 40`.
  func bound(_ extremum: Extremum?, _ word: String, open stretches: [SignInterval]) -> [String] {
    let isFinite = extremum.map { $0.value.isFinite } ?? false
    guard isFinite, !stretches.isEmpty else { return [self.extremum(extremum)] + open(stretches) }
    return ["\(word) " + self.extremum(extremum)] + open(stretches)
  }

  /// `oscillates between -1 and 1`.
  func oscillation(_ range: ClosedRange<Double>) -> String {
    "oscillates between \(number(range.lowerBound)) and \(number(range.upperBound))"
  }

  /// A place without end to its turns: `0 (from the left between -1 and 1, …)`.
  func wild(_ place: WildPlace) -> String {
    func side(_ range: ClosedRange<Double>?) -> String {
      guard let range else { return "not decided" }
      return range.lowerBound == range.upperBound
        ? "f → \(number(range.lowerBound))" : oscillation(range)
    }
    let (left, right) = (side(place.left), side(place.right))
    let limits = left == right ? left : "from the left: \(left), from the right: \(right)"
    return "beside x = \(number(place.x)) (\(limits))"
  }

  /// What breaks at an end of the domain: `x = 0 (edge, f′ has no bound)`.
  func edge(_ edge: Kink) -> String {
    let name = edge.order == 1 ? "f′" : edge.order == 2 ? "f″" : "derivative \(edge.order)"
    return "x = \(number(edge.x)) (edge, \(name) has no bound)"
  }

  /// How f goes on: `f → -1`, `f → x - 0.03`, `f → ∞ without an asymptote`.
  func end(_ end: End, exists: Bool = true) -> String {
    guard exists else { return "not defined" }
    if end.limit.isFinite { return "f → \(number(end.limit))" }
    guard let slope = end.slope, let offset = end.offset else {
      let found = end.slope == nil ? "" : " decided"
      guard end.limit.isNaN else { return "f → \(number(end.limit)), no asymptote" + found }
      return end.oscillation.map { "no limit: \(oscillation($0))" } ?? "not decided"
    }
    let line = slope == 1 ? "x" : slope == -1 ? "-x" : "\(number(slope))·x"
    guard offset != 0 else { return "f → \(line)" }
    return "f → \(line) \(offset < 0 ? "-" : "+") \(number(abs(offset)))"
  }

  /// What breaks at a kink: `0 (f jumps)`.
  func kink(_ kink: Kink, isSteep: Bool, isWild: Bool = false) -> String {
    let broken =
      switch kink.order {
      case 1 where isSteep: "f′ has no bound"
      case 1 where isWild: "f′ has no limit"
      case 2 where isSteep: "f″ has no bound"
      case 0: "f jumps"
      case 1: "f′ jumps"
      case 2: "f″ jumps"
      case 3: isSteep ? "f‴ has no bound" : "f‴ jumps"
      default: "derivative \(kink.order) \(isSteep ? "has no bound" : "jumps")"
      }
    return "x = \(number(kink.x)) (\(broken))"
  }

  /// `C^∞`, `C^1`, or `discontinuous`; what is not defined everywhere has a class where it is.
  func smoothness(_ inspection: Inspection) -> String {
    let isPartial =
      !inspection.poles.isEmpty || !inspection.holes.isEmpty
      || !inspection.domain.contains(where: \.isWhole)
    let edge = inspection.steepEdges.map(\.order).min().map { $0 - 1 }
    let inside =
      edge.map { " inside its domain, C^\($0) with its edges" }
      ?? (isPartial ? " where it is defined" : "")
    let order = inspection.smoothness
    let known = inspection.roughlyKnown
    let place = known.count > 1 ? "in \(known.count) stretches" : known.first.map { self.where($0) }
    let open = (order ?? 0) < 0 ? "" : place.map { "; not decided \($0)" } ?? ""
    if order == nil, let least = inspection.leastSmoothness {
      return "at least C^\(least)" + inside + open
    }
    guard let order else { return "C^∞" + inside + open }
    let name = order < 0 ? "discontinuous" : "C^\(order)"
    return name + (order < 0 ? (isPartial ? " where it is defined" : "") : inside) + open
  }

  /// A stretch as part of a sentence: `at x = 2`, `for x < 0`.
  func `where`(_ section: SignInterval) -> String {
    let isPoint = section.high - section.low <= 4 * max(section.low.ulp, section.high.ulp)
    return isPoint ? "at x = \(number(section.low))" : stretch(section, preposition: true)
  }

  /// A pole with its order: `0 (order 1, from -∞ to ∞)`.
  func pole(_ pole: Pole) -> String {
    let order =
      pole.isEssential
      ? "essential, "
      : pole.isLogarithmic
        ? "logarithmic, " : pole.order.map { "order \(number($0, digits: 4)), " } ?? ""
    let left = pole.left.isNaN ? "" : number(pole.left)
    let right = pole.right.isNaN ? "" : number(pole.right)
    let limits =
      left.isEmpty || right.isEmpty ? "to \(left)\(right)" : "from \(left) to \(right)"
    return "\(number(pole.x)) (\(order)\(limits))"
  }

  /// What is left of 1, to 15 decimals at most.
  func share(_ value: Double) -> String {
    guard value > 0, value < 1 else { return number(value) }
    let zeros = DecimalText.rounded(value, digits: 1)
    let lost = zeros.split(separator: "e-").dropFirst().first.flatMap { Int($0) } ?? 0
    return number(value, digits: max(1, 16 - lost))
  }

  /// Whether the edge of chaos is a fixed point that holds: `unstable, V′(1) = 1.067`.
  func stability(_ slope: Double?) -> String {
    guard let slope else { return "stability not decided" }
    let word = slope > 1 + 1e-9 ? "unstable" : slope < 1 - 1e-9 ? "stable" : "neutral"
    return "\(word), V′(1) = \(number(slope, digits: 4))"
  }

  /// `equal to gelu`, `within 4.73e-4 of gelu`.
  func nearest(_ nearest: NearestFunction) -> String {
    let name = nearest.function.reference
    return nearest.isEqual
      ? "equal to \(name)" : "within \(number(nearest.distance, digits: 3)) of \(name)"
  }

  /// Where values leave a type: `0 from -13.56 on`.
  func limits(_ limits: TypeLimits) -> [String] {
    func x(_ magnitude: Double) -> String { number(limits.side * magnitude, digits: 6) }
    var parts: [String] = []
    if let overflow = limits.overflow { parts.append("infinite from \(x(overflow)) on") }
    if let flush = limits.flush { parts.append("0 from \(x(flush)) on") }
    if let flush = limits.flushNearZero { parts.append("0 between 0 and \(x(flush))") }
    if let overflow = limits.overflowNearZero {
      parts.append("infinite between 0 and \(x(overflow))")
    }
    return parts
  }

  /// Where values overflow beside a pole: `infinite from 0.9961 to 1.004`.
  func overflow(_ overflow: PoleOverflow) -> String {
    let (low, high) = (overflow.range.lowerBound, overflow.range.upperBound)
    return "infinite from \(number(low, digits: 6)) to \(number(high, digits: 6))"
  }
}
