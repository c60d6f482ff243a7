import Activations

/// Makes of a refined chain what is drawn.
struct GraphBuilder {
  let refinement: Refinement
  let frame: Frame

  private var chain: Chain { refinement.chain }

  /// The graph in the frame.
  func graph() -> Graph {
    Graph(lines: lines(), fills: ColumnFills(refinement, frame).runs(), jumps: jumps())
  }

  /// Polylines between gaps and dense columns, cut a little outside of what is seen, without the points that can be spared.
  private func lines() -> [[Point]] {
    var lines: [[Point]] = []
    var run: [Chain.Node] = []
    func end() {
      lines += drawn(run)
      run = []
    }
    // The last node, where it lies in a dense column: a line that leaves one begins in it, and one that meets one ends in it.
    var dense: Chain.Node?
    for index in chain.order {
      let node = chain.nodes[index]
      if refinement.dense[chain.column(node.u)] {
        if !run.isEmpty, !node.y.isNaN { run.append(node) }
        end()
        dense = chain.links[index] == .dense ? node : nil
        continue
      }
      if node.y.isNaN {
        end()
      } else {
        if run.isEmpty, let dense, !dense.y.isNaN { run.append(dense) }
        run.append(node)
      }
      dense = nil
      switch chain.links[index] {
      case .line, .open: break
      case .gap:
        if let next = chain.next[index] { run += foot(from: node, to: chain.nodes[next]) }
        end()
        if let next = chain.next[index] { run += foot(from: chain.nodes[next], to: node) }
      case .unseen, .dense: end()
      }
    }
    end()
    return lines
  }

  /// Where a trace falls to 0 or below on an axis that shows no such numbers, its line ends at the axis; where it leaps
  /// there, it does not.
  private func foot(from node: Chain.Node, to other: Chain.Node) -> [Chain.Node] {
    guard let forward = frame.y.transform?.forward, forward(node.y).isFinite, other.y <= node.y,
      !forward(other.y).isFinite, !other.y.isNaN, abs(node.u - other.u) < 1
    else { return [] }
    let fall = node.slope.magnitude * abs(other.x - node.x)
    guard 4 * fall >= node.y || refinement.isCertain(from: node, to: other) else { return [] }
    return [Chain.Node(x: node.x, y: other.y, slope: .nan, u: node.u)]
  }

  /// A run of nodes as polylines.
  private func drawn(_ run: [Chain.Node]) -> [[Point]] {
    let places = run.map { Point(x: $0.u, y: frame.y.position($0.y)) }
    if run.count == 1 { return frame.side(places[0].y) == 0 ? [[run[0].point]] : [] }
    var lines: [[Point]] = []
    var line: [(data: Point, place: Point, isFixed: Bool)] = []
    func end() {
      if line.count > 1 {
        let fixed = line.indices.dropFirst().dropLast().filter { line[$0].isFixed }
        let kept =
          refinement.isFixed
          ? Array(line.indices)
          : thinned(line.map(\.place), keeping: fixed, tolerance: refinement.tolerance / 2)
        lines.append(seen(kept.map { line[$0].data }))
      }
      line = []
    }
    let corners = Set(refinement.trace.corners)
    for index in run.indices.dropLast() {
      guard let part = cut(places[index], places[index + 1]) else {
        end()
        continue
      }
      func entry(_ share: Double) -> (data: Point, place: Point, isFixed: Bool) {
        if share == 0 { return (run[index].point, places[index], corners.contains(run[index].x)) }
        if share == 1 {
          return (run[index + 1].point, places[index + 1], corners.contains(run[index + 1].x))
        }
        let (a, b) = (places[index], places[index + 1])
        let v = a.y + share * (b.y - a.y)
        let data = Point(
          x: frame.x.between(run[index].x, run[index + 1].x, share), y: frame.y.value(at: v))
        return (data, Point(x: a.x + share * (b.x - a.x), y: v), false)
      }
      if line.isEmpty { line.append(entry(part.lowerBound)) }
      line.append(entry(part.upperBound))
      if part.upperBound < 1 { end() }
    }
    end()
    return lines
  }

  /// The points of a line that a picture can show.
  ///
  /// A renderer takes time with the square of how many steep lines cross one another.
  private func seen(_ points: [Point]) -> [Point] {
    let x = frame.x
    guard Double(points.count) > 8 * x.length else { return points }
    return Analysis.seen(points, over: x.domain, width: x.length, transform: x.transform)
  }

  /// The shares of a segment between which it is not farther outside than the margin; nil where there are none.
  private func cut(_ a: Point, _ b: Point) -> ClosedRange<Double>? {
    let (low, high) = (-Frame.margin, frame.y.length + Frame.margin)
    // Nearly always, and without an array for it.
    if min(a.y, b.y) >= low, max(a.y, b.y) <= high { return 0...1 }
    let rise = b.y - a.y
    if rise == 0 { return nil }
    let (first, second) = ((low - a.y) / rise, (high - a.y) / rise)
    let (enter, leave) = (max(min(first, second), 0), min(max(first, second), 1))
    return enter < leave ? enter...leave : nil
  }

  /// Where the trace leaps from one finite limit to another.
  private func jumps() -> [Graph.Jump] {
    let declared = Set(refinement.trace.jumps)
    var jumps: [Graph.Jump] = []
    for index in chain.order {
      // Of given points none is at a pole's side.
      guard chain.links[index] == .gap, refinement.givenBreaks[index] == nil,
        let next = chain.next[index]
      else { continue }
      let (a, b) = (chain.nodes[index], chain.nodes[next])
      let between = a.x.nextUp
      let isDeclared = declared.contains(between)
      if isDeclared || (a.y.isFinite && b.y.isFinite) {
        let value = isDeclared ? refinement.trace.value(at: between) : .nan
        jumps.append(
          Graph.Jump(x: isDeclared ? between : a.x, left: a.y, right: b.y, value: value))
      }
    }
    return joined(jumps).filter(isSeen)
  }

  /// Jumps that are some doubles apart, as one: where two pieces of a formula meet, rounding makes them equal at some doubles.
  private func joined(_ jumps: [Graph.Jump]) -> [Graph.Jump] {
    jumps.reduce(into: []) { joined, jump in
      guard let last = joined.last,
        frame.x.position(jump.x) - frame.x.position(last.x) < Self.together
      else { return joined.append(jump) }
      let isFirst = last.value.isFinite || jump.value.isNaN
      joined[joined.count - 1] = Graph.Jump(
        x: isFirst ? last.x : jump.x, left: last.left, right: jump.right,
        value: isFirst ? last.value : jump.value)
    }
  }

  /// A few doubles, in pixels.
  private static let together = 1e-11

  /// Whether both limits are told apart, and no pole.
  private func isSeen(_ jump: Graph.Jump) -> Bool {
    let limits = [jump.left, jump.right].filter(\.isFinite)
    guard limits.count == 2 else { return false }
    let places = limits.map(frame.y.position)
    guard abs(places[0] - places[1]) > 1 else { return false }
    let growth = Growth(refinement)
    return !growth.isUnbounded(at: jump.x, side: -1) && !growth.isUnbounded(at: jump.x, side: 1)
  }
}
