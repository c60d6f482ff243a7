import CMPFR

// What a function that has no limit comes near again and again.

extension ExactFunction {
  /// Between which values f goes up and down for ever towards an end, −1 for the left one; nil where that cannot be told.
  ///
  /// Both are the same where f has a limit after all.
  package mutating func oscillation(towards side: Int) -> ClosedRange<Double>? {
    oscillation(at: .end(side: side))
  }

  /// The same towards a finite x from one side.
  package mutating func oscillation(at x: Double, from side: Int) -> ClosedRange<Double>? {
    oscillation(at: .beside(x, side: side))
  }

  private mutating func oscillation(at place: Place) -> ClosedRange<Double>? {
    guard !stated.isSlope, !stated.isEndless else { return nil }
    actviz_mpfr_widest_range()
    let probe = Phase(turn: 0.1234)
    guard (try? value(at: place, probe)) != nil else { return nil }
    let count = 180 * probe.turns
    // A step off the turns at which waves are 0, which are among those that are refined.
    let turns = (0...count).map { Double($0) * Double(probe.turns) / Double(count) }
    var (low, high) = (Double.infinity, -Double.infinity)
    for turn in turns {
      guard let value = value(turn, place) else { return nil }
      guard !value.isNaN else { continue }
      (low, high) = (min(low, value), max(high, value))
    }
    guard low <= high else { return nil }
    if low.isFinite { low = -refined(turns, place, -1) }
    if high.isFinite { high = refined(turns, place, 1) }
    return low <= high ? low...high : nil
  }

  /// The supremum over all turns, or with `sign` −1 the negative infimum.
  private mutating func refined(_ turns: [Double], _ place: Place, _ sign: Double) -> Double {
    func height(_ turn: Double) -> Double {
      let value = sign * (value(turn, place) ?? .nan)
      return value.isNaN ? -.infinity : value
    }
    let heights = turns.map(height)
    guard let best = heights.indices.max(by: { heights[$0] < heights[$1] }) else { return .nan }
    var (a, b) = (turns[max(best - 1, 0)], turns[min(best + 1, turns.count - 1)])
    var most = heights[best]
    for _ in 0..<60 {
      let (c, d) = (b - 0.6180339887498949 * (b - a), a + 0.6180339887498949 * (b - a))
      let (p, q) = (height(c), height(d))
      most = max(most, p, q)
      if p > q { b = d } else { a = c }
    }
    // What grows so far beside a turn has a pole there.
    if most > 1e9 * max(1, abs(heights.sorted()[heights.count / 2])) { return .infinity }
    // A value that is taken at a turn is one of few digits.
    return abs(most - heights[best]) <= 1e-12 * max(abs(most), 1) ? heights[best] : most
  }

  /// What f comes to with its waves at a turn: NaN where it has no value, nil where nobody can tell.
  private mutating func value(_ turn: Double, _ place: Place) -> Double? {
    do throws(Obstacle) {
      return try value(at: place, Phase(turn: turn))
    } catch {
      return error == .undefined ? .nan : nil
    }
  }

  private mutating func value(at place: Place, _ phase: Phase) throws(Obstacle) -> Double {
    var span = Power(2) + .order
    while true {
      var calculus = Calculus(
        arithmetic: Arithmetic(bits: 160), span: span, isOneSided: true, isValueOnly: true)
      calculus.phase = phase
      do throws(Obstacle) {
        let series = try stated.value(place.x(span), calculus)
        switch try calculus.limit(series) {
        case .finite(let bounds, _):
          return bounds.low.double / 2 + bounds.high.double / 2
        case .infinite(let sign): return sign < 0 ? -.infinity : .infinity
        case .undecided: throw Obstacle.undecided
        }
      } catch {
        guard error == .orders, span < Power(40) else { throw error }
        span = span + span + .one
      }
    }
  }
}
