import Activations

/// Looks for points that are worth a mark, between the breaks of a trace.
struct FeatureSearch {
  let trace: Trace
  /// Its derivative, exact; nil where it cannot be had.
  let slope: Trace?
  /// The derivative of that.
  let curvature: Trace?
  /// The x-range, in data units.
  let domain: ClosedRange<Double>
  /// How the picture's x-axis is bent; nil for one that is not.
  let transform: Transform?
  /// Where the trace is known not to be smooth, beside what it tells of itself.
  let rough: [Double]
  let solid: SolidPieces

  init(
    _ trace: Trace, slope: Trace?, curvature: Trace?, over domain: ClosedRange<Double>,
    transform: Transform?, rough: [Double]
  ) {
    self.trace = trace
    self.rough = rough
    self.slope = slope
    self.curvature = curvature
    self.domain = domain
    self.transform = transform
    solid = SolidPieces(trace, over: domain, isProved: true)
  }

  /// How many intervals of a domain are searched, one for a pixel or so: what oscillates faster has no points to be told.
  static let intervals = 1600

  /// The points of a kind.
  func places(of feature: Feature) -> [Point] {
    switch feature {
    case .minimum: [extremum(sign: -1)].compactMap(\.self)
    case .maximum: [extremum(sign: 1)].compactMap(\.self)
    // What is left at a zero is a rounding error.
    case .zero: zeros.map { Point(x: $0, y: 0) }
    case .inflection: points(inflections)
    case .kink: kinks
    }
  }

  /// Whether a point is one that was found: at a break there are several above one another, elsewhere values differ by
  /// rounding alone.
  func isOne(_ found: FeaturePoint, _ point: Point) -> Bool {
    if found.x == point.x, found.y == point.y { return true }
    guard abs(found.x - point.x) <= 2 * point.x.ulp else { return false }
    return !solid.breaks(at: point.x) && !solid.breaks(at: found.x)
  }

  private func points(_ xs: [Double]) -> [Point] {
    zip(xs, trace.values(xs)).map { Point(x: $0, y: $1) }
  }

  /// Where the trace is not smooth; at jumps it is the mean of both sides where it has a value there.
  private var kinks: [Point] {
    let seen = (trace.jumps + trace.corners).filter { x in
      !solid.doubtful.contains { $0.contains(x) }
    }
    let told = Set(seen + rough).filter {
      domain.contains($0) && !solid.hasPole(at: $0)
    }
    let found = solid.breaks.filter { place in
      place.kind == .jump && !told.contains { place.place.contains($0) }
    }.compactMap { place -> Point? in
      guard case .limit(let left) = place.left else { return nil }
      return Point(x: place.x, y: place.value ?? left)
    }
    return points(told.sorted()).map { touches($0.x, $0.y) ? Point(x: $0.x, y: 0) : $0 } + found
  }

  /// The zeros, those at ends of what is defined too.
  private var zeros: [Double] {
    let search = zeroSearch
    let inside = solid.pieces.flatMap { piece in
      search.zeros(at: knots(over: piece.range, of: trace))
    }
    let ends = [domain.lowerBound, domain.upperBound].filter { end in
      // One of a stretch of zeros is none.
      !solid.breaks(at: end)
        && trace.values([end.nextDown, end, end.nextUp]).map { $0 == 0 } == [
          false, true, false,
        ]
    }
    let edges = solid.breaks.filter { $0.kind == .edge }.flatMap { place -> [Double] in
      if place.value == 0 { return [place.x] }
      return [place.place.lowerBound, place.place.upperBound].filter { trace.value(at: $0) == 0 }
    }
    let jumps = (trace.jumps + solid.breaks.filter { $0.kind == .jump }.map(\.x)).filter { x in
      domain.contains(x)
        && trace.values([x.nextDown, x, x.nextUp]).map { $0 == 0 } == [false, true, false]
    }
    return Set(inside + ends + edges + jumps).sorted()
  }

  private var zeroSearch: ZeroSearch {
    ZeroSearch(trace, slope: slope, certainty: solid.certainty, axis: axis)
  }

  /// The picture's x-axis, a pixel wide for each interval.
  private var axis: PixelAxis {
    PixelAxis(domain, length: Double(Self.intervals), transform: transform)
  }

  /// Whether a value is 0 but for rounding, at a point where the trace is as near to 0 as it comes.
  private func touches(_ x: Double, _ y: Double) -> Bool {
    zeroSearch.touches(x, y, beside: zeroSearch.pixel(at: x))
  }

  /// Whether the slope jumps at a place; a tangent that stands upright, as that of ∛x, is no corner.
  private func isCorner(at x: Double) -> Bool {
    guard let slope, slope.jumps.contains(x) else { return false }
    let pieces = SolidPieces(slope, over: domain, isProved: true)
    let place = pieces.breaks.first { $0.place.contains(x) }
    guard let place, case .pole = place.left else { return true }
    return place.left != place.right
  }

  /// Where the curvature changes its sign, between points or from one side of its break to the other, unless the
  /// trace breaks there too, or has a corner.
  private var inflections: [Double] {
    guard let curvature else { return [] }
    let bends = SolidPieces(curvature, over: domain)
    let search = ZeroSearch(curvature, slope: nil, certainty: bends.certainty, axis: axis)
    var (found, before, end) = ([Double](), 0, domain.lowerBound)
    for piece in bends.pieces {
      let xs = knots(over: piece.range, of: curvature)
      found += search.crossings(at: xs)
      let sign = search.sign(of: xs)
      // Beside a tangent that stands upright intervals may tell nothing of the curvature.
      let gap = end...max(end, piece.range.lowerBound)
      let known = trace.corners.first { x in
        gap.contains(x) && gap.upperBound - gap.lowerBound < search.pixel(at: x)
      }
      if before * sign < 0, let x = known ?? piece.left?.x, !isCorner(at: x) { found.append(x) }
      let last = search.sign(of: xs.reversed())
      if last != 0 { (before, end) = (last, piece.range.upperBound) }
    }
    return found.filter { !solid.breaks(at: $0) }.sorted()
  }

  /// The points at which a piece is looked at.
  func knots(over piece: ClosedRange<Double>, of trace: Trace) -> [Double] {
    trace.knots(over: piece, of: domain, count: Self.intervals, transform: transform)
  }
}
