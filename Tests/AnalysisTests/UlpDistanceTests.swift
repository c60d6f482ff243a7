import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

@Suite struct UlpDistanceTests {
  @Test func distancesAreCountedInTheSpacingAroundTheReference() {
    #expect(FloatType.bf16.ulps(of: 1 + 0x1p-7, from: 1) == 1)
    #expect(FloatType.bf16.ulps(of: 1 - 0x1p-8, from: 1) == -0.5)
    #expect(FloatType.bf16.ulps(of: -1, from: -2) == 64)
    #expect(FloatType.f16.ulps(of: 0x1p-24, from: 0) == 1)
    #expect(FloatType.f32.ulps(of: 0, from: -0.0) == 0)
    #expect(FloatType.f64.ulps(of: 0, from: .leastNonzeroMagnitude) == -1)
    #expect(FloatType.f64.ulps(of: 1.0.nextUp, from: 1) == 1)
  }

  @Test func infinitiesAreInfinitelyFarFromEverythingElse() {
    #expect(FloatType.f16.ulps(of: .infinity, from: .infinity) == 0)
    #expect(FloatType.f16.ulps(of: 65504, from: .infinity) == -.infinity)
    #expect(FloatType.f16.ulps(of: .infinity, from: 65504) == .infinity)
    #expect(FloatType.f16.ulps(of: .infinity, from: -.infinity) == .infinity)
    #expect(FloatType.f16.ulps(of: 1, from: .nan) == .infinity)
    #expect(FloatType.f16.ulps(of: .nan, from: 1) == .infinity)
  }

  private func distance(_ function: String, _ reference: String, _ type: FloatType) throws
    -> UlpDistance
  {
    UlpDistance(
      of: try Function(parsing: function), from: try Function(parsing: reference), in: type)
  }

  @Test func everyValueOfASixteenBitTypeIsAPoint() throws {
    let distance = try distance("gelu", "relu", .bf16)
    #expect(distance.points(.f, over: 1...1.02) == [1, 1.0078125, 1.015625])
    #expect(distance.points(.f, over: 1.001...1.002).isEmpty)
    #expect(distance.points(.f, over: -1...0).filter { $0 == 0 }.count == 1)
    #expect(distance.supremum(over: 1.001...1.002) == nil)
  }

  @Test(arguments: [FloatType.f32, .f64])
  func aWiderTypeIsSampledAtItsValues(type: FloatType) throws {
    let points = try distance("gelu", "relu", type).points(.f, over: -0.1...0.1)
    #expect(points.count > 4096)
    #expect(points.allSatisfy { type.rounded($0) == $0 && abs($0) <= 0.1 })
    #expect(zip(points, points.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func theSupremumTellsTheApproximationsOfGeluApart() throws {
    let near = try #require(distance("gelu_tanh", "gelu", .bf16).supremum(over: -3...3))
    let far = try #require(distance("gelu_sigmoid", "gelu", .bf16).supremum(over: -3...3))
    let same = try #require(distance("form4", "gelu", .bf16).supremum(over: -3...3))
    #expect(near == Extremum(x: -2.8125, value: 16))
    #expect(far == Extremum(x: -2.78125, value: 549))
    #expect(same == Extremum(x: -3, value: 0))
  }

  /// Ranges with a local maximum, with places at which the unit changes, and where the reference is subnormal.
  @Test(arguments: [
    -2.7...(-2.6998), -6.7275...(-6.7265), -0.7522...(-0.7521), 0.9999...1.0002,
    -13.0942...(-13.0935),
  ])
  func theSupremumOfAWideTypeIsThatOfAllItsValues(domain: ClosedRange<Double>) throws {
    let distance = try distance("gelu_tanh", "gelu", .f32)
    var (x, all) = (Float(domain.lowerBound), [Double]())
    while Double(x) <= domain.upperBound {
      if domain.contains(Double(x)) { all.append(Double(x)) }
      x = x.nextUp
    }
    let largest = try #require(distance.values(.f, at: all).map(abs).max())
    let found = try #require(distance.supremum(over: domain))
    #expect(found.value == largest)
  }

  @Test func anOverflowThatTheReferenceDoesNotShareIsInfinite() throws {
    let distance = try distance("leaky_relu:negative_slope=2", "relu", .f16)
    #expect(distance.supremum(over: -65504 ... -60000) == Extremum(x: -65504, value: .infinity))
    #expect(distance.segments(.f, over: -65504 ... -60000, width: 100).isEmpty)
    let partly = distance.segments(.f, over: -40000...0, width: 100)
    #expect(partly.count == 1)
    #expect(partly[0][0].x == -32752)
  }

  @Test func aJumpInterruptsTheGraph() throws {
    let segments = try distance("heaviside", "sigmoid", .bf16)
      .segments(.f, over: -1...1, width: 100)
    #expect(segments.count == 3)
    #expect(segments[1] == [Point(x: 0, y: 0)])
  }

  @Test func moreValuesThanThePictureCanShowBecomeTheExtremesOfEveryColumn() throws {
    let distance = try distance("gelu_tanh", "gelu", .bf16)
    let xs = distance.points(.f, over: -4...4)
    let all = zip(xs, distance.values(.f, at: xs)).map { Point(x: $0, y: $1) }
    let shown = try #require(distance.segments(.f, over: -4...4, width: 64).first)
    #expect(all.count > 30000)
    #expect(shown.count <= 2 * 65)
    #expect(shown.allSatisfy { all.contains($0) })
    // What is tiny and negative falls into zero's column by rounding, in the picture too.
    let columns = Dictionary(grouping: all) { (($0.x + 4) * 8).rounded(.down) }
    for (column, samples) in columns {
      let ys = shown.filter { (($0.x + 4) * 8).rounded(.down) == column }.map(\.y)
      #expect(ys.min() == samples.map(\.y).min() && ys.max() == samples.map(\.y).max())
    }
  }
}
