import Activations

// The numbers at which values tell most of a function, found from values at points of all sizes.

extension Truth {
  /// The places between which values change their sign, and are not lost to underflow.
  static func zeros(_ values: [Double], _ points: [Double]) -> [Double] {
    var zeros: [Double] = []
    for index in values.indices.dropFirst() {
      let (a, b) = (values[index - 1], values[index])
      if isTouch(values, points, at: index) { zeros.append(points[index]) }
      // The product of tiny numbers would be 0.
      guard
        min(a, b) < 0 && max(a, b) > 0
          || (a == 0) != (b == 0) && max(a.magnitude, b.magnitude) > 1e-20
      else { continue }
      zeros.append(points[index - 1] / 2 + points[index] / 2)
    }
    return zeros
  }

  /// The single numbers at which a quantity is infinite, as the derivative of log1p is at −1, where a quotient is of either sign or of
  /// no value.
  static func poles(_ columns: [[Double]], _ points: [Double]) -> [Double] {
    points.indices.dropFirst().dropLast().filter { index in
      columns.contains { column in
        column[index].isInfinite && !column[index - 1].isInfinite && !column[index + 1].isInfinite
      }
    }.map { points[$0] }
  }

  /// The first and last numbers of the type at which a function has a value, where these are few.
  static func edges(
    _ values: [Double], _ points: [Double], _ type: FloatType, _ value: (Double) -> Double
  ) -> [Double] {
    let places = values.indices.dropFirst().filter { values[$0 - 1].isNaN != values[$0].isNaN }
    guard places.count <= 8 else { return [] }
    return places.map { index in
      let isRight = values[index].isNaN
      let (low, high) = turn(points[index - 1], points[index]) {
        let middle = type.rounded($0)
        return (middle, value(middle).isNaN == isRight)
      }
      return isRight ? low : high
    }
  }

  /// Numbers between which values become smaller than the least normal number of the type.
  static func ends(_ values: [Double], _ points: [Double], _ type: FloatType) -> [Double] {
    let least = type.leastNormalMagnitude
    return values.indices.dropFirst().flatMap { index -> [Double] in
      let (a, b) = (values[index - 1].magnitude, values[index].magnitude)
      guard (a < least) != (b < least), points[index].magnitude > 1 else { return [] }
      return (-4...4).map { points[index] + 2 * Double($0) }
    }
  }

  /// The numbers at which values become smaller than the least normal number of the type, to some 2⁻³⁰.
  static func falls(
    _ values: [Double], _ points: [Double], _ type: FloatType, _ value: (Double) -> Double
  ) -> [Double] {
    let least = type.leastNormalMagnitude
    func isTiny(_ value: Double) -> Bool { value.magnitude < least }
    return values.indices.dropFirst().compactMap { index in
      guard isTiny(values[index - 1]) != isTiny(values[index]), points[index].magnitude > 1 else {
        return nil
      }
      let isRight = isTiny(values[index])
      return turn(points[index - 1], points[index], steps: 30) {
        ($0, isTiny(value($0)) == isRight)
      }.high
    }
  }

  /// The numbers between which something turns, by halves: as near to each other as so many steps bring them, or as numbers can be.
  ///
  /// - Parameter side: The number to take for a middle, and whether it is on the side of the greater end.
  private static func turn(
    _ low: Double, _ high: Double, steps: Int = .max, _ side: (Double) -> (Double, Bool)
  ) -> (low: Double, high: Double) {
    var (low, high, rest) = (low, high, steps)
    while rest > 0 {
      let (middle, isHigh) = side(low / 2 + high / 2)
      guard low < middle, middle < high else { break }
      if isHigh { high = middle } else { low = middle }
      rest -= 1
    }
    return (low, high)
  }

  /// Whether values fall to nearly nothing at a point and rise again, within half a unit.
  private static func isTouch(_ values: [Double], _ points: [Double], at index: Int) -> Bool {
    let size = values[index].magnitude
    guard size < 0.01, index + 1 < values.count, values[index - 1].magnitude > size,
      values[index + 1].magnitude > size
    else { return false }
    func far(_ step: Int) -> Double? {
      var place = index
      while points.indices.contains(place), (points[place] - points[index]).magnitude < 0.5 {
        place += step
      }
      return points.indices.contains(place) ? values[place].magnitude : nil
    }
    guard let left = far(-1), let right = far(1) else { return false }
    return left > 20 * size && right > 20 * size
  }
}
