import Activations
import Exact
import Testing

@testable import Formulas

/// Functions of x and y in many digits.
@Suite struct SurfaceValueTests {
  private func columns(
    _ text: String, _ quantities: [SurfaceQuantity] = SurfaceQuantity.allCases,
    at x: Double, _ y: Double
  ) throws -> [Double] {
    let surface = try #require(Function(parsing: text).proved.surface)
    return surface.columns(quantities, at: [Point(x: x, y: y)]).map { $0[0] }
  }

  /// f, f_x, f_y, f_xx, f_xy, f_yy to 20 digits, from mpmath with 60.
  @Test(arguments: [
    (
      "swiglu:beta=1.5", 0.75, -2.5,
      [
        -1.4154656003768030461, -2.4076515750542244976, 0.56618624015072121843,
        -0.9896917918432894651, 0.96306063002168979904, 0,
      ]
    ),
    (
      "geglu", -1.25, 3,
      [
        -0.39618665125070721633, -0.36798474920826637065, -0.13206221708356907211,
        0.2397269245730912503, -0.12266158306942212355, 0,
      ]
    ),
    (
      "logsumexp", 30, 29.5,
      [
        30.474076984180106681, 0.62245933120185456464, 0.37754066879814543536,
        0.23500371220159448907, -0.23500371220159448907, 0.23500371220159448907,
      ]
    ),
    (
      "x^2*sin(x*y)", 1.5, 2,
      [
        0.31752001813470124973, -4.0316062105224028914, -3.3412246760265034183,
        -12.867750015624416042, -7.6350094064571105858, -0.71442004080307781189,
      ]
    ),
    (
      "smu_max:mu=0.7", 0.25, 1,
      [
        0.82832222717839680135, 0.0040593617937846071282, 0.99594063820621539287,
        0.43432430769109077094, -0.43432430769109077094, 0.43432430769109077094,
      ]
    ),
  ])
  func valuesAndDerivativesAreThoseOfManyDigits(
    text: String, x: Double, y: Double, expected: [Double]
  ) throws {
    for (value, right) in zip(try columns(text, at: x, y), expected) {
      #expect((value - right).magnitude <= 4 * right.ulp, "\(text): \(value), not \(right)")
    }
  }
}
