import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

private func trace(_ name: String, _ quantity: Quantity) throws -> Trace {
  Trace(try Function(parsing: name), quantity)
}

@Suite struct SamplingTests {
  let sampler = Sampler(domain: -5...5)

  @Test func aCornerIsASample() throws {
    let segments = try sampler.graph(of: trace("relu", .f)).lines
    #expect(
      segments == [[Point(x: -5, y: 0), Point(x: 0, y: 0), Point(x: 5, y: 5)]])
  }

  @Test func aJumpIsAGap() throws {
    let segments = try sampler.graph(of: trace("heaviside", .f)).lines
    #expect(segments.map { $0.map(\.y) } == [[0, 0], [1, 1]])
    #expect(segments[0].last?.x == (0.0).nextDown)
    #expect(segments[1].first?.x == (0.0).nextUp)
  }

  @Test func aGridKeepsItsPointsAndTheCorner() throws {
    let sampler = Sampler(domain: -5...5, count: 4)
    let xs = try sampler.graph(of: trace("relu", .f)).lines.joined().map(\.x)
    #expect(xs == [-5, -5.0 / 3, 0, 5.0 / 3, 5])
  }

  @Test(arguments: Catalogue.all.map(\.name), [Quantity.f, .df, .d2f])
  func thePolylineStaysWithinTheTolerance(name: String, quantity: Quantity) throws {
    let trace = try trace(name, quantity)
    let segments = sampler.graph(of: trace).lines
    let ys = segments.joined().map(\.y)
    let height = max((ys.max() ?? 0) - (ys.min() ?? 0), 1e-300)
    func placed(_ point: Point) -> Point { Point(x: point.x * 160, y: point.y * 1000 / height) }
    for segment in segments {
      for (a, b) in zip(segment, segment.dropFirst()) {
        for t in [0.21, 0.5, 0.83] {
          let x = a.x + t * (b.x - a.x)
          let sample = Point(x: x, y: trace.value(at: x))
          #expect(placed(sample).distance(fromChord: placed(a), placed(b)) < 0.25, "at \(x)")
        }
      }
    }
    #expect(ys.count < 700)
  }

  @Test func ofAGreatManyPointsAPictureGetsWhatItCanShow() throws {
    var sampler = sampler
    sampler.count = 1_000_001
    let segments = try sampler.graph(of: trace("sine:omega=1e6", .f)).lines
    let points = segments.flatMap { $0 }
    #expect(points.count < 4 * 1600 + 4)
    #expect(points.first?.x == -5 && points.last?.x == 5)
    #expect(try #require(points.map(\.y).max()) > 0.9999)
    #expect(try #require(points.map(\.y).min()) < -0.9999)
  }

  @Test func aNarrowSpikeIsFound() throws {
    let segments = try sampler.graph(of: trace("gelu:sigma=1e-6", .d2f)).lines
    let peak = try #require(segments.joined().map(\.y).max())
    #expect(abs(peak / 797884.56 - 1) < 1e-6)
    let uniform = try sampler.graph(of: trace("gennorm:alpha=2,beta=1e6", .d2f)).lines
    // There f″ is −βz·H′ at z = 1, deepest at −β/(2αe).
    #expect(try #require(uniform.joined().map(\.y).min()) < -0.99 * 1e6 / 4 / 2.71828)
  }

  @Test func farRangesAndTinyOnesAreSampled() throws {
    for domain in [-1e308...1e308, 1...1 + 1e-12, -1e-300...1e-300, 1e6...2e6] {
      for name in ["gelu", "heaviside", "form5", "gennorm"] {
        let segments = Sampler(domain: domain).graph(of: try trace(name, .f)).lines
        let samples = Array(segments.joined())
        #expect(samples.first?.x == domain.lowerBound)
        #expect(samples.last?.x == domain.upperBound)
        #expect(samples.allSatisfy { $0.y.isFinite })
        #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.x < $1.x })
      }
    }
  }

  @Test func gridsHoldRoundNumbers() {
    let grid = Grid(-5...5, count: 1001)
    #expect(grid.points(1..<2) == [-4.99])
    #expect(grid.points(500..<501) == [0])
    #expect(grid.points(0..<1001).last == 5)
    #expect(Grid(-1e308...1e308, count: 3).points(0..<3) == [-1e308, 0, 1e308])
  }

  @Test("Where rounding makes two pieces equal at some doubles, there is one jump")
  func jumpOfSomeDoubles() throws {
    let function = try Function(parsing: "max(x, max(2.61 - x, 1.96))")
    let jumps = Sampler(domain: -2.394...3.928).graph(of: Trace(function, .df)).jumps
    #expect(jumps.map(\.left) == [-1, 0] && jumps.map(\.right) == [0, 1])
    #expect(jumps.map(\.value) == [-0.5, 0.5])
  }
}
