/// Finds the values that the colours of a field span.
///
/// As for curves: all of them as long as the field is bounded, since a spike is what it is. Where it grows without end, as towards a
/// pole, or is a tower of exponentials in a corner, they end three distances of the quartiles beyond these.
struct FieldWindow {
  private let plane: PixelPlane
  private let grid: FieldGrid
  /// The values along the picture's edges, its corners among them.
  private let border: [Double]
  private let low: Double
  private let high: Double
  /// The pixels with the least and the greatest value.
  private let lowest: Int
  private let highest: Int
  /// Some values, spread over the picture.
  private let sample: [Double]

  /// How many values are looked at for quartiles.
  private static let sampleSize = 4096
  /// The share of the pixels that a pole which is hardly seen may take.
  private static let rare = 0.005
  /// The share of the pixels on which a tower rises above a hundredth of its height, at most.
  private static let tower = 0.02

  /// - Returns: nil where no value is finite.
  init?(_ plane: PixelPlane, _ grid: FieldGrid) {
    self.plane = plane
    self.grid = grid
    border = Self.border(of: plane)
    var (low, high) = (Double.infinity, -Double.infinity)
    var (lowest, highest) = (0, 0)
    for (index, value) in grid.values.enumerated() where value.isFinite {
      if value < low { (low, lowest) = (value, index) }
      if value > high { (high, highest) = (value, index) }
    }
    (self.lowest, self.highest) = (lowest, highest)
    for value in border where value.isFinite { (low, high) = (min(low, value), max(high, value)) }
    guard low <= high else { return nil }
    (self.low, self.high) = (low, high)
    // A step that has no common divisor with a row's length to speak of.
    let step = max(1, grid.values.count / Self.sampleSize) | 1
    sample = stride(from: 0, to: grid.values.count, by: step).map { grid.values[$0] }
      .filter(\.isFinite)
  }

  /// The window.
  func window() -> ValueWindow {
    var window = ValueWindow(range: low...high)
    window.risesAtEnd = border.contains { $0 >= high }
    window.fallsAtEnd = border.contains { $0 <= low }
    guard let fence = fence(low...high) else { return window }
    let isCut = (
      top: high > fence.upperBound && isEndless(1, window.risesAtEnd),
      bottom: low < fence.lowerBound && isEndless(-1, window.fallsAtEnd)
    )
    guard isCut.top || isCut.bottom else { return window }
    func seen(_ fence: ClosedRange<Double>) -> ClosedRange<Double> {
      let bottom = isCut.bottom ? min(fence.lowerBound, high) : low
      return bottom...max(bottom, isCut.top ? fence.upperBound : high)
    }
    var range = seen(fence)
    // Once more without what is cut away, which has drawn the quartiles apart.
    if let closer = self.fence(range),
      closer.upperBound - closer.lowerBound < (range.upperBound - range.lowerBound) / 20
    {
      range = seen(closer)
    }
    window.range = range
    if isCut.top { window.risesAtEnd = false }
    if isCut.bottom { window.fallsAtEnd = false }
    return window
  }

  /// Three quartile distances beyond the quartiles of the values in a range; no farther than a tenth beyond all but the rarest.
  private func fence(_ range: ClosedRange<Double>) -> ClosedRange<Double>? {
    let quantiles = Quantiles(sample.filter(range.contains).map { ($0, 1) })
    guard quantiles.total > 0 else { return nil }
    let (low, high) = (quantiles(0.25), quantiles(0.75))
    let reach = 3 * (high - low)
    let (least, most) = (quantiles(Self.rare), quantiles(1 - Self.rare))
    let room = 0.1 * (most - least)
    return max(low - reach, min(low, least - room))...min(high + reach, max(high, most + room))
  }

  /// Whether the field rises (falls with `sign` −1) without end somewhere, or as a tower at the picture's edge.
  private func isEndless(_ sign: Double, _ isAtBorder: Bool) -> Bool {
    if grid.values.contains(sign * .infinity) || border.contains(sign * .infinity) { return true }
    if growsOn(sign) { return true }
    guard isAtBorder else { return false }
    let base = Quantiles(sample.map { ($0, 1) })(0.5)
    let hundredth = 0.01 * ((sign > 0 ? high : low) - base)
    let tall = sample.filter { sign * ($0 - base) > sign * hundredth }.count
    return Double(tall) < Self.tower * Double(sample.count)
  }

  /// Whether the field grows on towards the highest place in and beside the highest pixel.
  ///
  /// Asked for 2⁻⁸, 2⁻¹⁶ and 2⁻²⁴ of a pixel around it: what has a limit grows ever less, and a logarithm as much each time.
  private func growsOn(_ sign: Double) -> Bool {
    var (place, value) = (peak(sign), -Double.infinity)
    for step in 0..<28 {
      let around = places(around: place, 1 / Double(1 << step))
      for (pixel, found) in zip(around, plane.values(at: around)) where sign * found > value {
        (place, value) = (pixel, sign * found)
      }
    }
    let heights = [8, 16, 24].map { step -> Double in
      let around = plane.values(at: places(around: place, 1 / Double(1 << step)))
        .map { sign * $0 }.filter { !$0.isNaN }.sorted(by: >)
      // Not the highest ones: those that stand on a line of poles are rounding's.
      return around.isEmpty ? .nan : around[around.count / 4]
    }
    guard value.isFinite, heights.allSatisfy(\.isFinite) else { return value == .infinity }
    let (first, second) = (heights[1] - heights[0], heights[2] - heights[1])
    return first > 0 && second > 0.75 * first
  }

  /// The pixel with the highest value.
  private func peak(_ sign: Double) -> Pixel {
    let index = sign > 0 ? highest : lowest
    let (column, row) = (Double(index % grid.columns), Double(index / grid.columns))
    return Pixel(
      u: (column + 0.5) * plane.x.length / Double(grid.columns),
      v: plane.y.length * (1 - (row + 0.5) / Double(grid.rows)))
  }

  /// A place, and 24 in a square around it that are seen.
  private func places(around place: Pixel, _ reach: Double) -> [Pixel] {
    (0..<25).map { index in
      Pixel(
        u: min(max(place.u + reach * (Double(index % 5) / 2 - 1), 0), plane.x.length),
        v: min(max(place.v + reach * (Double(index / 5) / 2 - 1), 0), plane.y.length))
    }
  }

  private static func border(of plane: PixelPlane) -> [Double] {
    let shares = (0...64).map { Double($0) / 64 }
    return plane.values(
      at: shares.flatMap { share in
        let (u, v) = (share * plane.x.length, share * plane.y.length)
        return [
          Pixel(u: u, v: 0), Pixel(u: u, v: plane.y.length), Pixel(u: 0, v: v),
          Pixel(u: plane.x.length, v: v),
        ]
      })
  }
}
