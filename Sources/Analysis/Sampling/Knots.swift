import Activations

extension Trace {
  /// The domain cut at the jumps; each piece begins and ends just beside its jump.
  ///
  /// An end evaluated one double away from the jump is the one-sided limit to the last digit or so.
  func pieces(of domain: ClosedRange<Double>) -> [ClosedRange<Double>] {
    var pieces: [ClosedRange<Double>] = []
    var start = domain.lowerBound
    for jump in jumps where domain.contains(jump) {
      if jump.nextDown >= start { pieces.append(start...jump.nextDown) }
      start = jump.nextUp
    }
    if start <= domain.upperBound { pieces.append(start...domain.upperBound) }
    return pieces
  }

  /// First points for a search over one piece, in ascending order, its ends included.
  ///
  /// A grid of `count` intervals that is even in the picture, every corner, and around every landmark a ladder of ever
  /// smaller steps, down to 2⁻³⁰ of the domain but not below `leastStep`: what is steep there is narrow.
  func knots(
    over piece: ClosedRange<Double>, of domain: ClosedRange<Double>, count: Int,
    transform: Transform? = nil,
    leastStep: Double = 0
  ) -> [Double] {
    var knots: [Double]
    if let transform {
      knots = transform.grid(piece, count: count + 1)
    } else {
      let unit = domain.binaryUnit
      let share = piece.length(in: unit) / domain.length(in: unit)
      knots = Grid(piece, count: max(8, Int(Double(count) * share)) + 1).all
    }
    knots += corners
    for landmark in landmarks where domain.contains(landmark) {
      knots.append(landmark)
      var step = domain.upperBound / 2 - domain.lowerBound / 2
      for _ in 0..<30 where step > leastStep {
        knots.append(landmark - step)
        knots.append(landmark + step)
        step /= 2
      }
    }
    return knots.filter { piece.contains($0) }.sortedOnce()
  }
}

extension Grid {
  /// All points of the grid.
  package var all: [Double] { points(0..<count) }
}

extension [Double] {
  /// Its numbers in ascending order, each once.
  ///
  /// Most of such a list is in order already, which sorting makes use of and a set does not.
  func sortedOnce() -> [Double] {
    var once: [Double] = []
    once.reserveCapacity(count)
    for x in sorted() where once.last != x { once.append(x) }
    return once
  }
}
