import Activations
import Exact

/// Where the values of a function leave the range of a float type, on one side of the origin.
///
/// All are values of |x| in the type; exact results are rounded once to it.
public struct TypeLimits: Equatable, Sendable {
  /// The type of x and of f.
  public let type: FloatType
  /// −1 for x < 0, 1 for x > 0.
  public let side: Double
  /// The smallest |x| from which on f rounds to ±∞; nil where the largest x of the type does not.
  public let overflow: Double?
  /// The smallest |x| from which on f, though it is not 0, rounds to 0; nil where it does not.
  public let flush: Double?
  /// The largest |x| up to which f, though it is not 0, rounds to 0; nil where it does not.
  public let flushNearZero: Double?
  /// The largest |x| up to which f rounds to ±∞, as beside a pole at 0; nil where it does not.
  public let overflowNearZero: Double?

  /// Those of a function; of a wave, which may leave the range and come back, wherever intervals leave a doubt of it.
  init(
    _ function: Function, _ type: FloatType, side: Double, zeros: [SignInterval], wave: Certainty?
  ) {
    var search = TypeSearch(
      activation: function.activation, quick: function.unprovedActivation,
      proofs: ProvedColumns(function, upTo: Inspection.mostBits),
      type: type, side: side, zeros: zeros,
      wave: wave.map { TypeCells(graph: $0, type: type, side: side, zeros: zeros) })
    self.type = type
    self.side = side
    overflow = search.start(of: \.isInfinite)
    flush = search.start { $0 == 0 }
    flushNearZero = search.end { $0 == 0 }
    overflowNearZero = search.end(of: \.isInfinite)
  }
}

/// Where the values of a function are infinite in a float type beside a pole that is not at 0.
public struct PoleOverflow: Equatable, Sendable {
  /// The type of x and of f.
  public let type: FloatType
  /// The pole.
  public let pole: Double
  /// The values of the type, from the least to the greatest, at which f rounds to ±∞, the pole itself left out.
  public let range: ClosedRange<Double>

  /// That of a function; nil where all of the type's values beside the pole are finite.
  init?(_ function: Function, _ type: FloatType, pole: Double) {
    var search = TypeSearch(
      activation: function.activation, quick: function.unprovedActivation,
      proofs: ProvedColumns(function, upTo: Inspection.mostBits),
      type: type, side: pole < 0 ? -1 : 1, zeros: [], wave: nil)
    guard let range = search.overflow(around: pole) else { return nil }
    (self.type, self.pole, self.range) = (type, pole, range)
  }
}

/// Finds where a run of values at one end of a type's magnitudes begins.
///
/// Doubles tell about where; values that are proved, from there on, where exactly.
private struct TypeSearch {
  let activation: any Activation
  let quick: any Activation
  var proofs: ProvedColumns
  let type: FloatType
  let side: Double
  let zeros: [SignInterval]
  let wave: TypeCells?

  private var last: UInt64 { type.bitPattern(of: type.greatestFiniteMagnitude) }

  /// Whether the value at the magnitude with these bits is wanted, and no true zero.
  private mutating func holds(_ bits: UInt64, _ isWanted: (Double) -> Bool) -> Bool {
    let x = side * type.value(bitPattern: bits)
    return isWanted(rounded(at: x))
      && !zeros.contains { $0.low <= x && x <= $0.high }
  }

  /// The value at a point, rounded once.
  ///
  /// Nothing but its curvature tells on which side of half the smallest number x/2 + f″(0)·x²/2 is, made from a density.
  private mutating func rounded(at x: Double) -> Double {
    let known = proofs.undecided
    let value = proofs.columns([.f], at: [x], as: type)[0][0]
    let smallest = type.value(bitPattern: 1)
    // Half of the smallest double is none, and no jet is needed far from a tie.
    guard type != .f64, proofs.undecided > known, abs(value) <= smallest else { return value }
    let jet = activation.jet(at: x)
    // An integral is right to the last digits alone, which leave the tie.
    let isTie = abs(abs(jet.value) - smallest / 2) <= 0x1p-50 * smallest
    guard isTie, jet.second != 0 else { return value }
    return (jet.value < 0 ? -1 : 1) * (jet.second * jet.value > 0 ? smallest : 0)
  }

  /// Some bit patterns, eight a binade, in ascending order.
  private var ladder: [UInt64] {
    let shift = UInt64(type.precision - 1) - 3
    return [1] + Array(stride(from: 1 << shift, to: last, by: 1 << shift)) + [last]
  }

  /// The smallest magnitude of the run that reaches up to the largest one.
  mutating func start(of isWanted: (Double) -> Bool) -> Double? {
    run(along: ladder.reversed(), isWanted)
  }

  /// The largest magnitude of the run that begins at the smallest one; nil where it reaches up to the largest one, and is told
  /// as `start`.
  mutating func end(of isWanted: (Double) -> Bool) -> Double? {
    let end = run(along: ladder, isWanted)
    return end == type.value(bitPattern: last) ? nil : end
  }

  /// Where values are infinite beside a pole, on one of its sides or both.
  mutating func overflow(around pole: Double) -> ClosedRange<Double>? {
    let size = abs(pole)
    guard size > 0, size < type.greatestFiniteMagnitude else { return nil }
    let nearest = type.bitPattern(of: type.rounded(size))
    let below = type.value(bitPattern: nearest) < size ? nearest : nearest - 1
    let above = type.value(bitPattern: nearest) > size ? nearest : nearest + 1
    let ends = [(below, -1), (above, 1)].compactMap { run(from: $0, $1, \.isInfinite) }
      .map { side * type.value(bitPattern: $0) }
    guard let low = ends.min(), let high = ends.max() else { return nil }
    return min(low, ends.count > 1 ? low : pole)...max(high, ends.count > 1 ? high : pole)
  }

  /// The last magnitude of the run of wanted values from one on, downward with the direction −1; nil where that is none of it.
  private mutating func run(
    from first: UInt64, _ direction: Int, _ isWanted: (Double) -> Bool
  ) -> UInt64? {
    guard first > 0, first <= last, holds(first, isWanted) else { return nil }
    var (inside, step) = (first, UInt64(1))
    while true {
      let outside =
        direction < 0 ? (inside > step ? inside - step : 1) : min(inside + step, last)
      guard outside != inside else { return inside }
      guard holds(outside, isWanted) else { return edge(outside, inside, isWanted) }
      (inside, step) = (outside, 2 * step)
    }
  }

  /// The last magnitude of the run at the beginning of a ladder.
  private mutating func run(along ladder: [UInt64], _ isWanted: (Double) -> Bool) -> Double? {
    guard holds(ladder[0], isWanted) else { return nil }
    let values = quick.columns([.f], at: ladder.map { side * type.value(bitPattern: $0) })[0]
    var step = values.firstIndex { !isWanted(type.rounded($0)) } ?? ladder.count
    while step < ladder.count, holds(ladder[step], isWanted) { step += 1 }
    while step > 1, !holds(ladder[step - 1], isWanted) { step -= 1 }
    guard step < ladder.count else { return type.value(bitPattern: ladder[step - 1]) }
    let found = edge(ladder[step], ladder[step - 1], isWanted)
    return type.value(
      bitPattern: wave.map { edge(from: found, to: ladder[0], $0, isWanted) } ?? found)
  }

  /// The last magnitude of a run whose steps a wave may have slipped through, between one of the run and its beginning.
  private mutating func edge(
    from found: UInt64, to first: UInt64, _ wave: TypeCells, _ isWanted: (Double) -> Bool
  ) -> UInt64 {
    var inside = found
    while let outside = slip(between: inside, first, wave, isWanted) {
      inside = outside
      repeat { inside = first > outside ? inside + 1 : inside - 1 } while !holds(inside, isWanted)
    }
    return inside
  }

  /// The magnitude nearest to the beginning of a run that is not of it: of what is open every one in narrow types, in others
  /// 64 of a binade at least.
  private mutating func slip(
    between found: UInt64, _ first: UInt64, _ wave: TypeCells, _ isWanted: (Double) -> Bool
  ) -> UInt64? {
    let step = type.precision > 12 ? 1 << (type.precision - 7) : 1
    let open = wave.open(from: found, to: first, isWanted).flatMap {
      Array(stride(from: $0.lowerBound, through: $0.upperBound, by: step))
    }
    let bits = first > found ? open.sorted(by: >) : open.sorted()
    return bits.first { !wave.isCertain($0...$0, isWanted) && !holds($0, isWanted) }
  }

  /// The last magnitude of the run between one outside it and one inside.
  private mutating func edge(
    _ outside: UInt64, _ inside: UInt64, _ isWanted: (Double) -> Bool
  ) -> UInt64 {
    var (outside, inside) = (outside, inside)
    while max(outside, inside) - min(outside, inside) > 1 {
      let middle = min(outside, inside) + (max(outside, inside) - min(outside, inside)) / 2
      if holds(middle, isWanted) { inside = middle } else { outside = middle }
    }
    return inside
  }
}
