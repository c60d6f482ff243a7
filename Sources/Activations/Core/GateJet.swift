/// A gate's value H, its density H′ and the density's slope H″ at one x.
///
/// Far in a tail H and its derivatives underflow while x·H is still a normal number. So they come
/// divided by a power of two, whose two halves are applied last.
package struct GateJet<S: Scalar> {
  /// H / `valueHalf`².
  var value: S
  /// H′ / `half`².
  var first: S
  /// H″ / `half`².
  var second: S
  /// The square root of the derivatives' factor: 1, or a small power of two far in a tail.
  var half = 1.0
  /// That of the value's: `half` in the tail where H tends to 0, 1 where it tends to 1.
  var valueHalf = 1.0
  /// What the value was rounded off in doubles, where that is known: so f has one rounding less.
  var valueRest = 0.0

  /// Puts a gate's jet together, each component with one factor.
  @inline(__always)
  init(_ value: S, _ first: S, _ second: S, half: Double = 1) {
    self.init(value, first, second, half: half, valueHalf: half)
  }

  /// Puts a gate's jet together, the value with a factor of its own.
  @inline(__always)
  init(_ value: S, _ first: S, _ second: S, half: Double, valueHalf: Double) {
    self.value = value
    self.first = first
    self.second = second
    self.half = half
    self.valueHalf = valueHalf
  }

  /// Heaviside's step at x: what every gate is, to the last digit, far from 0.
  @inline(__always)
  static func step(_ x: Double) -> GateJet {
    guard !x.isNaN else { return GateJet(S(x), S(x), S(x)) }
    // H″ vanishes from below on the right.
    return GateJet(x > 0 ? 1 : x < 0 ? 0 : 0.5, 0, S(x > 0 ? -0.0 : 0))
  }

  /// H with its factor applied.
  @inline(__always)
  var gate: S { value.scaled(by: valueHalf).scaled(by: valueHalf) }

  /// H′ with its factor applied.
  @inline(__always)
  var density: S { first.scaled(by: half).scaled(by: half) }

  /// The activation f = x·H by the product rule: f′ = H + x·H′ and f″ = 2·H′ + x·H″.
  @inline(__always)
  func product(with x: Double) -> ProductJet<S> {
    let reduced = S(x * half)
    let slope = (reduced * first).scaled(by: half)
    let density = first.scaled(by: half).scaled(by: half)
    // At 0 the last term is 0 even where a steep gate's H″ has overflowed.
    let bend = x == 0 ? 0 : (reduced * second).scaled(by: half)
    return ProductJet(activation(x), Sum(gate, slope), Sum(density + density, bend))
  }

  /// The activation f = x·H alone.
  @inline(__always)
  func activation(_ x: Double) -> S {
    valueHalf == 1 ? times(x) : times(x * valueHalf).scaled(by: valueHalf)
  }

  @inline(__always)
  private func times(_ x: Double) -> S {
    S.self == Double.self ? S(x) * value + S(x * valueRest) : S(x) * value
  }
}

/// Two summands, of which it must be known how much of them cancelled.
struct Sum<S: Scalar> {
  var value: S
  /// The larger summand's magnitude.
  var magnitude: Double

  /// Adds two numbers; where both have underflowed, the sign is the second's, which x has enlarged.
  @inline(__always)
  init(_ a: S, _ b: S) {
    value = a.rounded == 0 && b.rounded == 0 ? b : a + b
    magnitude = max(abs(a.rounded), abs(b.rounded))
  }

  /// A sum that was formed elsewhere, with its largest summand.
  @inline(__always)
  init(_ value: S, magnitude: Double) {
    self.value = value
    self.magnitude = abs(magnitude)
  }

  /// A number of which nothing cancelled.
  @inline(__always)
  init(_ value: S) { self.init(value, magnitude: 0) }

  /// Whether the sum is so much smaller than its summands that their rounding shows: then it deserves
  /// to be evaluated again, in pairs.
  @inline(__always)
  var isCancelled: Bool { abs(value.rounded) < 0.75 * magnitude }

  /// Whether not even pairs keep the digits of what is left.
  ///
  /// The least precise of them have 63 bits. NaN is lost too.
  @inline(__always)
  var isLost: Bool { !(abs(value.rounded) >= 0x1p-10 * magnitude) }
}

/// A gated activation's f, f′ and f″, the derivatives as sums.
package struct ProductJet<S: Scalar> {
  var value: S
  /// The magnitude of the larger summand of f, where it is a sum that may cancel.
  var valueMagnitude = 0.0
  var first: Sum<S>
  var second: Sum<S>

  @inline(__always)
  init(_ value: S, _ first: Sum<S>, _ second: Sum<S>) {
    self.value = value
    self.first = first
    self.second = second
  }

  /// A jet whose value is a sum too.
  @inline(__always)
  init(_ value: Sum<S>, _ first: Sum<S>, _ second: Sum<S>) {
    self.init(value.value, first, second)
    valueMagnitude = value.magnitude
  }

  /// Whether f or a derivative up to an order has lost digits.
  @inline(__always)
  func isLost(upTo order: Int) -> Bool {
    Sum(value, magnitude: valueMagnitude).isLost || (order > 0 && first.isLost)
      || (order > 1 && second.isLost)
  }

  /// The nearest doubles.
  @inline(__always)
  var rounded: Jet { Jet(value.rounded, first.value.rounded, second.value.rounded) }
}
