import Activations

/// The values of one parameter at which a search looks first: even ones and ones of every size, its ends and 0 among them, and as
/// many more as the function turns on the way.
struct StartAxis {
  /// In ascending order.
  let values: [Double]

  /// - Parameter count: How many values, without those that a wave asks for.
  init(_ range: ClosedRange<Double>, count: Int, more: [Double] = []) {
    let points = Self.points(range, count: Double(count)) + more
    let (low, high) = (range.lowerBound, range.upperBound)
    values = (points.map { min(max($0, low), high) + 0 } + [low, high]).sortedOnce()
  }

  private static func points(_ range: ClosedRange<Double>, count: Double) -> [Double] {
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
    return points
  }
}

/// A walk along the range of a parameter in steps in which the function's shape turns by about 40 degrees: a valley of the
/// distance is no narrower.
struct ShapeWalk {
  let range: ClosedRange<Double>
  /// The most steps to each side.
  let most: Int
  /// The shapes at a value, each of length 1; nil where there is no function.
  let shapes: (Double) -> [[Double]]?

  /// The values on the way out from 0, or from the end that is nearest to it; and those at which it had to end too early.
  var values: (all: [Double], ends: [Double]) {
    let start = min(max(0, range.lowerBound), range.upperBound)
    let up = walked(from: start, to: range.upperBound)
    let down = walked(from: start, to: range.lowerBound)
    return (up.all + down.all, up.ends + down.ends)
  }

  /// The values within a few hundredths of one.
  func values(near center: Double) -> [Double] {
    [0.97, 1.03].flatMap { factor in
      let end = min(max(center * factor, range.lowerBound), range.upperBound)
      return walked(from: center, to: end).all
    }
  }

  private func walked(from start: Double, to end: Double) -> (all: [Double], ends: [Double]) {
    guard start != end, var shape = shapes(start) else { return ([], []) }
    let sign = end > start ? 1.0 : -1
    var (x, all) = (start, [start])
    var step = max(1e-3 * abs(start), 1e-6 * min(abs(end - start), 1))
    for _ in 0..<(3 * most) where x != end && all.count < most {
      let next = abs(end - x) <= step ? end : x + sign * step
      guard next != x else { break }
      guard let other = shapes(next) else {
        step *= 2
        x = next
        continue
      }
      let turn = zip(shape, other).reduce(0) { max($0, Self.turn($1.0, $1.1)) }
      if turn > 1, step > 1e-9 * max(abs(x), 1e-6) {
        step /= 2
        continue
      }
      (x, shape) = (next, other)
      all.append(next)
      step *= turn < 0.4 ? 2 : turn > 0.8 ? 0.8 : 1
    }
    return (all, x == end ? [] : [x])
  }

  private static func turn(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += (a[index] - b[index]) * (a[index] - b[index]) }
    return sum.squareRoot()
  }
}
