extension ClosedRange<Double> {
  /// A power of two to multiply very large and very small numbers by before they are subtracted; 1 for all others.
  ///
  /// Then the length of a range is neither beyond the largest double, nor so small that pixels divided by it are. Source
  /// of the limits: 2^900 leaves room for the square of a length in pixels, and 2^1000 times the
  /// smallest double, 2^-1074, is far from both ends.
  var binaryUnit: Double {
    let size = Swift.max(lowerBound.magnitude, upperBound.magnitude)
    if size > 0x1p900 { return 0x1p-1000 }
    return size < 0x1p-900 ? 0x1p1000 : 1
  }

  /// The distance between the ends, both multiplied by a unit.
  func length(in unit: Double) -> Double { upperBound * unit - lowerBound * unit }
}
