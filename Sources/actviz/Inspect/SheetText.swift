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

  /// `at x = 2`, or `as x → ∞` for a place that is only approached.
  func place(_ x: Double) -> String {
    x.isInfinite ? "as x → \(number(x))" : "at x = \(number(x))"
  }

  /// A value and its place: `-0.17 at x = -0.75`, `0 for x < 0`, `-1 is not reached, as x → -∞`.
  func extremum(_ extremum: Extremum?) -> String {
    guard let extremum else { return "none" }
    let value = number(extremum.value)
    if let plateau = extremum.plateau { return "\(value) \(stretch(plateau, preposition: true))" }
    let isReached = extremum.isAttained || extremum.value.isInfinite
    return value + (isReached ? " " : ", not reached, ") + place(extremum.x)
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

  /// How f goes on: `f → -1`, `f → x - 0.03`, `f → ∞ without an asymptote`.
  func end(_ end: End, exists: Bool = true) -> String {
    guard exists else { return "not defined" }
    if end.limit.isFinite { return "f → \(number(end.limit))" }
    guard let slope = end.slope, let offset = end.offset else {
      let found = end.slope == nil ? "" : " found"
      return end.limit.isNaN ? "no limit found" : "f → \(number(end.limit)), no asymptote" + found
    }
    let line = slope == 1 ? "x" : slope == -1 ? "-x" : "\(number(slope))·x"
    guard offset != 0 else { return "f → \(line)" }
    return "f → \(line) \(offset < 0 ? "-" : "+") \(number(abs(offset)))"
  }

  /// What breaks at a kink: `0 (f jumps)`.
  func kink(_ kink: Kink, isSteep: Bool) -> String {
    let broken =
      switch kink.order {
      case 1 where isSteep: "f′ has no bound"
      case 0: "f jumps"
      case 1: "f′ jumps"
      case 2: "f″ jumps"
      default: "derivative \(kink.order) breaks"
      }
    return "x = \(number(kink.x)) (\(broken))"
  }

  /// `C^∞`, `C^1`, or `discontinuous`; what is not defined everywhere has a class where it is.
  func smoothness(_ inspection: Inspection) -> String {
    let isPartial = !inspection.poles.isEmpty || !inspection.domain.contains(where: \.isWhole)
    let place =
      isPartial
      ? " where it is defined" : inspection.undecided.isEmpty ? "" : " where that is decided"
    guard let order = inspection.smoothness else { return "C^∞" + place }
    return (order < 0 ? "discontinuous" : "C^\(order)") + place
  }

  /// A pole with its order: `0 (order 1, from -∞ to ∞)`.
  func pole(_ pole: Pole) -> String {
    let order = pole.order.map { "order \(number($0, digits: 4)), " } ?? ""
    let left = pole.left.isNaN ? "" : number(pole.left)
    let right = pole.right.isNaN ? "" : number(pole.right)
    let limits =
      left.isEmpty || right.isEmpty ? "to \(left)\(right)" : "from \(left) to \(right)"
    return "\(number(pole.x)) (\(order)\(limits))"
  }

  /// Whether the edge of chaos is a fixed point that holds: `unstable, V′(1) = 1.067`.
  func stability(_ slope: Double) -> String {
    let word = slope > 1 + 1e-9 ? "unstable" : slope < 1 - 1e-9 ? "stable" : "neutral"
    return "\(word), V′(1) = \(number(slope, digits: 4))"
  }

  /// `equal to gelu`, `within 4.73e-4 of gelu`.
  func nearest(_ nearest: NearestFunction) -> String {
    let name = nearest.function.label
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
    return parts
  }
}
