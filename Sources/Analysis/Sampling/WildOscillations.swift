import Activations

/// The nodes of a trace that oscillates faster than pixels and without bounds, as cos(1/x)/x² does near 0: their heights tell
/// of nothing but how near was looked.
struct WildOscillations {
  private let search: WindowSearch
  private let refinement: Refinement

  init(_ search: WindowSearch) {
    self.search = search
    refinement = search.refinement
  }

  /// The places of the nodes within, and of those around whose peaks grow towards there.
  var nodes: Set<Int> {
    let dense = refinement.dense
    guard dense.contains(true) else { return [] }
    var (found, start): (Set<Int>, Int?) = ([], nil)
    for column in 0...dense.count {
      if column < dense.count, dense[column] {
        start = start ?? column
      } else if let first = start {
        if !isBounded(first, column) { found.formUnion(nodes(from: first, to: column)) }
        start = nil
      }
    }
    return found
  }

  /// Whether the trace is certain to have bounds in columns, on the axis.
  private func isBounded(_ first: Int, _ end: Int) -> Bool {
    guard let certainty = refinement.trace.certainty?(false) else { return true }
    let (x, domain) = (refinement.x, refinement.x.domain)
    let low = max(x.value(at: Double(first)), domain.lowerBound)
    let high = min(x.value(at: Double(end)), domain.upperBound)
    guard low < high else { return true }
    let range = certainty.over(low...high, parts: 64).range
    guard let forward = refinement.yTransform?.forward else { return range.isBounded }
    return forward(range.low).isFinite && forward(range.high).isFinite
  }

  private func nodes(from first: Int, to end: Int) -> Set<Int> {
    let places = search.places
    let inside = places.indices.filter {
      places[$0].u >= Double(first) && places[$0].u <= Double(end)
    }
    guard let left = inside.first, let right = inside.last else { return [] }
    let before = places.indices.prefix(upTo: left).reversed()
    let behind = places.indices.suffix(from: right + 1)
    return Set(inside).union(growing(Array(before))).union(growing(Array(behind)))
  }

  /// Of nodes from an oscillation outward those before the heights of its peaks grow again.
  private func growing(_ outward: [Int]) -> [Int] {
    let places = search.places
    var (above, below) = (Double.infinity, -Double.infinity)
    for (step, place) in outward.enumerated().dropFirst().dropLast() {
      let v = places[place].v
      let sides = [places[outward[step - 1]].v, places[outward[step + 1]].v]
      if sides.allSatisfy({ $0 <= v }) {
        if v > above + 0.1 * above.magnitude { return Array(outward[..<step]) }
        above = min(above, v)
      } else if sides.allSatisfy({ $0 >= v }) {
        if v < below - 0.1 * below.magnitude { return Array(outward[..<step]) }
        below = max(below, v)
      }
    }
    return outward
  }
}
