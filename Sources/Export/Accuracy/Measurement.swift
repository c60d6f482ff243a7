import Activations

/// The errors of code against proved values.
package struct Measurement: Sendable {
  /// An interval with the largest error in it.
  package struct Part: Sendable {
    package let low: Double
    package let high: Double
    /// The largest error in ulp, where the quantity does not pass through 0.
    package var ulps = 0.0
    /// Where that was.
    package var x = 0.0
    /// The largest absolute error beside zeros of a derivative; nil where there are none.
    package var absolute: Double?
  }

  package private(set) var parts: [Part]
  /// How many values were compared.
  package private(set) var count = 0
  /// How many of them are beyond the bar.
  private(set) var beyond = 0
  /// How many are beyond half of it in ulp, so that little is left to what the language's own functions err.
  private(set) var strained = 0
  /// How many are beyond the bar and beyond half of it.
  var bad: Int { beyond + strained }
  let bar: Bar
  private let unit: Double
  /// The least normal number where what is below it is taken for 0, and nothing is promised.
  private let least: Double?

  /// The ends of the intervals that headings tell of.
  private static let ends = [
    -Double.infinity, -700, -80, -20, -5, -1, 0, 1, 5, 20, 80, 700, .infinity,
  ]

  /// Runs a result of code, with the arguments of each truth.
  init(
    _ code: Code, _ result: Int, _ truths: [Truth], order: Int,
    where isIn: (Double) -> Bool = { _ in true }
  ) {
    bar = truths[0].bar(order: order)
    unit = Double(sign: .plus, exponent: -code.type.precision, significand: 1)
    least = code.dialect.flushes ? code.type.leastNormalMagnitude : nil
    parts = zip(Self.ends, Self.ends.dropFirst()).map { Part(low: $0, high: $1) }
    for truth in truths {
      let places = truth.points.indices.filter { isIn(truth.points[$0]) }
      let points = places.map { truth.points[$0] }
      count(code.values(of: result, at: points, truth.arguments), at: places, truth, order)
    }
  }

  private mutating func count(
    _ values: [Double], at places: [Int], _ truth: Truth, _ order: Int
  ) {
    var part = 0
    for (value, place) in zip(values, places) {
      let (x, exact) = (truth.points[place], truth.columns[order][place])
      while x > parts[part].high { part += 1 }
      if let least, !value.isNaN, truth.isLost(value, x, exact, below: least) { continue }
      guard !exact.isNaN else {
        if value.isNaN, truth.isNumber(at: x, order: order) {
          beyond += 1
          (parts[part].ulps, parts[part].x) = (.infinity, x)
        }
        continue
      }
      count += 1
      let isBesideZero = bar.units > 0 && truth.isBesideZero(x, exact.magnitude, order: order)
      if isBesideZero {
        let ulps = truth.type.ulps(of: value, from: exact).magnitude
        // What holds in ulp needs no absolute promise.
        guard !(ulps <= bar.ulps) else { continue }
        // What is lost is off by no number of units.
        guard value.isFinite else {
          beyond += 1
          (parts[part].ulps, parts[part].x) = (.infinity, x)
          continue
        }
        let height = truth.height(beside: x, order: order)
        let error = (value - exact).magnitude / height
        parts[part].absolute = max(parts[part].absolute ?? 0, error)
        if !(error <= bar.units * unit) { beyond += 1 }
      } else {
        let rounded = truth.type.rounded(exact)
        let ulps =
          rounded.isInfinite && value == rounded
          ? 0 : value.isNaN ? .infinity : truth.type.ulps(of: value, from: exact).magnitude
        if ulps > bar.ulps { beyond += 1 }
        if ulps > bar.ulps / 2 { strained += 1 }
        if ulps > parts[part].ulps { (parts[part].ulps, parts[part].x) = (ulps, x) }
      }
    }
  }

  /// The largest error in ulp.
  package var worst: Part { parts.max { $0.ulps < $1.ulps } ?? parts[0] }

  /// How far it is from its bar: at most 1 where it holds it.
  var excess: Double {
    let absolute = parts.compactMap(\.absolute).max() ?? 0
    let floor = bar.units > 0 ? absolute / (bar.units * unit) : 0
    return max(worst.ulps / bar.ulps, floor)
  }

  /// Whether fewer values are beyond the bar, or as many by much less.
  func isBetter(than other: Measurement) -> Bool {
    beyond == other.beyond ? excess < other.excess * 0.9 : beyond < other.beyond
  }

  /// The largest absolute error beside zeros, in units of 2^−precision.
  package var worstUnits: Double? { parts.compactMap(\.absolute).max().map { $0 / unit } }
}
