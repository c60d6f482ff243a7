import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

@Suite("Marked points")
struct FeatureTests {
  private func points(
    _ function: String, _ quantity: Quantity = .f, _ features: [Feature],
    over domain: ClosedRange<Double> = -5...5
  ) throws -> [FeaturePoint] {
    let function = try Function(parsing: function)
    let slope = quantity.slope
    return Trace(function, quantity).features(
      features, over: domain, slope: slope.map { Trace(function, $0) },
      curvature: slope?.slope.map { Trace(function, $0) })
  }

  @Test("gelu's minimum, zero and inflections to the last digit")
  func gelu() throws {
    let points = try points("gelu", .f, [.minimum, .zero, .inflection, .kink])
    #expect(points.map(\.features) == [[.inflection], [.minimum], [.zero], [.inflection]])
    let expected = [-1.4142135623730951, -0.7517915246935645, 0, 1.4142135623730951]
    #expect(zip(points, expected).allSatisfy { abs($0.x - $1) <= 2 * $1.ulp })
    #expect(abs(points[1].y - -0.16997120747990369) < 1e-16)
    #expect(points[2].y == 0)
  }

  @Test("The slope's zero is the function's minimum, and its minimum the inflection")
  func slope() throws {
    let points = try points("gelu", .df, [.minimum, .maximum, .zero])
    #expect(points.map(\.features) == [[.minimum], [.zero], [.maximum]])
    #expect(abs(points[0].x + 1.4142135623730951) < 1e-15)
    #expect(abs(points[1].x + 0.7517915246935645) < 1e-15 && points[1].y == 0)
    #expect(abs(points[2].x - 1.4142135623730951) < 1e-15)
  }

  @Test("A quantity without a slope has its extrema to half of the digits")
  func density() throws {
    let points = try points("form4:sigma=0.5", .density, [.maximum, .minimum])
    #expect(points.map(\.features) == [[.maximum]])
    #expect(abs(points[0].x) < 1e-7 && abs(points[0].y - 0.7978845608028654) < 1e-15)
  }

  @Test("Kinks are corners and jumps")
  func kinks() throws {
    #expect(try points("hardswish", .f, [.kink]).map(\.x) == [-3, 3])
    let jump = try points("relu", .df, [.kink])
    #expect(jump.map(\.x) == [0] && jump.map(\.y) == [0.5])
  }

  @Test("What holds all along a stretch, or at an end of the domain, is no point")
  func stretches() throws {
    let all: [Feature] = [.minimum, .maximum, .zero, .inflection]
    #expect(try points("relu", .f, all).isEmpty)
    #expect(try points("gelu", .gate, [.minimum, .maximum, .zero], over: -60...60).isEmpty)
    #expect(try points("softplus", .f, all).isEmpty)
  }

  @Test("A point that is several things is one point")
  func merged() throws {
    let points = try points("sin(x)", .f, [.zero, .inflection], over: -4...4)
    #expect(points.count == 3)
    #expect(points.allSatisfy { $0.features == [.zero, .inflection] })
    #expect(points.map(\.x) == [-.pi, 0, .pi])
  }

  @Test("A curvature that jumps across 0 makes an inflection, a corner does not")
  func curvatureJump() throws {
    #expect(try points("x*abs(x)", .f, [.inflection]).map(\.x) == [0])
    #expect(try points("max(x^2, 2*x-1/2)", .f, [.inflection]).isEmpty)
  }
}
