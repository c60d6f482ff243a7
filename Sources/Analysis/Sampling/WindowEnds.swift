import Activations

/// Where the window of a trace ends that grows without end.
struct WindowEnds {
  private let search: WindowSearch
  private let refinement: Refinement
  private let places: [WindowSearch.Place]
  private let growth: Growth
  private let columns: ColumnValues
  /// The nodes that are in oscillations without bounds, or on the way there.
  private let wild: Set<Int>

  init(_ search: WindowSearch, _ columns: ColumnValues) {
    self.columns = columns
    self.search = search
    refinement = search.refinement
    places = search.places
    growth = Growth(search.refinement)
    wild = WildOscillations(search).nodes
  }

  /// Where the values are cut above a fence (below it with `sign` −1, all mirrored): at the highest point that the trace has,
  /// or at the fence; nil where nothing grows without end.
  func limit(_ sign: Double, _ fence: Double) -> Double? {
    var (limit, isCut) = (fence, false)
    for (place, node) in places.enumerated() where sign * node.v > limit {
      let left = place > 0 ? sign * places[place - 1].v : -.infinity
      let right = place + 1 < places.count ? sign * places[place + 1].v : -.infinity
      guard sign * node.v >= left || search.isEdge(place - 1),
        sign * node.v >= right || search.isEdge(place)
      else { continue }
      if wild.contains(place) || isEndless(place, sign) {
        isCut = true
      } else {
        limit = sign * node.v
      }
    }
    return isCut ? limit : nil
  }

  /// Whether the trace grows on beyond a highest node: towards a gap, or towards an end of the domain as only a tower
  /// of exponentials or a pole outside does.
  private func isEndless(_ place: Int, _ sign: Double) -> Bool {
    // A pole whose sides are alike is a peak whose neighbours are as near as can be told.
    let sides = [
      (search.isEdge(place - 1) || isNear(place - 1), 1.0),
      (search.isEdge(place) || isNear(place), -1.0),
    ]
    .filter(\.0).map(\.1)
    if underflows(place, sign) || sides.contains(where: { isEndless(place, awayFrom: $0) }) {
      return true
    }
    return (place == 0 || place == places.count - 1) && isTower(place, sign)
  }

  /// Whether the trace falls below all that doubles tell apart, on an axis on which that is as far as a pole rises.
  private func underflows(_ place: Int, _ sign: Double) -> Bool {
    guard sign < 0, let forward = refinement.yTransform?.forward, !forward(0).isFinite else {
      return false
    }
    return places[place].y < 1e-300
  }

  /// Whether the trace grows without end from a node on, seen from a side.
  private func isEndless(_ place: Int, awayFrom side: Double) -> Bool {
    growth.isUnbounded(at: edge(of: place, side), side: side)
  }

  /// The last double with a place on the axis beside a node.
  private func edge(of place: Int, _ side: Double) -> Double {
    let index = places[place].index
    let node = refinement.chain.nodes[index]
    let chain = refinement.chain
    let neighbour = side < 0 ? chain.next[index] : chain.next.firstIndex(of: index)
    if let given = refinement.givenBreaks[side < 0 ? index : neighbour ?? -1] {
      return side < 0 ? given.place.lowerBound : given.place.upperBound
    }
    func isShown(_ y: Double) -> Bool { (refinement.yTransform?.forward(y) ?? y).isFinite }
    guard let neighbour, !isShown(chain.nodes[neighbour].y) else { return node.x }
    var (inside, outside) = (node.x, chain.nodes[neighbour].x)
    for _ in 0..<64 {
      let middle = inside / 2 + outside / 2
      guard middle != inside, middle != outside else { break }
      if isShown(refinement.trace.value(at: middle)) { inside = middle } else { outside = middle }
    }
    return inside
  }

  /// Whether a node at an end of the domain is the top of a tower.
  ///
  /// A hundredth of its height is reached on the last fiftieth of the width alone; or on the last fifth, and the hundredth
  /// of that no nearer by, as an exponential would.
  private func isTower(_ place: Int, _ sign: Double) -> Bool {
    let (base, u) = (columns.quantiles()(0.5), places[place].u)
    let height = sign * (places[place].v - base)
    func reach(_ share: Double) -> Double {
      columns.distance(from: u) { sign * ($0 - base) < share * height } ?? .infinity
    }
    let (first, second) = (reach(0.01), reach(0.0001))
    let width = refinement.x.length
    return first <= 0.02 * width || (first <= 0.2 * width && second - first > 1.05 * first)
  }

  /// Whether a node and the next are closer than a millionth of a pixel.
  private func isNear(_ place: Int) -> Bool {
    places.indices.contains(place) && places.indices.contains(place + 1)
      && places[place + 1].u - places[place].u < 0x1p-20
  }
}
