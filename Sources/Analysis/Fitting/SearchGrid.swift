import Activations

/// The points at which a box is looked at first: even ones and ones of every size, its ends and 0 among them.
struct SearchGrid {
  /// The values of each variable, in ascending order.
  let axes: [[Double]]

  /// - Parameter share: How many of the usual number of points; fewer for functions that are slow to make.
  init(_ box: [ClosedRange<Double>], share: Double = 1) {
    let all = [128.0, 64, 17, 40][min(box.count, 4) - 1]
    let count = max(7, (all * (box.count == 1 ? share : share.squareRoot())).rounded())
    axes = box.map { Self.axis($0, count: count) }
  }

  private static func axis(_ range: ClosedRange<Double>, count: Double) -> [Double] {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard low < high else { return [low] }
    let sides: [(Double, ClosedRange<Double>)] =
      low > 0
      ? [(1, low...high)]
      : high < 0
        ? [(-1, -high ... -low)]
        : [(1, high), (-1, -low)].filter { $0.1 > 0 }.map { ($0.0, $0.1 * 1e-9...$0.1) }
    let decades = sides.map { Libm.log($0.1.upperBound / $0.1.lowerBound) / 2.302585092994046 }
    let most = decades.max() ?? 0
    // What lies within one size is even enough.
    let logarithmic = most < 0.9 ? 0 : min(max(3 * most, 8), 0.6 * count) / Double(sides.count)
    let even = max(4, (count - logarithmic * Double(sides.count)).rounded())
    var points = (0...Int(even)).map { low + (high - low) * Double($0) / even }
    for (sign, range) in sides where logarithmic > 0 {
      let ratio = range.upperBound / range.lowerBound
      points += (0...Int(logarithmic)).map {
        sign * range.lowerBound * Libm.pow(ratio, Double($0) / logarithmic.rounded(.down))
      }
    }
    if range.contains(0) { points.append(0) }
    return Set(points.map { min(max($0, low), high) + 0 } + [low, high]).sorted()
  }

  /// The most points that are all looked at.
  private static let most = 6000

  /// The places of all points on the axes, or of some that are spread evenly where there are too many.
  var places: [[Int]] {
    let count = axes.reduce(1) { min($0 * $1.count, Self.most + 1) }
    guard count > Self.most else {
      return axes.reduce([[]]) { places, axis in
        places.flatMap { place in axis.indices.map { place + [$0] } }
      }
    }
    return (1...4000).map { index in
      zip(axes, Self.primes).map { axis, prime in
        min(Int(Self.halton(index, prime) * Double(axis.count)), axis.count - 1)
      }
    }
  }

  private static let primes = [2, 3, 5, 7, 11, 13, 17, 19]

  /// A number of Halton's sequence in a base.
  ///
  /// Source: J. H. Halton, "On the efficiency of certain quasi-random sequences of points", Numer. Math. 2 (1960).
  private static func halton(_ index: Int, _ base: Int) -> Double {
    var (rest, unit, value) = (index, 1.0, 0.0)
    while rest > 0 {
      unit /= Double(base)
      value += unit * Double(rest % base)
      rest /= base
    }
    return value
  }

  /// The point at a place.
  func point(_ place: [Int]) -> [Double] { zip(axes, place).map { $0[$1] } }

  /// How far the neighbours of a place are at most, along each axis.
  func steps(at place: [Int]) -> [Double] {
    zip(axes, place).map { axis, index in
      let left = index > 0 ? axis[index] - axis[index - 1] : 0
      let right = index + 1 < axis.count ? axis[index + 1] - axis[index] : 0
      return max(left, right)
    }
  }

  /// The lowest places that are far from one another, in ascending order of their values.
  func starts(of function: ([Double]) -> Double, count: Int) -> [(place: [Int], value: Double)] {
    let values = places.map { ($0, function(point($0))) }.filter { $0.1.isFinite }
      .sorted { $0.1 < $1.1 }
    var starts: [(place: [Int], value: Double)] = []
    for (place, value) in values where starts.count < count {
      let isNear = starts.contains { start in
        zip(start.place, place).allSatisfy { abs($0 - $1) <= 2 }
      }
      if !isNear { starts.append((place, value)) }
    }
    return starts
  }
}
