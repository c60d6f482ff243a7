import Activations

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

  init(_ activation: any Activation, _ type: FloatType, side: Double, zeros: [SignInterval]) {
    let search = TypeSearch(activation: activation, type: type, side: side, zeros: zeros)
    self.type = type
    self.side = side
    overflow = search.start(of: \.isInfinite)
    flush = search.start { $0 == 0 }
    flushNearZero = search.end { $0 == 0 }
  }
}

/// Finds where a run of values at one end of a type's magnitudes begins.
private struct TypeSearch {
  let activation: any Activation
  let type: FloatType
  let side: Double
  let zeros: [SignInterval]

  private var last: UInt64 { type.bitPattern(of: type.greatestFiniteMagnitude) }

  /// Whether the value at the magnitude with these bits is wanted, and no true zero.
  private func holds(_ bits: UInt64, _ isWanted: (Double) -> Bool) -> Bool {
    let x = side * type.value(bitPattern: bits)
    return isWanted(activation.columns([.f], at: [x], as: type)[0][0])
      && !zeros.contains { $0.low <= x && x <= $0.high }
  }

  /// Some bit patterns, eight a binade, in ascending order.
  private var ladder: [UInt64] {
    let shift = UInt64(type.precision - 1) - 3
    return [1] + Array(stride(from: 1 << shift, to: last, by: 1 << shift)) + [last]
  }

  /// The smallest magnitude of the run that reaches up to the largest one.
  func start(of isWanted: (Double) -> Bool) -> Double? {
    guard holds(last, isWanted) else { return nil }
    var inside = last
    for bits in ladder.reversed() {
      guard holds(bits, isWanted) else { return edge(bits, inside, isWanted) }
      inside = bits
    }
    return type.value(bitPattern: inside)
  }

  /// The largest magnitude of the run that begins at the smallest one.
  func end(of isWanted: (Double) -> Bool) -> Double? {
    guard holds(1, isWanted) else { return nil }
    var inside: UInt64 = 1
    for bits in ladder {
      guard holds(bits, isWanted) else { return edge(bits, inside, isWanted) }
      inside = bits
    }
    // It reaches up to the largest one, and is told as `start`.
    return nil
  }

  /// The last magnitude of the run between one outside it and one inside.
  private func edge(_ outside: UInt64, _ inside: UInt64, _ isWanted: (Double) -> Bool) -> Double {
    var (outside, inside) = (outside, inside)
    while max(outside, inside) - min(outside, inside) > 1 {
      let middle = min(outside, inside) + (max(outside, inside) - min(outside, inside)) / 2
      if holds(middle, isWanted) { inside = middle } else { outside = middle }
    }
    return type.value(bitPattern: inside)
  }
}
