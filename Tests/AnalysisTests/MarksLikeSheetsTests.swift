import Activations
import Exact
import Testing

@testable import Analysis

/// What marks and sheets say of one place is the same.
@Suite struct MarksLikeSheetsTests {
  private static func features(_ name: String, _ kinds: [Feature]) throws -> [FeaturePoint] {
    let function = try Function(parsing: name).proved
    let traces = [Quantity.f, .df, .d2f].map { Trace(function, $0) }
    return traces[0].features(
      kinds, over: -5...5, slope: traces[1], curvature: traces[2], transform: nil,
      rough: kinds.contains(.kink) ? Line.roughPlaces(of: function) : [])
  }

  /// A jump whose value is 0, as the mean of both sides.
  @Test(arguments: ["sign(x)", "atan(1/x)", "sign(x)*exp(-abs(x))"])
  func aJumpThroughZeroIsAZero(name: String) throws {
    let points = try Self.features(name, [.zero, .kink])
    #expect(points == [FeaturePoint(features: [.zero, .kink], x: 0, y: 0)])
    #expect(Inspection(try Function(parsing: name)).shape.zeros.map(\.low) == [0])
  }

  /// A tangent that stands upright.
  @Test(arguments: ["cbrt(x)", "x*log(abs(x))"])
  func anUprightTangentIsAKinkAndAnInflection(name: String) throws {
    let points = try Self.features(name, [.inflection, .kink])
    #expect(points == [FeaturePoint(features: [.inflection, .kink], x: 0, y: 0)])
  }

  @Test(arguments: ["abs(x)^2.5", "relu(x)^3", "x/(1+abs(x)^3)^(1/3)", "x*sin(1/x)"])
  func aKinkOfAnyOrderIsMarked(name: String) throws {
    #expect(try Self.features(name, [.kink]).map(\.x) == [0])
    #expect(try Inspection(Function(parsing: name)).kinks.map(\.x) == [0])
  }

  @Test func whatHasNoValueIsNoKink() throws {
    #expect(try Self.features("sin(1/x)", [.kink]).isEmpty)
  }

  /// Beside 27.25 all doubles are 0: exp(-x²) has underflowed there.
  @Test func whereValuesUnderflowNoZeroIsTold() throws {
    let zeros = Inspection(try Function(parsing: "exp(-x^2)*cos(20*x)")).shape.zeros.map(\.low)
    // (k + ½)·π/20
    let wrong = zeros.filter { x in
      let turns = x * 20 / .pi - 0.5
      return abs(turns - turns.rounded()) > 1e-8
    }
    #expect(zeros.count > 300 && wrong.isEmpty, "\(wrong)")
  }

  /// The terms of coth(x) − 1/x cancel around 0 so that no sign is certain, while the value there is.
  @Test func aProvedValueOfNothingIsAZero() throws {
    #expect(Inspection(try Function(parsing: "coth(x)-1/x")).shape.zeros.map(\.low) == [0])
  }
}
