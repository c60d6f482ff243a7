import Foundation
import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

/// Sampling for pictures whose axes are logarithmic.
@Suite struct BentSamplingTests {
  private let logarithm = Transform.log

  private func trace(_ name: String, _ quantity: Quantity = .f) throws -> Trace {
    Trace(try Function(parsing: name), quantity)
  }

  /// The largest distance of the graph from its polyline in pixels, where a step is wide enough to be seen.
  private func deviation(_ segments: [[Point]], of trace: Trace, _ sampler: Sampler) throws
    -> Double
  {
    let identity = Transform.linear
    let (xTransform, yTransform) = (sampler.xTransform ?? identity, sampler.yTransform ?? identity)
    let ys = segments.joined().map { yTransform.forward($0.y) }
    let height = max(try #require(ys.max()) - #require(ys.min()), 1e-9)
    let width =
      xTransform.forward(sampler.domain.upperBound) - xTransform.forward(sampler.domain.lowerBound)
    func placed(_ point: Point) -> Point {
      Point(
        x: xTransform.forward(point.x) * 1600 / width,
        y: yTransform.forward(point.y) * 1000 / height)
    }
    var largest = 0.0
    for segment in segments {
      for (a, b) in zip(segment, segment.dropFirst()) {
        let (start, end) = (xTransform.forward(a.x), xTransform.forward(b.x))
        if (end - start) * 1600 / width < 0.2 { continue }
        for t in [0.21, 0.5, 0.83] {
          let x = xTransform.inverse(start + t * (end - start))
          let distance = placed(Point(x: x, y: trace.value(at: x)))
            .distance(fromChord: placed(a), placed(b))
          largest = max(largest, distance)
        }
      }
    }
    return largest
  }

  @Test(arguments: ["gelu", "swish", "mish", "softplus", "form5", "gennorm", "tanh", "elu", "relu"])
  func thePolylineIsTrueOverAllDecades(name: String) throws {
    let sampler = Sampler(domain: 1e-6...1e3, xTransform: logarithm, yTransform: logarithm)
    for quantity in [Quantity.f, .df] {
      let trace = try trace(name, quantity)
      let segments = sampler.graph(of: trace).lines
      #expect(segments.count == 1)
      #expect(segments.first?.first?.x == 1e-6)
      // tanh′ has fallen to 0 at 1000, which is not on the axis.
      #expect(segments.last?.last?.x == 1e3 || trace.value(at: 1e3) == 0)
      #expect(try deviation(segments, of: trace, sampler) < 0.25)
      #expect(segments.joined().count < 700)
    }
  }

  @Test func tailsAreTrueDownToTheSmallestNumbers() throws {
    let gate = try trace("gelu", .gate)
    let sampler = Sampler(domain: -40...5, yTransform: logarithm)
    let segments = sampler.graph(of: gate).lines
    let first = try #require(segments.first?.first)
    #expect(first.y < .leastNormalMagnitude && first.x > -39)
    #expect(try deviation(segments, of: gate, sampler) < 0.25)
  }

  @Test func errorsFallTowardsTheirZerosDownToTheAxis() throws {
    let error = Trace(try trace("gelu_tanh"), minus: try trace("gelu")).magnitude
    let sampler = Sampler(domain: -5...5, yTransform: logarithm)
    let segments = sampler.graph(of: error, seeing: 1e-12...1e-3).lines
    let ys = segments.joined().map(\.y)
    for zero in [-1.89 ... -1.88, -0.01...0.01, 1.88...1.89] {
      let dip = segments.joined().filter { zero.contains($0.x) }.map(\.y).min()
      #expect(try #require(dip) < 1e-12)
    }
    #expect(ys.allSatisfy { $0 > 1e-14 })
    #expect(ys.count < 1500)
  }

  @Test func valuesThatTheAxisDoesNotShowInterruptTheLine() throws {
    let xs = Sampler(domain: -5...5, yTransform: logarithm)
      .graph(of: try trace("gelu"), seeing: 1e-6...5).lines.joined()
      .map(\.x)
    #expect(try #require(xs.min()) > 0)
    #expect(try #require(xs.min()) < 1e-3)
    let none = Sampler(domain: -5 ... -1, yTransform: logarithm).graph(of: try trace("gelu")).lines
    #expect(none.isEmpty)
  }

  @Test func aGridIsEvenOnTheAxis() throws {
    let sampler = Sampler(domain: 1e-2...1e2, count: 5, xTransform: logarithm)
    let xs = sampler.graph(of: try trace("gelu")).lines.joined().map(\.x)
    #expect(xs.count == 5)
    for (x, expected) in zip(xs, [1e-2, 1e-1, 1, 10, 100]) {
      #expect(abs(x / expected - 1) < 1e-12)
    }
    #expect(xs.first == 1e-2 && xs.last == 1e2)
  }

  @Test func theLongestDomainsAreSampled() throws {
    for domain in [
      .leastNonzeroMagnitude ... .greatestFiniteMagnitude, 1...1.0.nextUp,
      .leastNonzeroMagnitude...(2 * .leastNonzeroMagnitude),
    ] as [ClosedRange<Double>] {
      for name in ["gelu", "relu", "gennorm"] {
        let sampler = Sampler(domain: domain, xTransform: logarithm, yTransform: logarithm)
        let samples = Array(sampler.graph(of: try trace(name, .df)).lines.joined())
        #expect(samples.first?.x == domain.lowerBound)
        #expect(samples.last?.x == domain.upperBound)
        #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.x < $1.x })
      }
    }
  }
}
