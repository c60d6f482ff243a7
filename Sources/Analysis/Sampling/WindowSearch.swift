import Activations

/// Finds the window of a refined trace.
struct WindowSearch {
  /// A node that has a place on the axis.
  struct Place {
    /// Its index in the chain.
    let index: Int
    /// From left to right, in pixels.
    let u: Double
    /// The value, bent as the axis is.
    let v: Double
    /// The value.
    let y: Double
  }

  let refinement: Refinement
  /// From left to right.
  let places: [Place]

  init(_ refinement: Refinement) {
    self.refinement = refinement
    let forward = refinement.yTransform?.forward
    places = refinement.chain.order.compactMap { index in
      let node = refinement.chain.nodes[index]
      let v = forward?(node.y) ?? node.y
      return v.isFinite ? Place(index: index, u: node.u, v: v, y: node.y) : nil
    }
  }

  /// The window; nil where there are no values.
  func window() -> ValueWindow? {
    guard let low = places.min(by: { $0.v < $1.v }), let high = places.max(by: { $0.v < $1.v }),
      let last = places.last
    else { return nil }
    var window = ValueWindow(range: low.y...high.y)
    window.risesAtEnd = high.u == places[0].u || high.u == last.u
    window.fallsAtEnd = low.u == places[0].u || low.u == last.u
    let glance = fence(nodes)
    guard low.v < glance.lowerBound || high.v > glance.upperBound else { return window }
    let columns = ColumnValues(refinement)
    let fence = fence(columns.quantiles(within: low.v...high.v))
    let ends = WindowEnds(self, columns)
    var (top, bottom) = (ends.limit(1, fence.upperBound), ends.limit(-1, -fence.lowerBound))
    guard top != nil || bottom != nil else { return window }
    // Once more without what is cut away, which has drawn the quartiles apart.
    let cut = Self.range(bottom.map { -$0 } ?? low.v, top ?? high.v)
    let closer = self.fence(columns.quantiles(within: cut))
    let height = cut.upperBound - cut.lowerBound
    // A pole leaves most of the trace within its fence; a tower of exponentials has towers in it.
    if closer.upperBound - closer.lowerBound < height / 20 {
      (top, bottom) = (ends.limit(1, closer.upperBound), ends.limit(-1, -closer.lowerBound))
    }
    let seen = Self.range(bottom.map { -$0 } ?? low.v, top ?? high.v)
    let whole = seen.holding(branches(of: columns, beyond: seen))
    return ended(
      window, top: top == nil ? nil : whole.upperBound,
      bottom: bottom == nil ? nil : whole.lowerBound)
  }

  /// A window with its ends replaced by bent values.
  private func ended(_ window: ValueWindow, top: Double?, bottom: Double?) -> ValueWindow {
    var window = window
    let inverse = refinement.yTransform?.inverse ?? { $0 }
    if top != nil { window.risesAtEnd = false }
    if bottom != nil { window.fallsAtEnd = false }
    let low = bottom.map(inverse) ?? window.range.lowerBound
    let high = top.map(inverse) ?? window.range.upperBound
    window.range = min(low, high)...high
    return window
  }

  /// From the lower of two numbers to the higher: columns may have met none of the values that points have.
  private static func range(_ a: Double, _ b: Double) -> ClosedRange<Double> {
    min(a, b)...max(a, b)
  }

  /// The quantiles of the nodes' values, for a first glance.
  private var nodes: Quantiles {
    Quantiles(
      places.indices.map { index in
        // What lies in a gap belongs to no value.
        let left = isEdge(index - 1) ? 0 : places[index].u - places[index - 1].u
        let right = isEdge(index) ? 0 : places[index + 1].u - places[index].u
        return (places[index].v, left + right)
      })
  }

  /// Three quartile distances beyond the quartiles; no farther than a tenth beyond all but the outermost columns.
  private func fence(_ quantiles: Quantiles) -> ClosedRange<Double> {
    let (low, high) = (quantiles(0.25), quantiles(0.75))
    let reach = 3 * max(high - low, refinement.yTransform == nil ? 0 : Self.leastBent)
    let (least, most) = (quantiles(Self.rare), quantiles(1 - Self.rare))
    let room = 0.1 * (most - least)
    return max(low - reach, min(low, least - room))...min(high + reach, max(high, most + room))
  }

  /// What counts as the quartiles' distance on an axis that is bent, at least: one decade.
  private static let leastBent = 2.302585092994046
  /// The share of the columns that a pole which is hardly seen may take: 8 of 1600.
  private static let rare = 0.005

  /// What a window must hold besides so that most of every branch between gaps is seen, unless the others were flat then.
  private func branches(of columns: ColumnValues, beyond seen: ClosedRange<Double>)
    -> [Double]
  {
    var (found, start) = ([Double](), 0)
    for place in places.indices where isEdge(place) {
      let branch = places[start].u...places[place].u
      start = place + 1
      let width = (branch.upperBound - branch.lowerBound) / refinement.x.length
      guard width > Self.leastBranch else { continue }
      let quantiles = columns.quantiles(over: branch)
      let reach =
        width > 5 * Self.leastBranch ? .infinity : 5 * (seen.upperBound - seen.lowerBound)
      found += [quantiles(1 - Self.most), quantiles(Self.most)].filter {
        max($0 - seen.upperBound, seen.lowerBound - $0) < reach
      }
    }
    return found
  }

  /// The share of a branch that is to be seen.
  private static let most = 0.6
  /// The least branch that is asked for, as a share of the picture's width.
  private static let leastBranch = 0.05

  /// Whether there is no line from a node to the next.
  func isEdge(_ place: Int) -> Bool {
    guard places.indices.contains(place), places.indices.contains(place + 1) else { return true }
    let index = places[place].index
    return refinement.chain.links[index] == .gap
      || refinement.chain.next[index] != places[place + 1].index
  }
}

extension ClosedRange<Double> {
  /// The range with numbers in it.
  fileprivate func holding(_ values: [Double]) -> ClosedRange<Double> {
    Swift.min(
      lowerBound, values.min() ?? lowerBound)...Swift.max(
        upperBound, values.max() ?? upperBound)
  }
}
