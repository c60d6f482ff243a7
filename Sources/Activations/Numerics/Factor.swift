/// A parameter that multiplies x, and whose products are exact where it is a power of two.
///
/// Most parameters are 1. Their products need no error term, which is a fused multiply-add, and on
/// processors that it may not assume a call.
struct Factor: Sendable {
  let value: Double
  let isPowerOfTwo: Bool

  init(_ value: Double) {
    self.value = value
    isPowerOfTwo = value.significand == 1
  }

  /// value·x as a pair.
  @inline(__always)
  func times(_ x: Double) -> Pair {
    isPowerOfTwo ? Pair(value * x, 0) : Pair.product(value, x)
  }
}
