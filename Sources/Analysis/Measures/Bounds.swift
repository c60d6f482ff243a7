import Activations

/// How high and low a graph goes over a domain of any size, and its integrals: between its poles, jumps and edges.
struct Bounds {
  private let trace: Trace
  private let slope: Trace?
  private let domain: ClosedRange<Double>
  private let solid: Solid
  /// Where each piece is looked at first; nil for what that is unless there is a reason.
  private let chosen: [[Double]]?

  /// The bounds of a graph whose exact slope is given; without one its extrema are searched for by values alone.
  init(_ trace: Trace, slope: Trace?, over domain: ClosedRange<Double>) {
    self.init(trace, slope: slope, over: domain, Solid(trace, over: domain), knots: nil)
  }

  /// The bounds of a graph that breaks nowhere but where it says so itself.
  init(plain trace: Trace, slope: Trace, over domain: ClosedRange<Double>) {
    self.init(trace, slope: slope, over: domain, Solid(plain: trace, over: domain), knots: nil)
  }

  /// The bounds of a graph that was cut already, looked at where somebody knows to look.
  init(
    _ trace: Trace, slope: Trace?, over domain: ClosedRange<Double>, _ solid: Solid,
    knots: [[Double]]?
  ) {
    (self.trace, self.slope, self.domain) = (trace, slope, domain)
    (self.solid, chosen) = (solid, knots)
  }

  /// The largest value and where it is, or with `sign` −1 the smallest; of equal ones the leftmost.
  ///
  /// It is infinite at a pole of that sign, and where the value overflows.
  func maximum(sign: Double = 1) -> Extremum { maximum(sign: sign, at: knots) }

  private var knots: [[Double]] {
    chosen
      ?? solid.pieces.map { trace.scaledKnots(over: $0.range, of: domain, count: 1024) }
  }

  private func maximum(sign: Double, at knots: [[Double]]) -> Extremum {
    let wanted = sign < 0 ? -1 : 1
    let pole = solid.breaks.first {
      $0.left == .pole(sign: wanted) || $0.right == .pole(sign: wanted)
    }
    if let pole { return Extremum(x: pole.x, value: sign * .infinity, isAttained: false) }
    var best = Extremum(x: domain.lowerBound, value: -.infinity)
    for (piece, knots) in zip(solid.pieces, knots) {
      let top =
        slope.map {
          trace.maximum(over: piece.range, slope: $0, sign: sign, knots: knots)
        } ?? trace.summit(sign: sign, knots: knots)
      // A rounding error is no reason to prefer the mirror image on the right.
      let margin = abs(best.value) * 0x1p-36
      if sign * top.value > best.value + (margin.isFinite ? margin : 0) {
        best = Extremum(x: place(top.x), value: sign * top.value)
      }
    }
    guard best.value > -.infinity else { return Extremum(x: .nan, value: .nan) }
    best = top(of: best, sign)
    // No minimum is minus zero.
    return Extremum(x: best.x, value: sign * best.value + 0)
  }

  /// The middle of a top so level that its left end counts for as high: a place the graph tells of that is higher, with nothing
  /// lower between.
  private func top(of best: Extremum, _ sign: Double) -> Extremum {
    guard best.value.isFinite else { return best }
    let centers = (trace.landmarks + trace.corners + [0]).filter(domain.contains)
    let values = trace.values(centers).map { $0 * sign }
    let higher = zip(centers, values).filter { $1 > best.value && $1.isFinite }
    guard let top = higher.max(by: { $0.1 < $1.1 }) else { return best }
    let between = [0.2, 0.5, 0.8, 0.95].map { best.x * (1 - $0) + top.0 * $0 }
    let isOne = trace.values(between).allSatisfy { $0 * sign >= best.value }
    return isOne ? Extremum(x: top.0, value: top.1) : best
  }

  /// The place of a break of which a point is the last double.
  private func place(_ x: Double) -> Double {
    solid.breaks.first { $0.place.contains(x) }?.x ?? x
  }

  /// Whether there is a pole at a place.
  func hasPole(at x: Double) -> Bool {
    solid.breaks.contains { $0.x == x && $0.kind == .pole }
  }

  /// The supremum of the absolute value and where it is; of equal ones the leftmost.
  func supremum() -> Extremum {
    let knots = knots
    let (high, low) = (maximum(sign: 1, at: knots), maximum(sign: -1, at: knots))
    let margin = high.value.isFinite ? 0x1p-36 * abs(high.value) : 0
    let isTie =
      abs(high.value) == abs(low.value) || abs(abs(high.value) - abs(low.value)) <= margin
    let isHigh = isTie ? high.x < low.x : abs(high.value) > abs(low.value)
    let extremum = isHigh ? high : low
    return Extremum(x: extremum.x, value: abs(extremum.value), isAttained: extremum.isAttained)
  }

  /// ∫ y²·weight over the domain; infinite where a pole is too steep.
  func integralOfSquare(weight: (Double) -> Double = { _ in 1 }) -> Double {
    if hasEndlessSquare { return .infinity }
    let ends = solid.pieces.flatMap(poleEnds)
    return solid.pieces.reduce(ends.reduce(0) { $0 + $1.square * weight($1.x) }) { sum, piece in
      sum
        + Quadrature.integral(over: squareKnots(piece)) { xs in
          zip(xs, trace.values(xs)).map { $1 * $1 * weight($0) }
        }
    }
  }

  /// ∫ (y/unit)² over the domain with its error, where the values of some points are slow to be had: between those the integral
  /// is taken only where it counts.
  func square(in unit: Double, isSlow: ([Double]) -> [Bool]) -> Quadrature.Estimate {
    let squares: ([Double]) -> [Double] = { xs in
      trace.values(xs).map { ($0 / unit) * ($0 / unit) }
    }
    var (sum, slow) = (Quadrature.Estimate(), [ClosedRange<Double>]())
    for piece in solid.pieces {
      sum.integral += poleEnds(piece).reduce(0) { $0 + $1.square / unit / unit }
      let knots = squareKnots(piece)
      let doubts = isSlow(knots)
      for run in Self.runs(of: doubts) {
        let xs = Array(knots[run.range])
        if run.isSlow {
          slow += Self.octaves(xs)
        } else {
          sum += Quadrature.estimate(over: xs, most: Self.most, of: squares)
        }
      }
    }
    let sizes = slow.map { cell -> Double in
      let (low, high) = (cell.lowerBound, cell.upperBound)
      return (squares([low, low / 2 + high / 2]).max() ?? 0) * (high / 2 - low / 2)
    }
    let total = sum.integral + sizes.reduce(0, +)
    for (cell, size) in zip(slow, sizes) where size > 1e-13 * total {
      sum += Quadrature.estimate(
        over: [cell.lowerBound, cell.upperBound], levels: 6, share: 1e-11,
        floor: { 1e-12 * total }, most: 64, of: squares)
    }
    return sum
  }

  /// How many intervals may wait for being halved, of a wave over many periods.
  private static let most = 32_768

  private static func runs(of doubts: [Bool]) -> [(range: ClosedRange<Int>, isSlow: Bool)] {
    var runs: [(range: ClosedRange<Int>, isSlow: Bool)] = []
    for index in doubts.indices.dropLast() {
      let isSlow = doubts[index] || doubts[index + 1]
      if let last = runs.last, last.isSlow == isSlow {
        runs[runs.count - 1].range = last.range.lowerBound...index + 1
      } else {
        runs.append((index...index + 1, isSlow))
      }
    }
    return runs
  }

  /// Cells of an octave or so between the ends of a list, and of more far out.
  private static func octaves(_ xs: [Double]) -> [ClosedRange<Double>] {
    guard let first = xs.first, let last = xs.last else { return [] }
    let width = last / 4 - first / 4
    var (cells, low) = ([ClosedRange<Double>](), first)
    for x in xs.dropFirst() {
      let (small, large) = (min(x.magnitude, low.magnitude), max(x.magnitude, low.magnitude))
      let ratio = small > 0x1p64 ? 250 : 1.9
      guard x == last || x.sign != low.sign || large > ratio * small || x - low > 1.04 * width
      else { continue }
      cells.append(low...x)
      low = x
    }
    return cells
  }

  private func squareKnots(_ piece: SolidPiece) -> [Double] {
    var knots = trace.scaledKnots(over: piece.range, of: domain, count: 16)
    knots += ladder(piece.left, 1, piece.range) + ladder(piece.right, -1, piece.range)
    let ends = poleEnds(piece)
    let low = ends.first { $0.isLeft }?.x ?? piece.range.lowerBound
    let high = ends.first { !$0.isLeft }?.x ?? piece.range.upperBound
    return (knots + [low, high]).filter { $0 >= low && $0 <= high }.sortedOnce()
  }

  /// Whether the square cannot be integrated over a pole.
  var hasEndlessSquare: Bool {
    solid.breaks.contains { !((growth($0, -1) ?? 0) < 0.499 && (growth($0, 1) ?? 0) < 0.499) }
  }

  /// With which power of the distance the graph grows towards a pole from one side; nil where there is none.
  private func growth(_ place: Break, _ side: Double) -> Double? {
    guard case .pole = side < 0 ? place.left : place.right else { return nil }
    let unit = side * (place.x == 0 ? 0x1p-60 : place.x.magnitude * 0x1p-20)
    let ys = trace.values([place.x + unit * 0x1p-20, place.x + unit]).map(abs)
    return Libm.log(ys[0] / ys[1]) / (20 * 0.6931471805599453)
  }

  /// The integral of the square between a pole and a point so near to it that doubles hardly go nearer: that of a power.
  private func poleEnds(_ piece: SolidPiece) -> [(x: Double, square: Double, isLeft: Bool)] {
    [(piece.left, 1.0), (piece.right, -1.0)].compactMap { place, side in
      guard let place, let power = growth(place, side), power < 0.499 else { return nil }
      let step = place.x == 0 ? 0x1p-200 : max(place.x.magnitude * 0x1p-40, 0x1p-1000)
      let x = place.x + side * step
      guard piece.range.contains(x) else { return nil }
      let y = trace.value(at: x)
      return (x, y * y * step / (1 - 2 * power), side > 0)
    }
  }

  /// Points ever nearer to a break.
  private func ladder(
    _ place: Break?, _ side: Double, _ piece: ClosedRange<Double>
  ) -> [Double] {
    guard let place else { return [] }
    let half = min(1, piece.upperBound / 2 - piece.lowerBound / 2)
    return (1...(place.x == 0 ? 200 : 50)).map {
      place.x + side * half * Double(sign: .plus, exponent: -$0, significand: 1)
    }.filter { piece.contains($0) }
  }
}

extension Trace {
  /// The largest value of some knots, and of what lies between the neighbours of the highest, by values alone.
  fileprivate func summit(sign: Double, knots: [Double]) -> Extremum {
    let peaks = Peaks(knots) { xs in values(xs).map { $0.isNaN ? -.infinity : sign * $0 } }
    guard let x = peaks.xs.first else {
      return Extremum(x: knots.first ?? .nan, value: -.infinity)
    }
    let top = value(at: x)
    // Values tell half of the digits of a place: within them one that the graph itself tells of is the place.
    let known = (landmarks + corners).first {
      abs($0 - x) <= 1e-7 * max(1, abs(x)) && sign * value(at: $0) >= sign * top - 4 * top.ulp
    }
    return known.map { Extremum(x: $0, value: value(at: $0)) } ?? Extremum(x: x, value: top)
  }
}
