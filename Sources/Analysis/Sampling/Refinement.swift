import Activations

/// The samples of a piece of a graph while it is being refined.
struct Piece {
  /// The samples, in ascending order of x.
  private(set) var samples: [Point]
  /// Whether the interval that begins at each sample is still to be tested.
  private var open: [Bool]

  init(_ samples: [Point]) {
    self.samples = samples
    open = Array(repeating: true, count: samples.count)
  }

  /// Whether an interval is left to be tested.
  var isOpen: Bool { open.dropLast().contains(true) }

  /// Tests every open interval at its middle; where the graph leaves the chord, the middle becomes
  /// a sample and both halves stay open.
  mutating func halve(_ flatness: Flatness, evaluate: ([Double]) -> [Point]) {
    let intervals = open.indices.dropLast().filter { open[$0] }
    let middles = evaluate(intervals.map { flatness.middle(samples[$0].x, samples[$0 + 1].x) })
    var refined: [Point] = []
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
