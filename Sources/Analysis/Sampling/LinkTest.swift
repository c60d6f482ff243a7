import Activations

/// Decides what lies between two points of a trace, from a third one between them and from the slopes.
struct LinkTest {
  let frame: Frame
  /// How far the line may stray, in pixels.
  let tolerance: Double

  /// A node in pixels.
  struct Placed {
    let u: Double
    let v: Double
    /// In pixels a pixel; NaN where it is not known.
    let slope: Double
    let side: Int
  }

  enum Verdict {
    /// Between the two is nothing else, as far as the three can tell.
    case settled(Chain.Link)
    /// Both halves are to be looked at.
    case split
  }

  /// Narrower than this a line that is steep may hide what it likes from a test of distances, in pixels.
  private static let narrow = 1.0
  /// A wave may hide beside a line that is steeper, in pixels a pixel.
  private static let steep = 8.0
  /// Doubles that are as far apart are seen one by one, in pixels.
  private static let apart = 0.1

  func placed(_ node: Chain.Node) -> Placed {
    let v = frame.y.position(node.y)
    let slope = node.slope * frame.y.slope(at: node.y, over: frame.x, at: node.x)
    return Placed(u: node.u, v: v, slope: slope.isFinite ? slope : .nan, side: frame.side(v))
  }

  /// What is known of the trace from `a` to `b` with `middle` between them.
  func verdict(_ a: Placed, _ middle: Placed, _ b: Placed) -> Verdict {
    let unknown = (a.v.isNaN ? 1 : 0) + (middle.v.isNaN ? 1 : 0) + (b.v.isNaN ? 1 : 0)
    if unknown > 0 { return unknown == 3 ? .settled(.gap) : .split }
    if a.side == b.side, a.side != 0 {
      return middle.side == a.side && !dips(a, b) && isFar(a, middle, b)
        ? .settled(.unseen) : .split
    }
    // From far above to far below may lie a pole.
    if a.side * b.side == -1, middle.side != 0 { return .split }
    guard isFlat(a, middle, b) else { return .split }
    return isJoined(a, middle, b) ? .settled(.line) : .split
  }

  /// Whether a trace that is outside at both ends of an interval may come in between.
  ///
  /// Its tangents lead inwards at both ends, and a curve that bends one way reaches no farther than where they meet.
  private func dips(_ a: Placed, _ b: Placed) -> Bool {
    let side = Double(a.side)
    guard side * a.slope < 0, side * b.slope > 0 else { return false }
    let meeting = (b.v - a.v + a.slope * a.u - b.slope * b.u) / (a.slope - b.slope)
    return frame.side(a.v + a.slope * (meeting - a.u)) != a.side
  }

  /// Whether a trace that is outside at three points stays there as far as they can tell: the middle is where a cubic
  /// through the ends with their slopes leads, give or take a fifth of how far outside all are.
  private func isFar(_ a: Placed, _ middle: Placed, _ b: Placed) -> Bool {
    let (width, height) = (b.u - a.u, b.v - a.v)
    // Beyond the horizon nothing is told apart, and without slopes other points stand witness.
    if max(abs(a.v), abs(middle.v), abs(b.v)) >= PixelAxis.horizon || width <= 0 { return true }
    if a.slope.isNaN || b.slope.isNaN { return true }
    let t = (middle.u - a.u) / width
    let bend = (1 - t) * (a.slope * width - height) - t * (b.slope * width - height)
    let outside = [a.v, middle.v, b.v].map { max($0 - frame.y.length, -$0) }.min() ?? 0
    return abs(a.v + t * height + t * (1 - t) * bend - middle.v) <= 0.2 * outside
  }

  /// How often a link must pass before it is settled: where no slopes stand witness, where a line is so steep that what
  /// is near it says little of how high the trace is, and where a trace far outside may come in, its halves do too.
  func needed(_ a: Placed, _ b: Placed, _ link: Chain.Link) -> Int {
    let width = b.u - a.u
    let isSteep = width > tolerance && abs(b.v - a.v) > Self.steep * width
    return isSteep || link == .unseen || a.slope.isNaN || b.slope.isNaN ? 2 : 1
  }

  /// Whether the middle is on the chord, and a cubic through both ends with their slopes near it.
  private func isFlat(_ a: Placed, _ middle: Placed, _ b: Placed) -> Bool {
    let (width, height) = (b.u - a.u, b.v - a.v)
    let length = (width * width + height * height).squareRoot()
    guard length > 0 else { return abs(middle.v - a.v) <= tolerance }
    // A middle beyond both ends is as far from the chord as from the nearer one.
    let overshoot = max(
      middle.v - max(a.v, b.v), min(a.v, b.v) - middle.v)
    guard overshoot <= tolerance else { return false }
    let away = abs(width * (middle.v - a.v) - height * (middle.u - a.u)) / length
    guard away <= tolerance else { return false }
    // The cubic leaves the chord by 4/27 of what an end's slope would make of the width, at most.
    func leaves(_ slope: Double) -> Bool {
      4 / 27.0 * abs(slope * width - height) * min(1, width / length) > tolerance
    }
    // A slope that is not known leaves nothing.
    return !leaves(a.slope) && !leaves(b.slope) && !turns(a, b)
  }

  /// Whether a trace may turn between two points beyond both: in a corner, as far as where its tangents meet.
  private func turns(_ a: Placed, _ b: Placed) -> Bool {
    guard a.slope * b.slope < 0 else { return false }
    let meeting = (b.v - a.v + a.slope * a.u - b.slope * b.u) / (a.slope - b.slope)
    let top = a.v + a.slope * (meeting - a.u)
    // A smooth trace turns before half of that way.
    return max(top - max(a.v, b.v), min(a.v, b.v) - top) > 4 * tolerance
  }

  /// Whether a line that rises within a pixel is one, and no leap.
  private func isJoined(_ a: Placed, _ middle: Placed, _ b: Placed) -> Bool {
    let height = b.v - a.v
    guard b.u - a.u < Self.narrow, abs(height) > 1 else { return true }
    if follows(a, height, b) { return true }
    // A slope that leads away from the other end tells of more than a rise: a peak, a pole.
    guard !(a.slope * height < 0), !(b.slope * height < 0) else { return false }
    let share = (middle.v - a.v) / height
    return (0.1...0.9).contains(share) && a.side == 0 && b.side == 0
  }

  /// What lies between two points that nothing can be told between.
  func last(of chain: Chain, from index: Int) -> Chain.Link {
    guard let next = chain.next[index] else { return .gap }
    let (a, b) = (placed(chain.nodes[index]), placed(chain.nodes[next]))
    if a.v.isNaN || b.v.isNaN { return .gap }
    // Where the doubles themselves are seen apart, they are the trace.
    if b.u - a.u >= Self.apart || abs(b.v - a.v) <= 1 { return .line }
    return follows(a, b.v - a.v, b) ? .line : .gap
  }

  /// Whether the slopes at both ends lead from one end to the other.
  private func follows(_ a: Placed, _ height: Double, _ b: Placed) -> Bool {
    [a.slope, b.slope].allSatisfy { slope in slope * (b.u - a.u) / height > 0.2 }
  }
}
