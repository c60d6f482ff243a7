import Activations

/// Chooses the points through which a trace is drawn.
///
/// Adaptively: where the graph bends there are many points, where it is straight few, so that the
/// polyline stays within `tolerance` of the graph. Corners are always points; jumps and values that
/// are not finite interrupt the line.
package struct Sampler: Sendable {
  /// The interval to cover, in data units.
  package var domain: ClosedRange<Double>
  /// The size of the picture, in pixels, that the tolerance refers to.
  package var pixels: (width: Double, height: Double)
  /// How far the polyline may stray from the graph, in pixels.
  package var tolerance: Double
  /// The number of points of an even grid to use instead, if any; of more than eight to a pixel those that are seen.
  package var count: Int?
  /// How the picture's x-axis is bent; nil for one that is not.
  package var xTransform: Transform?
  /// How the picture's y-axis is bent; nil for one that is not.
  ///
  /// Values that the axis does not show, such as 0 on a logarithmic one, interrupt the line.
  package var yTransform: Transform?

  /// A sampler for a picture of the given size.
  package init(
    domain: ClosedRange<Double>, pixels: (width: Double, height: Double) = (1600, 1000),
    tolerance: Double = 0.1, count: Int? = nil, xTransform: Transform? = nil,
    yTransform: Transform? = nil
  ) {
    self.domain = domain
    self.pixels = pixels
    self.tolerance = tolerance
    self.count = count
    self.xTransform = xTransform
    self.yTransform = yTransform
  }

  /// The trace as polylines, interrupted at jumps and at values that are not finite.
  package func segments(of trace: Trace) -> [[Point]] {
    let pieces = trace.pieces(of: domain)
    let sampled: [[Point]]
    if let count {
      let grid = xTransform?.grid(domain, count: count) ?? Grid(domain, count: count).all
      sampled = pieces.map { piece in
        let inside = grid.filter { piece.contains($0) }
        let ends = trace.jumps.isEmpty ? [] : [piece.lowerBound, piece.upperBound]
        let corners = trace.corners.filter { piece.contains($0) }
        return samples(of: trace, at: Set(inside + ends + corners).sorted())
      }
    } else {
      sampled = refined(
        pieces.map {
          samples(
            of: trace,
            at: trace.knots(
              over: $0, of: domain, count: knotCount, transform: xTransform, leastStep: leastStep))
        },
        of: trace)
    }
    return sampled.flatMap { $0.split { !$0.y.isFinite }.map { seen(Array($0)) } }
  }

  /// Of a great many points those that a picture can show: the lowest and the highest in every half of a pixel.
  ///
  /// A renderer takes time with the square of how many steep lines cross one another.
  private func seen(_ samples: [Point]) -> [Point] {
    guard Double(samples.count) > 8 * pixels.width, samples.count > 2 else { return samples }
    let columns = 2 * Int(max(pixels.width, 1))
    let inside = envelope(
      Array(samples.dropFirst().dropLast()), over: domain, columns: columns, transform: xTransform)
    return [samples[0]] + inside + [samples[samples.count - 1]]
  }

  private func samples(of trace: Trace, at xs: [Double]) -> [Point] {
    let samples = zip(xs, trace.values(xs)).map { Point(x: $0, y: $1) }
    guard let yTransform else { return samples }
    return samples.map { yTransform.forward($0.y).isFinite ? $0 : Point(x: $0.x, y: .nan) }
  }

  /// Halves intervals until the polyline is true to the graph, then drops the points it can spare.
  private func refined(_ pieces: [[Point]], of trace: Trace) -> [[Point]] {
    var pieces = pieces.map { Piece($0) }
    for _ in 0..<Self.deepest where pieces.contains(where: \.isOpen) {
      let flatness = flatness(of: pieces.map(\.samples))
      for index in pieces.indices where pieces[index].samples.count < Self.most {
        pieces[index].halve(flatness) { samples(of: trace, at: $0) }
      }
    }
    let flatness = flatness(of: pieces.map(\.samples))
    return pieces.map { thinned($0.samples, keeping: Set(trace.corners), flatness) }
  }

  private func flatness(of pieces: [[Point]]) -> Flatness {
    let ys = pieces.joined().lazy.map(\.y).filter(\.isFinite)
    let width = bent(domain, xTransform)
    let height = bent((ys.min() ?? 0)...(ys.max() ?? 0), yTransform)
    return Flatness(
      perX: Self.density(pixels.width, width), perY: Self.density(pixels.height, height),
      tolerance: tolerance, xUnit: width.binaryUnit, yUnit: height.binaryUnit,
      xTransform: xTransform, yTransform: yTransform)
  }

  /// A range on its bent axis.
  private func bent(_ range: ClosedRange<Double>, _ transform: Transform?) -> ClosedRange<Double> {
    guard let transform else { return range }
    let (low, high) = (transform.forward(range.lowerBound), transform.forward(range.upperBound))
    return low <= high ? low...high : 0...0
  }

  /// Pixels to a unit of a range; none where the range is a point.
  private static func density(_ pixels: Double, _ range: ClosedRange<Double>) -> Double {
    let length = range.length(in: range.binaryUnit)
    return length > 0 ? pixels / length : 0
  }

  /// Intervals to begin with; more where an axis may show hundreds of decades, each with its own shape.
  private var knotCount: Int { xTransform == nil && yTransform == nil ? 128 : 512 }

  /// Nearer to a zero, where a logarithm falls without end, nothing is to be seen on an even x-axis.
  private var leastStep: Double {
    guard yTransform != nil, xTransform == nil else { return 0 }
    return (domain.upperBound / pixels.width - domain.lowerBound / pixels.width) * tolerance
  }

  /// How often an interval may be halved: 128 intervals down to 10⁻⁶ of the domain.
  private static let deepest = 13
  /// How many points a piece may have.
  private static let most = 20_000
}
