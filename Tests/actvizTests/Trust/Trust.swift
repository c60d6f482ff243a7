import Activations

/// How far what is drawn is from what is true.
struct Trust {
  /// What is wrong with a picture.
  struct Fault: Comparable {
    enum Kind: String {
      case missing = "a true point without a line"
      case untrue = "a line where the curve is not"
      case joined = "a line across a break"
      case broken = "a gap where the curve goes on"
      case dotless = "a jump without its dots"
      case dot = "a dot where no jump is"
      case band = "a band of another height"
      case error = "no picture"
    }

    let kind: Kind
    /// In pixels; infinite where nothing is near.
    let distance: Double
    /// In pixels from the left.
    let x: Double
    let y: Double

    static func < (a: Fault, b: Fault) -> Bool { a.distance < b.distance }
  }

  /// How far a point may be away, in pixels.
  static let limit = 0.5

  let known: TrustCase
  let drawn: DrawnCurve
  /// The true curve, and what may stand alone besides: the value at a jump, and the mean of its sides.
  private var truth = PixelLines()
  private var dots = PixelLines()

  init(_ known: TrustCase) throws {
    self.known = known
    drawn = try DrawnCurve(known.arguments)
    for window in known.windows where window.to > window.from {
      for piece in window.pieces { truth.add(Self.points(piece)) }
    }
    for place in known.breaks {
      let sides = place.heights.map { $0.map { Double($0) / 1000 } }
      let mean = sides[0].flatMap { left in sides[1].map { (left + $0) / 2 } }
      for case let height? in sides + [mean] {
        let point = Point(x: Double(place.x) / 1000, y: height)
        dots.add(point, point)
      }
    }
  }

  private static func points(_ flat: [Int]) -> [Point] {
    stride(from: 0, to: flat.count - 1, by: 2).map {
      Point(x: Double(flat[$0]) / 1000, y: Double(flat[$0 + 1]) / 1000)
    }
  }

  /// The worst fault of each kind; none where the picture is true.
  var faults: [Fault] {
    let all = missing + untrue + breaks + dotsAtJumps + known.columns.compactMap(band)
    return Dictionary(grouping: all, by: \.kind).values.compactMap { $0.max() }.sorted(by: >)
  }

  // MARK: Both ways

  private var missing: [Fault] {
    known.windows.flatMap { window in
      window.pieces.flatMap { piece -> [Fault] in
        Self.walk(Self.points(piece)).compactMap { point in
          guard Self.isSeen(point) else { return nil }
          let distance = drawn.distance(point)
          return distance > Self.limit
            ? Fault(kind: .missing, distance: distance, x: point.x, y: point.y) : nil
        }
      }
    }
  }

  /// The points of a line, and between them some at most a pixel apart.
  private static func walk(_ points: [Point]) -> [Point] {
    zip(points, points.dropFirst()).flatMap { a, b -> [Point] in
      guard let part = PixelLines.clipped(a, b, room: (0, 0)) else { return [] }
      let count = max(1, Int(max(abs(part.b.x - part.a.x), abs(part.b.y - part.a.y)).rounded(.up)))
      return (0..<count).map { Self.between(part, Double($0) / Double(count)) } + [part.b]
    } + points.suffix(1)
  }

  private static func between(_ segment: PixelLines.Segment, _ t: Double) -> Point {
    Point(
      x: segment.a.x + (segment.b.x - segment.a.x) * t,
      y: segment.a.y + (segment.b.y - segment.a.y) * t)
  }

  static func isSeen(_ point: Point) -> Bool {
    0 <= point.x && point.x <= PixelLines.width && 0 <= point.y && point.y <= PixelLines.height
  }

  private var untrue: [Fault] {
    var faults: [Fault] = []
    for window in known.windows where window.to > window.from {
      // At the ends of a window the curve outside may be the nearest.
      let low = Double(window.from) / 1000 + (window.from == 0 ? 0 : 0.6)
      let high = Double(window.to) / 1000 - (window.to == 1_600_000 ? 0 : 0.6)
      for segment in drawn.lines.near(low, high) {
        guard let part = PixelLines.clipped(segment.a, segment.b, room: (0, 0)) else { continue }
        let length = PixelLines.distance(part.a, .init(a: part.b, b: part.b))
        var along = 0.0
        // No point is skipped that could be too far: the distance changes no faster than the place.
        while along <= length {
          let point = Self.between(part, length > 0 ? along / length : 0)
          var step = 0.1
          if low <= point.x, point.x <= high {
            let isDot = segment.a == segment.b
            let distance = min(truth.distance(point), isDot ? dots.distance(point) : .infinity)
            if distance > Self.limit {
              faults.append(Fault(kind: .untrue, distance: distance, x: point.x, y: point.y))
              step = 1
            } else {
              step = max(step, Self.limit - distance)
            }
          }
          along += step
        }
      }
    }
    return faults
  }

  // MARK: Breaks and bands

  private var breaks: [Fault] {
    let places = known.breaks.map { (x: Double($0.x) / 1000, kind: $0.kind) }
    var faults: [Fault] = []
    for (index, piece) in drawn.pieces.enumerated() where piece.count > 1 {
      for end in [piece[0], piece[piece.count - 1]] {
        let isInside =
          end.x > 0.6 && end.x < PixelLines.width - 0.6 && end.y > 0.6
          && end.y < PixelLines.height - 0.6
        guard isInside, !places.contains(where: { abs($0.x - end.x) <= Self.limit }),
          !isTouched(end, butBy: index)
        else { continue }
        faults.append(Fault(kind: .broken, distance: .infinity, x: end.x, y: end.y))
      }
      for place in places where place.kind == .must {
        for (a, b) in zip(piece, piece.dropFirst()) {
          guard a.x < place.x - 1e-3, b.x > place.x + 1e-3,
            PixelLines.clipped(a, b, room: (0, 0)) != nil
          else { continue }
          faults.append(Fault(kind: .joined, distance: .infinity, x: place.x, y: a.y))
        }
      }
    }
    return faults
  }

  /// Whether another piece or an area goes on where one ends.
  private func isTouched(_ end: Point, butBy index: Int) -> Bool {
    func isNear(_ points: [Point], _ limit: Double) -> Bool {
      zip(points, points.dropFirst() + points.suffix(1)).contains { a, b in
        PixelLines.distance(end, PixelLines.Segment(a: a, b: b)) <= limit
      }
    }
    return drawn.pieces.enumerated().contains { $0.offset != index && isNear($0.element, 0.1) }
      || drawn.isFilled(end) || drawn.areas.contains { isNear($0 + $0.prefix(1), Self.limit) }
  }

  /// What a column shows that it should not, or does not show.
  private func band(_ column: [Int]) -> Fault? {
    let x = Double(column[0])
    let heights = column.dropFirst().map { min(max(Double($0) / 1000, 0), PixelLines.height) }
    let (inner, outer) = (covered(x, x + 1), covered(x - 0.5, x + 1.5))
    guard let low = outer.first?.lowerBound, let high = outer.last?.upperBound else {
      return heights[0] < heights[1]
        ? Fault(kind: .band, distance: .infinity, x: x, y: heights[0]) : nil
    }
    let gaps = zip(outer, outer.dropFirst()).map { a, b -> Double in
      // A gap counts as far as the curve is in it.
      (min(b.lowerBound, heights[1]) - max(a.upperBound, heights[0])) / 2
    }
    var errors = [low - heights[0], heights[1] - high] + gaps
    if let least = inner.first?.lowerBound, let most = inner.last?.upperBound {
      errors += [heights[2] - least, most - heights[3]]
    }
    let worst = errors.max() ?? 0
    return worst > Self.limit ? Fault(kind: .band, distance: worst, x: x, y: heights[0]) : nil
  }

  /// What is covered of a stretch of columns, as separate ranges of y from below, within the panel.
  private func covered(_ low: Double, _ high: Double) -> [ClosedRange<Double>] {
    var ranges = drawn.lines.near(low, high).compactMap { segment -> ClosedRange<Double>? in
      guard let part = Self.part(of: segment, low, high) else { return nil }
      return Self.range(part.a.y, part.b.y)
    }
    for area in drawn.areas {
      let edges = zip(area, area.dropFirst() + area.prefix(1)).compactMap { a, b in
        Self.part(of: PixelLines.Segment(a: a, b: b), low, high)
      }
      let ys = edges.flatMap { [$0.a.y, $0.b.y] }
      if let least = ys.min(), let most = ys.max() {
        Self.range(least, most).map { ranges.append($0) }
      }
    }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }

  private static func range(_ a: Double, _ b: Double) -> ClosedRange<Double>? {
    let (low, high) = (max(min(a, b), 0), min(max(a, b), PixelLines.height))
    return low <= high ? low...high : nil
  }

  private static func part(of segment: PixelLines.Segment, _ low: Double, _ high: Double)
    -> PixelLines.Segment?
  {
    let (a, b) = segment.a.x <= segment.b.x ? (segment.a, segment.b) : (segment.b, segment.a)
    guard a.x <= high, b.x >= low else { return nil }
    guard b.x > a.x else { return PixelLines.Segment(a: a, b: b) }
    func at(_ x: Double) -> Point {
      Point(x: x, y: a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x)))
    }
    return PixelLines.Segment(a: at(max(a.x, low)), b: at(min(b.x, high)))
  }
}
