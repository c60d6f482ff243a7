/// The samples with the smallest and the largest value in every column of a picture.
///
/// However many samples fall into a column, a line through these two covers what a line through
/// all of them would. Samples are in ascending order of x, and their values finite.
func envelope(_ samples: [Sample], over domain: ClosedRange<Double>, columns: Int) -> [Sample] {
  let width = domain.upperBound / 2 - domain.lowerBound / 2
  func column(_ sample: Sample) -> Int {
    Int(((sample.x / 2 - domain.lowerBound / 2) / width * Double(columns)).rounded(.down))
  }
  var kept: [Sample] = []
  var start = samples.startIndex
  while start < samples.endIndex {
    let here = column(samples[start])
    var (low, high, end) = (start, start, start)
    while end < samples.endIndex, column(samples[end]) == here {
      if samples[end].y < samples[low].y { low = end }
      if samples[end].y > samples[high].y { high = end }
      end += 1
    }
    kept.append(samples[min(low, high)])
    if low != high { kept.append(samples[max(low, high)]) }
    start = end
  }
  return kept
}
