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
  let place = transform?.forward ?? { $0 }
  let start = place(domain.lowerBound) / 2
  let width = place(domain.upperBound) / 2 - start
  func column(_ sample: Point) -> Int {
    Int(((place(sample.x) / 2 - start) / width * Double(columns)).rounded(.down))
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
