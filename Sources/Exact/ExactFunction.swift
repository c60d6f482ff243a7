import Activations
import CMPFR
import Formulas

/// A function whose values are proved: its statement over series of bounds, precision raised until the rounding is certain.
///
/// Values are those at the exact double x, with parameters and literals being their doubles and all else exact. At a kink, a
/// jump or an edge of the domain they are the mean of the limits from the sides where the function exists: infinite if both
/// agree, NaN if they do not or where there is no side. Where f is not defined, neither are its derivatives.
package struct ExactFunction: Sendable {
  /// The bits at which proofs end: enough for x + √(x² + 1) at the least of doubles.
  package static let mostBits = 2200

  var stated: Stated
  /// What is taken from it, of a difference.
  private var other: Stated?
  /// The most bits.
  var limit = Self.mostBits
  /// The bits that are tried first; tests begin elsewhere too.
  var firstBits = 80

  /// A function, proved with so many bits at most; nil where it is not stated by a formula.
  package init?(_ function: Function, upTo limit: Int = Self.mostBits) {
    guard let statement = Statement(function) else { return nil }
    self.init(statement)
    self.limit = limit
  }

  /// The derivative of a function as a function of its own; nil where no formula states it.
  package init?(slopeOf function: Function, upTo limit: Int = Self.mostBits) {
    guard let statement = Statement(slopeOf: function) else { return nil }
    self.init(statement)
    self.limit = limit
  }

  /// The difference of two functions; nil where one is not stated by a formula, or only one of them by its slope.
  package init?(_ function: Function, minus other: Function, upTo limit: Int = Self.mostBits) {
    guard let statement = Statement(function), let second = Statement(other) else { return nil }
    self.init(statement)
    let other = Stated(second)
    guard other.isSlope == stated.isSlope else { return nil }
    self.other = other
    self.limit = limit
  }

  /// The other variable of a function of two, which is held fixed.
  package var held: Double {
    get { stated.held }
    set { stated.held = newValue }
  }

  /// Whether a proof with a thousand bits takes a tenth of a second, as of gamma functions.
  package var isCostly: Bool { stated.isCostly || other?.isCostly == true }

  /// Whether it is known by its slope alone.
  var isSlope: Bool { stated.isSlope }

  /// Whether f, its integral aside, has functions that go up and down for ever, or jump again and again.
  package var hasWaves: Bool { stated.hasWaves }

  package init(_ statement: Statement) {
    stated = Stated(statement)
  }

  /// f, f′, … up to an order at x.
  package mutating func values(at x: Double, upTo order: Int, in type: FloatType = .f64)
    -> [Outcome]
  {
    guard isSlope else { return outcomes(.value, at: x, order, type) }
    let slopes = order > 0 ? outcomes(.slope, at: x, order - 1, type) : []
    return [.unknown] + slopes
  }

  /// The gate H and its derivatives up to an order; undecided where f is not stated by one.
  package mutating func gates(at x: Double, upTo order: Int, in type: FloatType = .f64)
    -> [Outcome]
  {
    outcomes(.gate, at: x, order, type)
  }

  /// 2H − 1 and its derivatives up to an order; undecided where f is not stated by a gate.
  package mutating func signs(at x: Double, upTo order: Int, in type: FloatType = .f64)
    -> [Outcome]
  {
    outcomes(.sign, at: x, order, type)
  }

  /// The limits of f, f′, … up to an order towards a finite x from one side, −1 or 1; NaN where there is nothing on that side.
  package mutating func limits(at x: Double, from side: Int, upTo order: Int) -> [Outcome] {
    guard isSlope else {
      return outcomes(order, .f64) { $0.one(.value, .beside(x, side: side), order, $1) }
    }
    guard order > 0 else { return [.unknown] }
    return [.unknown]
      + outcomes(order - 1, .f64) { $0.one(.slope, .beside(x, side: side), order - 1, $1) }
  }

  /// The limits of the gate H and its derivatives, likewise.
  package mutating func gateLimits(at x: Double, from side: Int, upTo order: Int) -> [Outcome] {
    outcomes(order, .f64) { $0.one(.gate, .beside(x, side: side), order, $1) }
  }

  /// The limit of 2H − 1, likewise.
  package mutating func signLimits(at x: Double, from side: Int, upTo order: Int) -> [Outcome] {
    outcomes(order, .f64) { $0.one(.sign, .beside(x, side: side), order, $1) }
  }

  /// The limit of the tangent's intercept f − x·f′ as x grows towards an end, −1 for the left one: the offset of an asymptote.
  package mutating func intercept(towards side: Int) -> Outcome {
    guard !isSlope else { return .unknown }
    return outcomes(0, .f64) { $0.intercept(.end(side: side), $1) }[0]
  }

  /// The derivative of an order as powers of 1/|x| towards an end, −1 for the left one: their coefficients from |x|^top downwards,
  /// where it has no other powers; unknown where it has.
  package mutating func expansion(
    towards side: Int, order: Int, from top: Int, terms count: Int
  ) -> [Outcome] {
    guard !isSlope else { return Array(repeating: .unknown, count: count) }
    return outcomes(count - 1, .f64) { $0.expansion(.end(side: side), order, top, count, $1) }
  }

  private mutating func expansion(
    _ place: Place, _ order: Int, _ top: Int, _ count: Int, _ arithmetic: Arithmetic
  ) -> Attempt {
    let span = Power(Double(count + order + 2)) + .order
    let calculus = Calculus(
      arithmetic: arithmetic, span: span, isOneSided: true, isValueOnly: false)
    do throws(Obstacle) {
      var f = try series(.value, place.x(span), calculus)
      for _ in 0..<order { f = try place.derivative(f, calculus) }
      let powers = (0..<count).map { Power(Double($0 - top)) }
      guard f.growth.isEmpty,
        f.terms.allSatisfy({ $0.power.isWhole && $0.power >= powers[0] })
      else { return .obstacle(.undecided) }
      return .limits(
        powers.map { power in
          guard power < f.order else { return .undecided }
          let term = f.terms.first { $0.power == power }
          return .finite(term?.coefficient ?? .zero, sign: 0)
        })
    } catch {
      return .obstacle(error == .orders ? .undecided : error)
    }
  }

  private mutating func intercept(_ place: Place, _ arithmetic: Arithmetic) -> Attempt {
    var span = Power(3) + .order
    while true {
      let calculus = Calculus(
        arithmetic: arithmetic, span: span, isOneSided: true, isValueOnly: false)
      do throws(Obstacle) {
        let x = place.x(span)
        let series = try self.series(.value, x, calculus)
        let slope = try place.derivative(series, calculus)
        let rest = try calculus.subtract(series, calculus.multiply(x, slope))
        return .limits([try calculus.limit(rest)])
      } catch {
        guard error == .orders, span < Power(40) else {
          return .obstacle(error == .orders ? .undecided : error)
        }
        span = span + span + .one
      }
    }
  }

  /// What of the function is asked for.
  enum Part {
    case value, slope, gate, sign
  }

  private mutating func outcomes(_ part: Part, at x: Double, _ order: Int, _ type: FloatType)
    -> [Outcome]
  {
    guard !x.isNaN else { return Array(repeating: .known(x), count: order + 1) }
    return outcomes(order, type) { $0.attempt(part, at: x, order, $1) }
  }

  /// What attempts with ever more digits come to.
  private mutating func outcomes(
    _ order: Int, _ type: FloatType, _ attempt: (inout Self, Arithmetic) -> Attempt
  ) -> [Outcome] {
    actviz_mpfr_widest_range()
    var search = Search(order: order, type: type)
    for bits in ladder {
      if search.isOver(attempt(&self, Arithmetic(bits: bits))) { break }
    }
    return search.outcomes
  }

  /// The precisions that are tried: each step doubles the digits, so that all together cost little more than the last.
  var ladder: [Int] {
    var bits = [firstBits]
    while let last = bits.last, last < limit { bits.append(Swift.min(2 * last, limit)) }
    return bits
  }

  mutating func attempt(
    _ part: Part, at x: Double, _ order: Int, _ arithmetic: Arithmetic
  ) -> Attempt {
    if x.isInfinite {
      return one(part, .end(side: x < 0 ? -1 : 1), order, arithmetic)
    }
    let both = one(part, .around(x), order, arithmetic)
    guard both.obstacle == .sides else { return both }
    let left = one(part, .beside(x, side: -1), order, arithmetic)
    let right = one(part, .beside(x, side: 1), order, arithmetic)
    // Of zeros the sign is that on the side of x = −0 or 0.
    return x.sign == .minus ? left.mean(right, arithmetic) : right.mean(left, arithmetic)
  }

  /// The limits at a place; where derivatives have none that can be told, the value's alone.
  private mutating func one(
    _ part: Part, _ place: Place, _ order: Int, _ arithmetic: Arithmetic
  ) -> Attempt {
    let all = limits(part, place, order, arithmetic, isValueOnly: false)
    guard place.isOneSided, all.obstacle == .undecided else { return all }
    let value = limits(part, place, 0, arithmetic, isValueOnly: true)
    guard case .limits(let limits) = value else { return value }
    return .limits(limits + Array(repeating: .undecided, count: order))
  }

  /// The limits at a place, with as many orders as it takes.
  private mutating func limits(
    _ part: Part, _ place: Place, _ order: Int, _ arithmetic: Arithmetic, isValueOnly: Bool
  ) -> Attempt {
    // At 0 one more order tells the sign of a zero.
    var span = Power(Double(order + (place.isOneSided || place.isOrigin ? 2 : 1))) + .order
    while true {
      let calculus = Calculus(
        arithmetic: arithmetic, span: span, isOneSided: place.isOneSided,
        isValueOnly: isValueOnly)
      do throws(Obstacle) {
        let series = try series(part, place.x(span), calculus)
        return .limits(try place.limits(series, upTo: order, calculus))
      } catch {
        guard error == .orders, span < Power(40) else {
          return .obstacle(error == .orders ? .undecided : error)
        }
        span = span + span + .one
      }
    }
  }

  private mutating func series(_ part: Part, _ x: Series, _ calculus: Calculus) throws(Obstacle)
    -> Series
  {
    let series = try stated.series(part, x, calculus)
    guard let other = try other?.series(part, x, calculus) else { return series }
    return try calculus.subtract(series, other)
  }
}

extension Stated {
  /// One of the things that can be asked for.
  fileprivate mutating func series(
    _ part: ExactFunction.Part, _ x: Series, _ calculus: Calculus
  ) throws(Obstacle) -> Series {
    switch part {
    case .value: try value(x, calculus)
    case .slope: try slope(x, calculus)
    case .gate: try gate(x, calculus)
    case .sign: try sign(x, calculus)
    }
  }
}
