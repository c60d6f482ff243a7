import Activations

/// Drops the samples that the polyline can spare (Douglas and Peucker's algorithm), but no corner.
func thinned(_ samples: [Point], keeping corners: Set<Double>, _ flatness: Flatness) -> [Point] {
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
  let placed = samples.map(flatness.placed)
  let fixed = samples.indices.filter { keep[$0] }
  var stack = zip(fixed, fixed.dropFirst()).map { ($0, $1) }
  while let (first, last) = stack.popLast() {
    guard last - first > 1 else { continue }
    var farthest = (index: first + 1, distance: -Double.infinity)
    for index in first + 1..<last {
      let distance = flatness.distance(
        ofPlaced: placed[index], fromChord: placed[first], placed[last])
      // Not a number is far.
      if !(distance <= farthest.distance) { farthest = (index, distance) }
    }
    guard !(farthest.distance <= flatness.tolerance / 2) else { continue }
    keep[farthest.index] = true
    stack.append((first, farthest.index))
    stack.append((farthest.index, last))
  }
  return samples.indices.filter { keep[$0] }.map { samples[$0] }
}
