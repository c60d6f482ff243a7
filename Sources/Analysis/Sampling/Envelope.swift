import Activations

/// The samples with the smallest and the largest value in every column of a picture.
///
/// However many samples fall into a column, a line through these two covers what a line through
/// all of them would. Columns are even on the picture's axis. Samples are in ascending order of x, and their values finite.
func envelope(
  _ samples: [Point], over domain: ClosedRange<Double>, columns: Int, transform: Transform? = nil
)
  -> [Point]
{
  let unit = domain.binaryUnit
  let place = transform?.forward ?? { $0 * unit }
  let start = place(domain.lowerBound)
  let width = place(domain.upperBound) - start
  func column(_ sample: Point) -> Int {
    let column = ((place(sample.x) - start) / width * Double(columns)).rounded(.down)
    // What an axis does not show stands in one column.
    return column.isFinite ? Int(min(max(column, -1), Double(columns))) : -1
  }
  var kept: [Point] = []
  var first = samples.startIndex
  while first < samples.endIndex {
    let here = column(samples[first])
    var (low, high, end) = (first, first, first)
    while end < samples.endIndex, column(samples[end]) == here {
      if samples[end].y < samples[low].y { low = end }
      if samples[end].y > samples[high].y { high = end }
      end += 1
    }
    kept.append(samples[min(low, high)])
    if low != high { kept.append(samples[max(low, high)]) }
    first = end
  }
  return kept
}

/// The ends of a line of many points, and between them its ``envelope(_:over:columns:transform:)`` by halves of pixels:
/// what a picture of that width, in pixels, can show of it.
func seen(
  _ points: [Point], over domain: ClosedRange<Double>, width: Double, transform: Transform?
) -> [Point] {
  guard points.count > 2 else { return points }
  let inside = envelope(
    Array(points.dropFirst().dropLast()), over: domain, columns: 2 * Int(max(width, 1)),
    transform: transform)
  return [points[0]] + inside + [points[points.count - 1]]
}
