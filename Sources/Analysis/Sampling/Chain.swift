import Activations

/// The points at which a trace is known, from left to right, and what is known of it between each and the next.
struct Chain {
  /// A point of the trace.
  struct Node {
    /// Where it is, in data units.
    let x: Double
    /// The value there.
    let y: Double
    /// The exact slope there in data units; NaN where it is not known, as at a corner.
    let slope: Double
    /// Where it is from left to right, in pixels.
    let u: Double

    /// The point in data units.
    var point: Point { Point(x: x, y: y) }
  }

  /// What is known between a node and the next.
  enum Link: Equatable {
    /// To be tested; how often it has passed already.
    case open(passed: Int)
    /// A straight line, as far as a picture can tell.
    case line
    /// Nothing: the trace leaps, has a pole or does not exist.
    case gap
    /// Nothing that is seen.
    case unseen
    /// More than pixels can show.
    case dense
  }

  /// In the order in which they were found.
  private(set) var nodes: [Node] = []
  /// For every node, the next one to the right; nil for the last.
  private(set) var next: [Int?] = []
  /// For every node, what lies between it and the next.
  var links: [Link] = []
  /// How many nodes stand in each column of pixels.
  private(set) var counts: [Int]

  /// An empty chain over so many columns.
  init(columns: Int) { counts = Array(repeating: 0, count: columns) }

  /// The node farthest to the left comes first.
  let first = 0

  /// The nodes from left to right.
  var order: [Int] {
    var order: [Int] = []
    order.reserveCapacity(nodes.count)
    var index: Int? = nodes.isEmpty ? nil : first
    while let here = index {
      order.append(here)
      index = next[here]
    }
    return order
  }

  /// Adds a node at the right end, behind a link from the one before.
  mutating func append(_ node: Node, behind link: Link) {
    if let last = nodes.indices.last {
      next[last] = nodes.count
      links[last] = link
    }
    nodes.append(node)
    next.append(nil)
    links.append(.gap)
    count(node)
  }

  /// Puts a node between one and the next; both halves are to be tested.
  mutating func insert(_ node: Node, after index: Int, passed: Int) -> Int {
    let place = nodes.count
    nodes.append(node)
    next.append(next[index])
    links.append(.open(passed: passed))
    next[index] = place
    links[index] = .open(passed: passed)
    count(node)
    return place
  }

  /// The column of pixels in which a place is.
  func column(_ u: Double) -> Int { Swift.min(Swift.max(Int(u), 0), counts.count - 1) }

  private mutating func count(_ node: Node) { counts[column(node.u)] += 1 }
}
