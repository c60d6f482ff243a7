import Activations

/// Finds where a trace is 0 on a piece over which it goes on.
struct ZeroSearch {
  private let trace: Trace
  private let slope: Trace?
  private let certainty: Certainty?
  private let axis: PixelAxis

  init(_ trace: Trace, slope: Trace?, certainty: Certainty?, axis: PixelAxis) {
    self.axis = axis
    self.trace = trace
    self.slope = slope
    self.certainty = certainty
  }

  /// A zero and the nearest knots on both sides at which the value is not 0.
  private typealias Zero = (x: Double, left: Int, right: Int)

  /// Zeros that stand alone among knots: where the sign changes, and where it does not.
  func zeros(at xs: [Double]) -> [Double] {
    let ys = trace.values(xs)
    return zeros(xs, ys).map(\.x) + touched(xs, ys)
  }

  /// Where the sign changes, but for what is 0 up to rounding all around and changes it at random.
  func crossings(at xs: [Double]) -> [Double] {
    zeros(xs, trace.values(xs)).filter {
      sign(of: xs[...$0.left].reversed()) * sign(of: xs[$0.right...]) < 0
    }.map(\.x)
  }

  /// The sign of the first of some points at which it is certain; 0 where none of the nearest is.
  func sign(of xs: some Sequence<Double>) -> Int {
    for x in xs.prefix(Self.patience) {
      guard let certainty else { return trace.value(at: x) > 0 ? 1 : -1 }
      let range = certainty.over(x...x).range
      if range.isEmpty { return 0 }
      if !range.contains(0) { return range.low > 0 ? 1 : -1 }
    }
    return 0
  }

  /// How many points are asked: those of a ladder towards a place where nothing is certain.
  private static let patience = 40

  private func zeros(_ xs: [Double], _ ys: [Double]) -> [Zero] {
    let known = ys.indices.filter { ys[$0].magnitude > 0 }
    return zip(known, known.dropFirst()).compactMap { i, j in
      let x =
        j == i + 1
        ? crossing(Point(x: xs[i], y: ys[i]), Point(x: xs[j], y: ys[j]))
        : middle(xs[i + 1..<j], ys[i + 1..<j])
      return x.map { ($0, i, j) }
    }
  }

  /// The zero of a run of knots at which the value is 0: where rounding has made several of one, in their middle; nil where
  /// it is a stretch.
  private func middle(_ xs: ArraySlice<Double>, _ ys: ArraySlice<Double>) -> Double? {
    guard let first = xs.first, let last = xs.last, last - first <= pixel(at: first) / 2,
      ys.allSatisfy({ $0 == 0 })
    else { return nil }
    let known = (trace.corners + trace.landmarks).first { $0 >= first && $0 <= last }
    return known ?? xs[(xs.startIndex + xs.endIndex - 1) / 2]
  }

  private func crossing(_ a: Point, _ b: Point) -> Double? {
    guard (a.y > 0) != (b.y > 0), changes(a.x, b.x) == 1, let x = nearestZero(between: a.x, b.x)
    else { return nil }
    // What oscillates faster than pixels has more zeros than could be told.
    let half = pixel(at: x) / 2
    return changes(x - half, x + half) <= 4 ? x : nil
  }

  /// The width of a pixel at a place, in data units.
  func pixel(at x: Double) -> Double {
    let u = axis.position(x)
    return abs(axis.value(at: u < axis.length / 2 ? u + 1 : u - 1) - x)
  }

  /// How often the sign changes between two points, as far as some between them tell.
  private func changes(_ a: Double, _ b: Double) -> Int {
    let xs = (0...24).map { k -> Double in
      let turn = Double(k) * 0.6180339887498949
      let share = k == 0 ? 0 : k == 24 ? 1 : (Double(k) + turn - turn.rounded(.down) - 0.5) / 24
      return a * (1 - share) + b * share
    }
    let signs = trace.values(xs).filter { $0.magnitude > 0 }
    return zip(signs, signs.dropFirst()).filter { ($0 > 0) != ($1 > 0) }.count
  }

  /// The one of two neighbouring doubles around a sign change that is nearer to zero; nil where the graph leaps
  /// from one sign to the other, as over a pole.
  private func nearestZero(between a: Double, _ b: Double) -> Double? {
    let x = trace.zero(between: a, b)
    let sizes = trace.values([a, b, x, x.nextUp]).map(abs)
    if sizes[2] == 0 { return x }
    let goesOn =
      sizes[2] + sizes[3] < Self.leap * (sizes[0] + sizes[1])
      || certainty?.over(x...x.nextUp).isTame == true
    return goesOn ? (sizes[3] < sizes[2] ? x.nextUp : x) : nil
  }

  /// Between neighbouring doubles no graph that is continuous falls by so large a share of what it falls in all, but for
  /// the steepest.
  private static let leap = 0.001

  // MARK: Zeros without a change of sign

  /// Where the trace comes to 0 and turns back, of which points between the knots tell nothing.
  private func touched(_ xs: [Double], _ ys: [Double]) -> [Double] {
    ys.indices.dropFirst().dropLast().compactMap { k -> Double? in
      let sizes = [ys[k - 1], ys[k], ys[k + 1]].map(abs)
      let isDip = sizes[1] > 0 && sizes[1] <= min(sizes[0], sizes[2])
      guard isDip, sizes[1] <= 0.4 * max(sizes[0], sizes[2]), sizes.allSatisfy(\.isFinite),
        (ys[k - 1] > 0) == (ys[k] > 0), (ys[k] > 0) == (ys[k + 1] > 0)
      else { return nil }
      guard let x = bottom(xs[k - 1], xs[k + 1]) else { return nil }
      let y = trace.value(at: x)
      return touches(x, y, beside: (xs[k + 1] - xs[k - 1]) / 2) ? x : nil
    }
  }

  /// Where the trace turns between two points.
  private func bottom(_ a: Double, _ b: Double) -> Double? {
    if let corner = trace.corners.first(where: { a < $0 && $0 < b }) { return corner }
    guard let slope else { return nil }
    let slopes = slope.values([a, b])
    return slopes[0] * slopes[1] < 0 ? slope.zero(between: a, b) : nil
  }

  /// Whether a value is 0 but for rounding: next to nothing beside what is a step away, and intervals do not keep it from 0.
  func touches(_ x: Double, _ y: Double, beside step: Double) -> Bool {
    let around = trace.values([x - step, x + step]).map(abs).filter(\.isFinite)
    guard let least = around.min(), y.magnitude <= 0x1p-40 * least else { return false }
    return certainty?.over(x.nextDown...x.nextUp).range.contains(0) ?? true
  }
}
