import Activations

/// The values of a trace that a picture is to show when nobody says which.
///
/// All of them as long as the trace is bounded: a spike is what it is. Where it grows without end, as towards a pole or the end of
/// a tower of exponentials, the values are cut where the rest would be flattened: three times the
/// distance of the quartiles (Tukey's outer fences) beyond them, but not below a highest point that the trace has.
package struct ValueWindow: Equatable, Sendable {
  /// The values, in data units.
  package var range: ClosedRange<Double>
  /// Whether the largest value is at an end of the domain, and the trace would go on.
  package var risesAtEnd = false
  /// Whether the smallest one is.
  package var fallsAtEnd = false

  /// Makes a window that holds values.
  package init(range: ClosedRange<Double>) { self.range = range }

  /// The window that holds the windows of several traces.
  ///
  /// One that is a hundred times as high as the next, and would go on, is cut at three times the
  /// height of that one: the others were flat beside it.
  package static func holding(_ windows: [ValueWindow]) -> ClosedRange<Double>? {
    guard let low = windows.map(\.range.lowerBound).min(),
      let high = windows.map(\.range.upperBound).max()
    else { return nil }
    func cut(_ size: (ValueWindow) -> Double, _ goesOn: (ValueWindow) -> Bool, _ end: Double)
      -> Double
    {
      let others = windows.filter { !goesOn($0) || size($0) < end / 100 }.map(size)
      guard let next = others.max(), next > 0, end > 100 * next,
        windows.allSatisfy({ size($0) <= 100 * next || goesOn($0) })
      else { return end }
      return 3 * next
    }
    let top = cut({ $0.range.upperBound }, \.risesAtEnd, high)
    let bottom = -cut({ -$0.range.lowerBound }, \.fallsAtEnd, -low)
    return min(bottom, top)...top
  }
}

/// Finds the window of a refined trace.
struct WindowSearch {
  private let refinement: Refinement
  /// The nodes that have a place on the axis, from left to right, with their bent values.
  private let nodes: [(index: Int, u: Double, v: Double, y: Double)]

  init(_ refinement: Refinement) {
    self.refinement = refinement
    let forward = refinement.yTransform?.forward
    nodes = refinement.chain.order.compactMap { index in
      let node = refinement.chain.nodes[index]
      let v = forward?(node.y) ?? node.y
      return v.isFinite ? (index, node.u, v, node.y) : nil
    }
  }

  /// The window; nil where there are no values.
  func window() -> ValueWindow? {
    guard let low = nodes.min(by: { $0.v < $1.v }), let high = nodes.max(by: { $0.v < $1.v }),
      let last = nodes.last
    else { return nil }
    var window = ValueWindow(range: low.y...high.y)
    window.risesAtEnd = high.u == nodes[0].u || high.u == last.u
    window.fallsAtEnd = low.u == nodes[0].u || low.u == last.u
    let fence = fence(within: low.v...high.v)
    guard low.v < fence.lowerBound || high.v > fence.upperBound else { return window }
    let (top, bottom) = (limit(1, fence.upperBound), limit(-1, -fence.lowerBound))
    guard top != nil || bottom != nil else { return window }
    // Once more without what is cut away, which has drawn the quartiles apart.
    let cut = (bottom.map { -$0 } ?? low.v)...(top ?? high.v)
    let closer = self.fence(within: cut)
    let height = cut.upperBound - cut.lowerBound
    // A pole leaves most of the trace within its fence; a tower of exponentials has towers in it.
    guard closer.upperBound - closer.lowerBound < height / 20 else {
      return ended(window, top: top, bottom: bottom)
    }
    return ended(window, top: limit(1, closer.upperBound), bottom: limit(-1, -closer.lowerBound))
  }

  /// A window with its ends replaced by bent values.
  private func ended(_ window: ValueWindow, top: Double?, bottom: Double?) -> ValueWindow {
    var window = window
    let inverse = refinement.yTransform?.inverse ?? { $0 }
    if top != nil { window.risesAtEnd = false }
    if bottom != nil { window.fallsAtEnd = false }
    let low = bottom.map { inverse(-$0) } ?? window.range.lowerBound
    let high = top.map(inverse) ?? window.range.upperBound
    window.range = min(low, high)...high
    return window
  }

  /// Three quartile distances beyond the quartiles of the values in a range, weighed by the pixels over which they are taken.
  private func fence(within range: ClosedRange<Double>) -> ClosedRange<Double> {
    var weighed: [(v: Double, weight: Double)] = []
    for (index, node) in nodes.enumerated() where range.contains(node.v) {
      let left = index > 0 ? node.u - nodes[index - 1].u : 0
      let right = index + 1 < nodes.count ? nodes[index + 1].u - node.u : 0
      weighed.append((node.v, left + right))
    }
    weighed.sort { $0.v < $1.v }
    let total = weighed.reduce(0) { $0 + $1.weight }
    func quantile(_ share: Double) -> Double {
      var sum = 0.0
      return weighed.first {
        sum += $0.weight
        return sum >= share * total
      }?.v ?? 0
    }
    let (low, high) = (quantile(0.25), quantile(0.75))
    let reach = 3 * max(high - low, refinement.yTransform == nil ? 0 : Self.leastBent)
    return low - reach...high + reach
  }

  /// Where the values are cut above a fence (below it with `sign` −1, all mirrored): at the highest point that the trace has,
  /// or at the fence; nil where nothing grows without end.
  private func limit(_ sign: Double, _ fence: Double) -> Double? {
    var (limit, isCut) = (fence, false)
    for (place, node) in nodes.enumerated() where sign * node.v > limit {
      let left = place > 0 ? sign * nodes[place - 1].v : -.infinity
      let right = place + 1 < nodes.count ? sign * nodes[place + 1].v : -.infinity
      guard sign * node.v >= left || isEdge(place - 1), sign * node.v >= right || isEdge(place)
      else { continue }
      if isEndless(place, sign) { isCut = true } else { limit = sign * node.v }
    }
    return isCut ? limit : nil
  }

  /// What counts as the quartiles' distance on an axis that is bent, at least: one decade.
  private static let leastBent = 2.302585092994046

  /// Whether there is no line from a node to the next.
  private func isEdge(_ place: Int) -> Bool {
    guard nodes.indices.contains(place), nodes.indices.contains(place + 1) else { return true }
    let index = nodes[place].index
    return refinement.chain.links[index] == .gap
      || refinement.chain.next[index] != nodes[place + 1].index
  }

  /// Whether the trace grows on beyond a highest node: towards a gap, or towards an end of the domain where it takes such values on
  /// the last few pixels alone.
  private func isEndless(_ place: Int, _ sign: Double) -> Bool {
    let node = refinement.chain.nodes[nodes[place].index]
    let growth = Growth(refinement)
    // A pole whose sides are alike is a peak whose neighbours are as near as can be told.
    let sides = [
      (isEdge(place - 1) || isNear(place - 1), 1.0), (isEdge(place) || isNear(place), -1.0),
    ]
    .filter(\.0).map(\.1)
    guard !sides.isEmpty else { return false }
    if sides.contains(where: { growth.isUnbounded(at: node.x, side: $0) }) { return true }
    guard place == 0 || place == nodes.count - 1 else { return false }
    let level = nodes[place].v
    let base = quantileBase(sign)
    let width = refinement.x.length
    // How far from the end a hundredth of the height is reached.
    let near = nodes.filter { (nodes[place].u - $0.u).magnitude <= 0.02 * width }
    return near.contains { sign * ($0.v - base) < 0.01 * sign * (level - base) }
  }

  /// Whether a node and the next are closer than a millionth of a pixel.
  private func isNear(_ place: Int) -> Bool {
    nodes.indices.contains(place) && nodes.indices.contains(place + 1)
      && nodes[place + 1].u - nodes[place].u < 0x1p-20
  }

  private func quantileBase(_ sign: Double) -> Double {
    let values = nodes.map { $0.v }.sorted()
    return values[values.count / 2]
  }
}
