import Activations

/// All numbers from one double to another: what is sure to hold a value.
///
/// An infinite end says that there is no bound on that side. Results are rounded outward; exact ones stay as they are.
package struct Interval: Hashable, Sendable {
  /// The lower end; greater than the upper one where the interval is empty.
  package var low: Double
  /// The upper end.
  package var high: Double

  /// The numbers between two ends; an end that is NaN bounds nothing.
  package init(_ low: Double, _ high: Double) {
    self.low = low.isNaN ? -.infinity : low + 0
    self.high = high.isNaN ? .infinity : high + 0
  }

  /// One number.
  package init(_ value: Double) { self.init(value, value) }

  /// No number.
  package static var empty: Interval { Interval(.infinity, -.infinity) }
  /// All numbers.
  package static var whole: Interval { Interval(-.infinity, .infinity) }
  /// The numbers that are not negative.
  static var positive: Interval { Interval(0, .infinity) }

  /// Whether there is no number in it.
  package var isEmpty: Bool { !(low <= high) }
  /// Whether both ends are finite.
  package var isBounded: Bool { low.isFinite && high.isFinite }
  /// Whether it is one finite number.
  package var isPoint: Bool { low == high && low.isFinite }
  /// Whether it is the number 0.
  var isZero: Bool { low == 0 && high == 0 }

  /// Whether a number lies in it.
  package func contains(_ value: Double) -> Bool { low <= value && value <= high }

  /// The least interval that holds both.
  package func hull(_ other: Interval) -> Interval {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Interval(Swift.min(low, other.low), Swift.max(high, other.high))
  }

  /// The numbers that both hold.
  package func intersection(_ other: Interval) -> Interval {
    let (low, high) = (Swift.max(self.low, other.low), Swift.min(self.high, other.high))
    return low <= high ? Interval(low, high) : .empty
  }

  /// The sizes of its numbers.
  var magnitude: Interval {
    guard !isEmpty else { return self }
    if low >= 0 { return self }
    return high <= 0 ? -self : Interval(0, Swift.max(-low, high))
  }

  /// Both ends farther out by some doubles, though not beyond 0.
  func widened(by ulps: Int) -> Interval {
    isEmpty ? self : Interval(Rounding.down(low, by: ulps), Rounding.up(high, by: ulps))
  }

  /// Both ends farther out by a share of their sizes.
  func widened(byShare share: Double) -> Interval {
    guard !isEmpty else { return self }
    return Interval(low - share * low.magnitude, high + share * high.magnitude).widened(by: 1)
  }
}

// MARK: Arithmetic

extension Interval {
  static prefix func - (a: Interval) -> Interval { a.isEmpty ? a : Interval(-a.high, -a.low) }

  static func + (a: Interval, b: Interval) -> Interval {
    guard !a.isEmpty, !b.isEmpty else { return .empty }
    return Interval(Rounding.sum(a.low, b.low).low, Rounding.sum(a.high, b.high).high)
  }

  static func - (a: Interval, b: Interval) -> Interval { a + -b }

  static func * (a: Interval, b: Interval) -> Interval {
    guard !a.isEmpty, !b.isEmpty else { return .empty }
    let corners = [
      Rounding.product(a.low, b.low), Rounding.product(a.low, b.high),
      Rounding.product(a.high, b.low), Rounding.product(a.high, b.high),
    ]
    return corners.reduce(.empty) { $0.hull($1) }
  }

  /// The quotients; what is divided by 0 is left out, where not all is: 0/0 may have any limit.
  static func / (a: Interval, b: Interval) -> Interval {
    guard !a.isEmpty, !b.isEmpty else { return .empty }
    if b.isZero || (a.isZero && b.contains(0)) { return .whole }
    let right = a.divided(byPositive: b.intersection(.positive))
    let left = (-a).divided(byPositive: (-b).intersection(.positive))
    return left.hull(right)
  }

  /// The quotients by the positive ones among numbers that are not negative.
  private func divided(byPositive b: Interval) -> Interval {
    guard !b.isEmpty, b.high > 0 else { return .empty }
    let least = low >= 0 ? Rounding.quotient(low, b.high) : Rounding.quotient(low, b.low)
    let greatest = high <= 0 ? Rounding.quotient(high, b.high) : Rounding.quotient(high, b.low)
    return Interval(least.low, greatest.high)
  }

  /// u².
  var square: Interval {
    let size = magnitude
    guard !size.isEmpty else { return size }
    return Interval(
      Rounding.product(size.low, size.low).low, Rounding.product(size.high, size.high).high)
  }

  /// √u of the numbers that are not negative.
  var squareRoot: Interval {
    let size = intersection(.positive)
    guard !size.isEmpty else { return size }
    return Interval(Rounding.root(size.low).low, Rounding.root(size.high).high)
  }
}

// MARK: Functions by their ends

extension Interval {
  /// A function that rises, by its ends.
  ///
  /// - Parameters:
  ///   - ulps: By how many doubles its values may err.
  ///   - bounds: What holds all its values.
  ///   - exact: An argument at which it does not err.
  func rising(
    _ ulps: Int, in bounds: Interval = .whole, exact: Double? = nil, _ function: (Double) -> Double
  ) -> Interval {
    guard !isEmpty else { return self }
    let (least, greatest) = (function(low), function(high))
    let start = low == exact ? least : Rounding.down(least, by: ulps, isOverflow: low.isFinite)
    let end = high == exact ? greatest : Rounding.up(greatest, by: ulps, isOverflow: high.isFinite)
    // Rounding may turn two that are all but equal.
    return Interval(start).hull(Interval(end)).intersection(bounds)
  }

  /// A function that falls, by its ends.
  func falling(
    _ ulps: Int, in bounds: Interval = .whole, exact: Double? = nil, _ function: (Double) -> Double
  ) -> Interval {
    -rising(ulps, in: -bounds, exact: exact) { -function($0) }
  }
}
