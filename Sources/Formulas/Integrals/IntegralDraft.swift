import Activations

/// A cell with the function's values on it, before it is known whether they make a short series.
struct IntegralDraft {
  let cell: IntegralCell
  /// The coefficients of g·dx/du.
  private(set) var coefficients: [Double]
  /// How far the series may be from the function, over du.
  private(set) var error = 0.0
  /// Whether nothing but rounding is left of the error.
  private(set) var isResolved = true
  /// Whether more of the error is left than a double's digits, but by the formula's own rounding.
  private(set) var isNoisy = false
  /// ∫|g| dx, roughly where g changes its sign.
  private(set) var magnitude = 0.0
  /// The integral of the negative part, roughly where g changes its sign.
  private(set) var negative = 0.0
  /// The least and the greatest value at the nodes and the ends, with their places.
  private(set) var least: Point
  private(set) var greatest: Point
  /// A point at which the function is no number, or too large for one.
  private(set) var undefined: Point?

  /// - Parameter parentError: The error of the cell that this one is half of, where it is.
  init(
    _ cell: IntegralCell, _ points: ArraySlice<Double>, _ values: ArraySlice<Double>,
    parentError: Double?
  ) {
    self.cell = cell
    var samples = zip(points, values).map { Point(x: $0, y: $1) }
    for index in samples.indices {
      let sample = samples[index]
      guard !((sample.y * cell.weight(at: sample.x)).magnitude < Self.largest) else { continue }
      if undefined == nil || sample.x.magnitude < undefined?.x.magnitude ?? 0 { undefined = sample }
      samples[index].y = 0
    }
    let count = IntegralCell.count
    let weighted = samples.map { $0.y * cell.weight(at: $0.x) }
    let smooth = zip(samples, weighted).map { $1 / cell.edge(at: $0.x) }
    coefficients = Self.coefficients(of: cell, samples.prefix(count).map(\.x), smooth.prefix(count))
    // The ends too: a spike may be seen there alone.
    least = samples.min { $0.y < $1.y } ?? samples[0]
    greatest = samples.max { $0.y < $1.y } ?? samples[0]
    measure(weighted)
    let ends = (count...count + 1).map { smooth[$0] - fitted(at: samples[$0].x) }
    judge(ends, parentError)
  }

  /// The series through values at nodes.
  ///
  /// Far from 0 narrow cells have nodes that no double holds: there the doubles that stand for them count.
  private static func coefficients(
    of cell: IntegralCell, _ xs: [Double], _ values: ArraySlice<Double>
  ) -> [Double] {
    guard cell.rounding > 0x1p-46, cell.rounding < 0x1p-10 else {
      return ChebyshevSeries(through: values).coefficients
    }
    return ChebyshevSeries(through: values, at: xs.map { cell.distanceFromLow($0) - 1 })
      .coefficients
  }

  /// What a product with dx/du may reach without overflowing in a sum.
  private static let largest = 0x1p1018
  /// Below this the digits of g are lost to underflow.
  private static let smallest = 0x1p-1060

  private mutating func measure(_ weighted: [Double]) {
    let nodes = weighted.prefix(IntegralCell.count)
    let step = 2 / Double(IntegralCell.count)
    magnitude = nodes.reduce(0) { $0 + abs($1) } * step
    negative = nodes.reduce(0) { $0 + min($1, 0) } * step
  }

  /// The series at a point of the cell.
  private func fitted(at x: Double) -> Double {
    let u = cell.distanceFromLow(x) - 1
    return coefficients.withUnsafeBufferPointer { c in
      c.baseAddress.map { ChebyshevSeries.value($0, at: u) } ?? 0
    }
  }

  /// Tells from what the series misses at both ends, and from its last terms, whether it is the function.
  private mutating func judge(_ ends: [Double], _ parentError: Double?) {
    let size = max(least.y.magnitude, greatest.y.magnitude)
    guard size > Self.smallest else {
      coefficients = [coefficients[0]] + Array(repeating: 0, count: IntegralCell.count - 1)
      return
    }
    let c = coefficients
    let largest = c.reduce(0) { max($0, $1.magnitude) }
    let slope = c.indices.reduce(0) { $0 + Double($1) * c[$1].magnitude }
    // An exponential's value has the rounding error of its argument, which is about ln g; a
    // subnormal one that of its last digit.
    let digits = 0x1p-51 * (1 + Libm.log(size).magnitude) + 0x1p-1073 / size
    let noise = digits * largest + 0x1p-52 * slope
    // A series is least certain at its ends.
    error = max(
      max(c[13].magnitude, c[14].magnitude, c[15].magnitude),
      max(ends[0].magnitude, ends[1].magnitude) / 16)
    // What halving does not better is what the formula's own rounding of x leaves.
    let isRounding = error <= noise + cell.rounding * slope
    isNoisy = error > noise && isRounding && (parentError.map { error > $0 / 8 } ?? false)
    isResolved = error <= noise || isNoisy
  }

  /// Whether the series misses the function by no more than a noisy formula would.
  var isNearlyResolved: Bool {
    error <= 1e-6 * coefficients.reduce(0) { max($0, $1.magnitude) }
  }

  /// The cell as it is taken where it cannot be halved any more: by its mean, or by 0 where the
  /// function waves.
  mutating func giveUp() {
    let isWave = least.y < 0 && greatest.y > 0
    error = max(error, isWave ? magnitude : 0)
    coefficients =
      [isWave ? 0 : coefficients[0]]
      + Array(repeating: 0, count: IntegralCell.count - 1)
  }

  /// The integral over the cell.
  var integral: Double {
    guard cell.power == 0 else {
      return Libm.pow(2, cell.power + 1) * series.prefix(IntegralCell.count).reduce(0, +)
    }
    return coefficients.enumerated().reduce(0) { sum, term in
      let k = Double(term.offset)
      return term.offset % 2 == 0 ? sum + 2 * term.element / (1 - k * k) : sum
    }
  }

  /// The series of the integral over the distance from the lower and from the upper end; at an edge the first alone counts, over
  /// the distance to the power's next.
  var series: [Double] {
    let series = ChebyshevSeries(coefficients: coefficients)
    if cell.power != 0 {
      return series.integralOverPower(cell.power)
        + Array(repeating: 0, count: IntegralCell.count)
    }
    return series.integralOverDistance(from: -1) + series.integralOverDistance(from: 1)
  }
}
