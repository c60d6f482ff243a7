import Foundation
import Testing

@testable import Activations
@testable import Analysis
@testable import Formulas

/// Sampling for pictures whose axes are logarithmic.
@Suite struct BentSamplingTests {
  private let logarithm = Transform(forward: { $0 > 0 ? log($0) : .nan }, inverse: { exp($0) })

  private func trace(_ name: String, _ quantity: Quantity = .f) throws -> Trace {
    Trace(try Function(parsing: name), quantity)
  }

  /// The largest distance of the graph from its polyline in pixels, where a step is wide enough to be seen.
  private func deviation(_ segments: [[Point]], of trace: Trace, _ sampler: Sampler) throws
    -> Double
  {
    let identity = Transform(forward: { $0 }, inverse: { $0 })
    let (xTransform, yTransform) = (sampler.xTransform ?? identity, sampler.yTransform ?? identity)
    let ys = segments.joined().map { yTransform.forward($0.y) }
    let height = max(try #require(ys.max()) - #require(ys.min()), 1e-9)
    let width =
      xTransform.forward(sampler.domain.upperBound) - xTransform.forward(sampler.domain.lowerBound)
    let flatness = Flatness(
      perX: 1600 / width, perY: 1000 / height, tolerance: 0, xTransform: sampler.xTransform,
      yTransform: sampler.yTransform)
    var largest = 0.0
    for segment in segments {
      for (a, b) in zip(segment, segment.dropFirst()) {
        let (start, end) = (xTransform.forward(a.x), xTransform.forward(b.x))
        if (end - start) * 1600 / width < 0.2 { continue }
        for t in [0.21, 0.5, 0.83] {
          let x = xTransform.inverse(start + t * (end - start))
          let distance = flatness.distance(
            of: Point(x: x, y: trace.value(at: x)), fromChord: a, b)
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
      let segments = sampler.segments(of: trace)
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
    let segments = sampler.segments(of: gate)
    let first = try #require(segments.first?.first)
    #expect(first.y < .leastNormalMagnitude && first.x > -39)
    #expect(try deviation(segments, of: gate, sampler) < 0.25)
  }

  @Test func errorsFallTowardsTheirZerosAndNoFurtherThanCanBeSeen() throws {
    let error = Trace(try trace("gelu_tanh"), minus: try trace("gelu")).magnitude
    let sampler = Sampler(domain: -5...5, yTransform: logarithm)
    let segments = sampler.segments(of: error)
    #expect(try deviation(segments, of: error, sampler) < 0.25)
    let ys = segments.joined().map(\.y)
    // The zero at 1.883 is met within a thousandth of the width; beside that at 0 the error is of third order.
    let dip = segments.joined().filter { (1.88...1.89).contains($0.x) }.map(\.y).min()
    #expect(try #require(dip) < 1e-6)
    // 4.6e-17 where the nearest visible point to 0 stands, 0.0006 from it.
    #expect(try (1e-17...1e-15).contains(#require(ys.min())))
    #expect(ys.allSatisfy { $0 > 0 })
    #expect(ys.count < 1500)
  }

  @Test func valuesThatTheAxisDoesNotShowInterruptTheLine() throws {
    let xs = Sampler(domain: -5...5, yTransform: logarithm).segments(of: try trace("gelu")).joined()
      .map(\.x)
    #expect(try #require(xs.min()) > 0)
    #expect(try #require(xs.min()) < 1e-3)
    let none = Sampler(domain: -5 ... -1, yTransform: logarithm).segments(of: try trace("gelu"))
    #expect(none.isEmpty)
  }

  @Test func aGridIsEvenOnTheAxis() throws {
    let sampler = Sampler(domain: 1e-2...1e2, count: 5, xTransform: logarithm)
    let xs = sampler.segments(of: try trace("gelu")).joined().map(\.x)
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
        let samples = Array(sampler.segments(of: try trace(name, .df)).joined())
        #expect(samples.first?.x == domain.lowerBound)
        #expect(samples.last?.x == domain.upperBound)
        #expect(zip(samples, samples.dropFirst()).allSatisfy { $0.x < $1.x })
      }
    }
  }
}
