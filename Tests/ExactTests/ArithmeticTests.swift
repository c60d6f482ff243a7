import CMPFR
import Testing

@testable import Exact

/// Operations on bounds, held to the laws that make what they say certain.
struct ArithmeticTests {
  private let coarse = Arithmetic(bits: 60)
  private let fine = Arithmetic(bits: 500)

  /// Functions of one number, where random numbers of a size are in their domains.
  private static let unary:
    [(name: String, isPositive: Bool, size: Int, of: @Sendable (Arithmetic, Bounds) -> Bounds)] = [
      ("exp", false, 8, { $0.exp($1) }), ("expm1", false, 8, { $0.expm1($1) }),
      ("log", true, 60, { $0.log($1) }), ("log1p", true, 60, { $0.log1p($1) }),
      ("sqrt", true, 60, { $0.squareRoot($1) }), ("square", false, 60, { $0.square($1) }),
      ("cube", false, 60, { $0.power($1, 3) }), ("inverse square", true, 60, { $0.power($1, -2) }),
      ("cbrt", true, 60, { $0.power($1, $0.divide(.one, Bounds(3))) }),
      ("sin", false, 20, { $0.sin($1) }), ("cos", false, 20, { $0.cos($1) }),
      ("asin", false, -1, { $0.asin($1) }), ("acos", false, -1, { $0.acos($1) }),
      ("atan", false, 30, { $0.atan($1) }), ("sinh", false, 8, { $0.sinh($1) }),
      ("cosh", false, 8, { $0.cosh($1) }), ("tanh", false, 6, { $0.tanh($1) }),
      ("asinh", false, 40, { $0.asinh($1) }), ("atanh", false, -1, { $0.atanh($1) }),
      ("sigmoid", false, 10, { $0.sigmoid($1) }), ("softplus", false, 10, { $0.softplus($1) }),
      ("logcosh", false, 10, { $0.logcosh($1) }), ("magnitude", false, 10, { $0.magnitude($1) }),
      ("third", false, 10, { $0.divided($1, by: -3) }),
    ]

  private static let binary:
    [(name: String, of: @Sendable (Arithmetic, Bounds, Bounds) -> Bounds)] = [
      ("+", { $0.add($1, $2) }), ("-", { $0.subtract($1, $2) }), ("*", { $0.multiply($1, $2) }),
      ("/", { $0.divide($1, $2) }), ("^", { $0.power($0.magnitude($1), $0.atan($2)) }),
    ]

  @Test(
    "Of a point, every function's bounds hold what 500 bits say", arguments: 0..<Self.unary.count)
  func points(index: Int) {
    let function = Self.unary[index]
    var random = SplitMix(seed: UInt64(index))
    for _ in 0..<300 {
      let x = Bounds(random.number(size: function.size, isPositive: function.isPositive))
      let (rough, truth) = (function.of(coarse, x), function.of(fine, x))
      #expect(
        !(truth.high < rough.low) && !(rough.high < truth.low),
        "\(function.name) of \(x.low.double)")
      #expect(!(truth.low < rough.low) && !(rough.high < truth.high), "\(function.name)")
    }
  }

  @Test(
    "Of an interval, every function's bounds hold those of points within",
    arguments: 0..<Self.unary.count)
  func intervals(index: Int) {
    let function = Self.unary[index]
    var random = SplitMix(seed: UInt64(1000 + index))
    for _ in 0..<200 {
      let x = random.interval(size: function.size, isPositive: function.isPositive)
      let whole = function.of(coarse, x.bounds)
      let inner = function.of(fine, Bounds(x.inside))
      #expect(!(inner.low < whole.low) && !(whole.high < inner.high), "\(function.name)")
    }
  }

  @Test("Operations on two intervals hold those on points within", arguments: 0..<Self.binary.count)
  func operations(index: Int) {
    let operation = Self.binary[index]
    var random = SplitMix(seed: UInt64(2000 + index))
    for _ in 0..<500 {
      let (a, b) = (
        random.interval(size: 9, isPositive: false), random.interval(size: 9, isPositive: false)
      )
      let whole = operation.of(coarse, a.bounds, b.bounds)
      let inner = operation.of(fine, Bounds(a.inside), Bounds(b.inside))
      #expect(!(inner.low < whole.low) && !(whole.high < inner.high), "\(operation.name)")
      let point = operation.of(coarse, Bounds(a.inside), Bounds(b.inside))
      #expect(!(inner.low < point.low) && !(point.high < inner.high), "\(operation.name) at points")
    }
  }

  @Test("What is exact stays a point, and multiples of π are known exactly")
  func exactness() {
    let third = coarse.divide(.one, Bounds(3))
    #expect(!third.isPoint && coarse.subtract(third, third).isZero)
    #expect(coarse.multiply(third, Bounds(3)).isOne)
    #expect(coarse.squareRoot(Bounds(9)).integer == 3)
    #expect(coarse.power(Bounds(8), third).integer == 2)
    for turns in -30...30 {
      let angle = coarse.divided(coarse.times(coarse.pi, turns), by: 2)
      let (sine, cosine) = (coarse.sin(angle), coarse.cos(angle))
      #expect(sine.integer == [0, 1, 0, -1][(turns % 4 + 4) % 4])
      #expect(cosine.integer == [1, 0, -1, 0][(turns % 4 + 4) % 4])
    }
    #expect(coarse.sin(coarse.divided(coarse.pi, by: 6)).low.double == 0.5)
    #expect(coarse.sin(coarse.times(coarse.asin(Bounds(0.5)), 6)).isZero)
  }

  @Test("What is too large or too small for a double is a number all the same")
  func exponents() {
    actviz_mpfr_widest_range()
    let far = coarse.exp(Bounds(-1e15))
    #expect(far.sign == 1 && far.high.double == 0)
    let near = coarse.multiply(far, coarse.exp(Bounds(1e15)))
    #expect(
      near.low.double <= 1 && near.high.double >= 1 && near.high.double - near.low.double < 1e-10)
    let beyond = coarse.exp(coarse.exp(Bounds(1e15)))
    #expect(beyond.high.isInfinite && !beyond.low.isInfinite)
  }
}

/// Numbers by chance, the same ones for a seed (Steele, Lea and Flood, 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// From 0 to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Below 2 to a size, of all sizes down to its opposite.
  mutating func number(size: Int, isPositive: Bool) -> Number {
    let exponent = size - 1 - Int(next() % UInt64(Swift.max(size.magnitude, 3) * 2))
    let value = Double(sign: .plus, exponent: exponent, significand: 1 + unit())
    return Number(isPositive || next() & 1 == 0 ? value : -value)
  }

  /// An interval, often a narrow one, and a number within.
  mutating func interval(size: Int, isPositive: Bool) -> (bounds: Bounds, inside: Number) {
    let inside = number(size: size, isPositive: isPositive)
    let value = inside.double
    let step =
      Double(sign: .plus, exponent: -Int(next() % 50) - 1, significand: unit()) * value.magnitude
    let top = Double(sign: .plus, exponent: size, significand: 1).nextDown
    let low = Swift.max(
      value - step * unit() * (isPositive ? 0.9 : 2), isPositive ? 0x1p-200 : -top)
    return (Bounds(Number(low), Number(Swift.min(value + step, top))), inside)
  }
}
