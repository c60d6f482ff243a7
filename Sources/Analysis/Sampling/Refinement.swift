import Activations

/// Looks closer and closer at a trace, wherever a picture could tell it from what is known.
///
/// Each link between two known points is tested at a third one near its middle, not at it, so that no symmetry and no
/// period of the trace agrees with that of the tests; with the exact slopes at both ends a test says little
/// less than the trace itself. What does not pass is halved, down to neighbouring doubles: a pole,
/// a jump or an edge is then between them. A column of pixels in which the trace turns again and again is dense.
struct Refinement {
  let trace: Trace
  let x: PixelAxis
  let yTransform: Transform?
  /// The picture's height and how far a line may stray from the trace, in pixels.
  let height: Double
  let tolerance: Double
  var chain: Chain
  /// The columns in which the trace oscillates faster than pixels.
  private(set) var dense: [Bool]
  /// Whether the points are given, all to be drawn.
  let isFixed: Bool
  /// Of gaps between given points where in them the trace breaks, by the node to the left.
  var givenBreaks: [Int: Break] = [:]
  private let corners: Set<Double>
  /// What is certain of the trace, once it was asked.
  private var certainty: Certainty?
  /// From a first glance, how far apart the quartiles of the values are, bent as the axis is.
  private var spread = 0.0

  /// How many nodes a trace may have for every column; those of a dense one are few.
  private static let mostNodes = 40
  /// From so many nodes in a column on it is asked whether it oscillates.
  private static let crowd = 16
  /// What reaches over fewer pixels from its lowest to its highest point may hide a spike.
  private static let flat = 8.0
  /// Narrower than this nothing is looked at, in pixels.
  private static let least = 0x1p-50
  /// How often a link may be halved: from 8 pixels to the least width, and the width of numbers near 0.
  private static let deepest = 64

  /// A chain through the first points of each piece of a domain.
  init(
    _ trace: Trace, x: PixelAxis, yTransform: Transform?, height: Double, tolerance: Double,
    pieces: [[Double]], isFixed: Bool
  ) {
    self.trace = trace
    self.x = x
    self.yTransform = yTransform
    self.height = height
    self.tolerance = tolerance
    self.isFixed = isFixed
    corners = Set(trace.corners)
    let columns = Int(Swift.max(x.length, 1).rounded(.up))
    dense = Array(repeating: false, count: columns)
    chain = Chain(columns: columns)
    for piece in pieces {
      for (index, node) in evaluate(piece).enumerated() {
        chain.append(node, behind: index == 0 ? .gap : isFixed ? .line : .open(passed: 0))
      }
    }
  }

  /// Whether the values were looked at on an axis that no pole fills: then what is true there says little of even ones.
  var wasBent: Bool { range.map { isTall(bent($0)) } ?? false }

  /// Tests what is open until a picture shows what the chain tells.
  ///
  /// - Parameter window: the values that are seen; all that are found where nil.
  mutating func refine(seeing window: ClosedRange<Double>? = nil) {
    var open = chain.order.filter { chain.isOpen($0) }
    if window == nil { spread = quartileDistance }
    if isFixed {
      breakGivenLines(LinkTest(frame: frame(window), tolerance: tolerance))
      return
    }
    for round in 0..<Self.deepest where !open.isEmpty {
      let test = LinkTest(frame: frame(window), tolerance: tolerance)
      open = halved(open, round, test)
      if chain.nodes.count > Self.mostNodes * dense.count { break }
      open = sparse(open, test)
    }
    let test = LinkTest(frame: frame(window), tolerance: tolerance)
    for index in open { chain.links[index] = last(index, test) }
  }

  /// What lies between two points that nothing can be told between, unless it is certain that the trace goes on there.
  private mutating func last(_ index: Int, _ test: LinkTest) -> Chain.Link {
    let link = test.last(of: chain, from: index)
    guard link == .gap, let next = chain.next[index], chain.nodes[index].y.isFinite,
      chain.nodes[next].y.isFinite
    else { return link }
    certainty = certainty ?? trace.certainty?(false)
    return isCertain(from: chain.nodes[index], to: chain.nodes[next]) ? .line : .gap
  }

  /// Whether the trace is certain to go on from one node to another.
  func isCertain(from a: Chain.Node, to b: Chain.Node) -> Bool {
    let cell = Swift.min(a.x, b.x)...Swift.max(a.x, b.x)
    return (certainty ?? trace.certainty?(false))?.over(cell).isTame == true
  }

  /// Whether all that was found lies within a few pixels of a picture of those values.
  func isFlat(in window: ClosedRange<Double>) -> Bool {
    guard let range, !isFixed else { return false }
    let y = frame(window).y
    return abs(y.position(range.upperBound) - y.position(range.lowerBound)) < Self.flat
  }

  /// Opens again what was seen in another frame.
  mutating func reopen() {
    if isFixed { return }
    for index in chain.links.indices where chain.links[index] != .gap {
      chain.links[index] = .open(passed: 0)
    }
  }

  /// The picture's axes for values that are seen; for all finite ones that were found where nil.
  func frame(_ window: ClosedRange<Double>?) -> Frame {
    let range = window ?? range ?? (yTransform == nil ? -1...1 : 1...2)
    guard window == nil, isTall(bent(range)) else {
      return Frame(x: x, y: PixelAxis(range, length: height, transform: yTransform))
    }
    let bent = (yTransform ?? .linear).followed(by: .symlog(spread))
    return Frame(x: x, y: PixelAxis(range, length: height, transform: bent))
  }

  /// Whether a range of bent values is so much higher than what lies between the quartiles that this would be flat in it.
  private func isTall(_ range: ClosedRange<Double>) -> Bool {
    spread > 0 && range.upperBound / 30 - range.lowerBound / 30 > spread
  }

  private func bent(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    guard let forward = yTransform?.forward else { return range }
    return forward(range.lowerBound)...forward(range.upperBound)
  }

  /// How far apart the quartiles of the values are, bent as the axis is.
  private var quartileDistance: Double {
    let values = chain.nodes.map { yTransform?.forward($0.y) ?? $0.y }.filter(\.isFinite).sorted()
    guard values.count > 4 else { return 0 }
    return values[values.count * 3 / 4] - values[values.count / 4]
  }

  /// The range of the finite values that were found and that the axis shows.
  var range: ClosedRange<Double>? { range(on: yTransform) }

  /// The range of the finite values that were found and that an axis shows.
  func range(on transform: Transform?) -> ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for node in chain.nodes where node.y.isFinite {
      if let transform, !transform.forward(node.y).isFinite { continue }
      low = Swift.min(low, node.y)
      high = Swift.max(high, node.y)
    }
    return low <= high ? low...high : nil
  }

  /// The trace at points.
  func evaluate(_ xs: [Double]) -> [Chain.Node] {
    guard let jets = trace.jets else {
      return zip(xs, trace.values(xs)).map {
        Chain.Node(x: $0, y: $1, slope: .nan, u: x.position($0))
      }
    }
    let (values, slopes) = jets(xs)
    return xs.indices.map { index in
      Chain.Node(
        x: xs[index], y: values[index],
        slope: corners.contains(xs[index]) ? .nan : slopes[index], u: x.position(xs[index]))
    }
  }

  /// Tests links once; those that are to be tested again.
  private mutating func halved(_ open: [Int], _ round: Int, _ test: LinkTest) -> [Int] {
    var (starts, middles): ([Int], [Double]) = ([], [])
    for (place, index) in open.enumerated() {
      guard let next = chain.next[index] else { continue }
      let (a, b) = (chain.nodes[index], chain.nodes[next])
      let middle = x.between(a.x, b.x, Self.share(place + round))
      if middle > a.x, middle < b.x, b.u - a.u > Self.least {
        starts.append(index)
        middles.append(middle)
      } else {
        chain.links[index] = last(index, test)
      }
    }
    var stillOpen: [Int] = []
    for (index, node) in zip(starts, evaluate(middles)) {
      if let inserted = settle(index, node, test) { stillOpen += [index, inserted] }
    }
    return stillOpen
  }

  /// Settles a link with a point between its ends, or puts the point there: its place then.
  private mutating func settle(_ index: Int, _ middle: Chain.Node, _ test: LinkTest) -> Int? {
    guard let next = chain.next[index], case .open(var passed) = chain.links[index] else {
      return nil
    }
    let (start, end) = (test.placed(chain.nodes[index]), test.placed(chain.nodes[next]))
    switch test.verdict(start, test.placed(middle), end) {
    case .settled(let link):
      passed += 1
      if passed >= test.needed(start, end, link) {
        chain.links[index] = link
        return nil
      }
    case .split: passed = 0
    }
    return chain.insert(middle, after: index, passed: passed)
  }

  /// The links that are not in dense columns; what lies in those is settled.
  private mutating func sparse(_ open: [Int], _ test: LinkTest) -> [Int] {
    let crowded = open.contains { chain.counts[chain.column(chain.nodes[$0].u)] > Self.crowd }
    guard crowded else { return open }
    var turns = Turns(columns: dense.count)
    for index in chain.order where chain.counts[chain.column(chain.nodes[index].u)] > Self.crowd {
      let node = chain.nodes[index]
      turns.take(test.frame.seen(test.frame.y.position(node.y)), in: chain.column(node.u))
    }
    for column in dense.indices where turns.counts[column] >= Turns.most { dense[column] = true }
    return open.filter { index in
      guard dense[chain.column(chain.nodes[index].u)] else { return true }
      chain.links[index] = .dense
      return false
    }
  }

  /// Where a link is tested, as a share of its width: near the middle, each at another place.
  private static func share(_ place: Int) -> Double {
    // Multiples of the golden ratio never come close to a period.
    let turn = Double(place & 0xFFFF) * 0.6180339887498949
    return 0.44 + 0.12 * (turn - turn.rounded(.down))
  }
}

extension Chain {
  /// Whether what lies between a node and the next is still to be tested.
  func isOpen(_ index: Int) -> Bool {
    if case .open = links[index] { next[index] != nil } else { false }
  }
}

/// Counts how often a trace turns in each column of pixels.
private struct Turns {
  /// A trace that turns so often in a column is more than one that rises and falls: two periods.
  static let most = 4
  /// Less than this is no rise, in pixels.
  private static let least = 0.5

  private(set) var counts: [Int]
  private var column = -1
  private var last = 0.0
  private var direction = 0.0

  init(columns: Int) { counts = Array(repeating: 0, count: columns) }

  /// The next value from left to right, in pixels.
  mutating func take(_ value: Double, in column: Int) {
    if value.isNaN { return }
    if column != self.column {
      (self.column, last, direction) = (column, value, 0)
      return
    }
    let rise = value - last
    if rise * direction < 0, abs(rise) < Self.least { return }
    if abs(rise) >= Self.least {
      if rise * direction < 0 { counts[column] += 1 }
      direction = rise
      last = value
    } else if rise * direction > 0 {
      last = value
    }
  }
}
