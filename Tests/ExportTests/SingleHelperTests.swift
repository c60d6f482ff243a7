import Activations
import Testing

@testable import Export

/// Helpers in single precision, for languages that have exp and log and little else.
@Suite struct SingleHelperTests {
  /// Every 10,007th number of the type within a range, from the smallest subnormal ones on, both signs.
  private static func points(below end: Float) -> [Float] {
    stride(from: UInt32(1), through: end.bitPattern, by: 10_007).flatMap { bits in
      [Float(bitPattern: bits), -Float(bitPattern: bits)]
    }
  }

  /// The largest error in ulp of a helper, exp and log rounding correctly, and the place.
  private func worst(_ primitive: Primitive, _ points: [Float]) throws -> (ulps: Double, x: Float) {
    let helper = try #require(Helper.of(primitive, .f32))
    let values = points.map { helper.value($0) }
    var worst = (ulps: 0.0, x: Float.nan)
    for (x, value) in zip(points, values) {
      let exact = Double.call(primitive, Double(x))
      guard !exact.isNaN else { continue }
      guard Float(exact) != value else { continue }
      let error = abs(Double(value) - exact) / FloatType.f32.ulp(of: exact)
      if !(error <= worst.ulps) { worst = (error, x) }
    }
    return worst
  }

  @Test(arguments: [
    (Primitive.expm1, Float.greatestFiniteMagnitude, 1.5), (.log1p, .greatestFiniteMagnitude, 1.5),
    (.log2, .greatestFiniteMagnitude, 1.8), (.log10, .greatestFiniteMagnitude, 1.8),
    (.sinh, .greatestFiniteMagnitude, 1.6), (.cosh, .greatestFiniteMagnitude, 1.6),
    (.tanh, .greatestFiniteMagnitude, 1.4), (.asinh, .greatestFiniteMagnitude, 2.6),
    (.acosh, .greatestFiniteMagnitude, 2.6), (.atanh, 1, 2.6),
    (.cbrt, .greatestFiniteMagnitude, 1.2), (.tan, 1e4, 1.7), (.asin, 1, 2.2), (.acos, 1, 1.5),
    (.atan, .greatestFiniteMagnitude, 2.4),
  ])
  func theyErrByWhatTheyTell(_ primitive: Primitive, end: Float, ulps: Double) throws {
    let found = try worst(primitive, Self.points(below: end))
    #expect(found.ulps <= ulps, "\(primitive) errs by \(found.ulps) ulp at \(found.x)")
    #expect(Helper.of(primitive, .f32)?.comment.last?.hasSuffix("\(ulps) ulp.") == true)
  }

  @Test(
    arguments: [
      (Primitive.expm1, [-1, .infinity, 0]), (.log1p, [.nan, .infinity, 0]),
      (.sinh, [-.infinity, .infinity, 0]), (.cosh, [.infinity, .infinity, 1]),
      (.tanh, [-1, 1, 0]), (.asinh, [-.infinity, .infinity, 0]),
      (.cbrt, [-.infinity, .infinity, 0]),
      (.atan, [Float(-Double.pi / 2), Float(Double.pi / 2), 0]),
    ] as [(Primitive, [Float])])
  func theyHaveTheirLimits(_ primitive: Primitive, limits: [Float]) throws {
    let helper = try #require(Helper.of(primitive, .f32))
    for (x, limit) in zip([-Float.infinity, .infinity, 0], limits) {
      let value = helper.value(x)
      #expect(value == limit || value.isNaN && limit.isNaN, "\(primitive) of \(x) is \(value)")
    }
    #expect(helper.value(Float.nan).isNaN)
  }
}
