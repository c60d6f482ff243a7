/// Measures distances between points of a graph and its polyline, in pixels.
struct Flatness {
  /// Pixels per data unit on the x-axis.
  var perX: Double
  /// Pixels per data unit on the y-axis.
  var perY: Double
  /// The distance that counts as none, in pixels.
  var tolerance: Double

  /// Whether a sample lies on the chord between two others, to within the tolerance.
  ///
  /// A value that is not finite is off the chord unless all three are not.
  func isFlat(_ a: Sample, _ middle: Sample, _ b: Sample) -> Bool {
    guard a.y.isFinite, middle.y.isFinite, b.y.isFinite else {
      return !a.y.isFinite && !middle.y.isFinite && !b.y.isFinite
    }
    return distance(of: middle, fromChord: a, b) <= tolerance
  }

  /// The distance of a sample from the segment between two others, in pixels.
  func distance(of sample: Sample, fromChord a: Sample, _ b: Sample) -> Double {
    let chord = ((b.x - a.x) * perX, (b.y - a.y) * perY)
    let offset = ((sample.x - a.x) * perX, (sample.y - a.y) * perY)
    let square = chord.0 * chord.0 + chord.1 * chord.1
    let along = square > 0 ? (offset.0 * chord.0 + offset.1 * chord.1) / square : 0
    let t = min(max(along, 0), 1)
    return hypot(offset.0 - t * chord.0, offset.1 - t * chord.1)
  }
}

/// The samples of a piece of a graph while it is being refined.
struct Piece {
  /// The samples, in ascending order of x.
  private(set) var samples: [Sample]
  /// Whether the interval that begins at each sample is still to be tested.
  private var open: [Bool]

  init(_ samples: [Sample]) {
    self.samples = samples
    open = Array(repeating: true, count: samples.count)
  }

  /// Whether an interval is left to be tested.
  var isOpen: Bool { open.dropLast().contains(true) }

  /// Tests every open interval at its middle; where the graph leaves the chord, the middle becomes
  /// a sample and both halves stay open.
  mutating func halve(_ flatness: Flatness, evaluate: ([Double]) -> [Sample]) {
    let intervals = open.indices.dropLast().filter { open[$0] }
    let middles = evaluate(intervals.map { samples[$0].x / 2 + samples[$0 + 1].x / 2 })
    var refined: [Sample] = []
    var stillOpen: [Bool] = []
    var next = 0
    for index in samples.indices {
      refined.append(samples[index])
      stillOpen.append(false)
      guard next < intervals.count, intervals[next] == index else { continue }
      let middle = middles[next]
      next += 1
      let isInside = middle.x > samples[index].x && middle.x < samples[index + 1].x
      if isInside, !flatness.isFlat(samples[index], middle, samples[index + 1]) {
        stillOpen[stillOpen.count - 1] = true
        refined.append(middle)
        stillOpen.append(true)
      }
    }
    samples = refined
    open = stillOpen
  }
}

/// Drops the samples that the polyline can spare (Douglas and Peucker's algorithm), but no corner.
func thinned(_ samples: [Sample], keeping corners: Set<Double>, _ flatness: Flatness) -> [Sample] {
  guard samples.count > 2 else { return samples }
  var keep = samples.map { corners.contains($0.x) || !$0.y.isFinite }
  for index in samples.indices.dropFirst() where keep[index] != keep[index - 1] {
    // The neighbours of a gap are the ends of their lines.
    if !samples[index].y.isFinite || !samples[index - 1].y.isFinite {
      keep[index] = true
      keep[index - 1] = true
    }
  }
  keep[0] = true
  keep[samples.count - 1] = true
  let fixed = samples.indices.filter { keep[$0] }
  var stack = zip(fixed, fixed.dropFirst()).map { ($0, $1) }
  while let (first, last) = stack.popLast() {
    guard last - first > 1 else { continue }
    let farthest = (first + 1..<last).map {
      (
        index: $0,
        distance: flatness.distance(of: samples[$0], fromChord: samples[first], samples[last])
      )
    }.max { $0.distance < $1.distance }
    guard let farthest, !(farthest.distance <= flatness.tolerance / 2) else { continue }
    keep[farthest.index] = true
    stack.append((first, farthest.index))
    stack.append((farthest.index, last))
  }
  return samples.indices.filter { keep[$0] }.map { samples[$0] }
}
