import Activations

// Lines between points that were given: they break where the trace is certain to, though no point stands there.

extension Refinement {
  /// Breaks the lines over poles and jumps: where the slopes at both ends do not tell of a straight line, it is
  /// asked what is certain.
  ///
  /// A line comes up to a jump from both sides, but not to a pole: the place of the nearest point is no pole's.
  mutating func breakGivenLines(_ test: LinkTest) {
    let doubtful = chain.order.filter { index in
      guard chain.links[index] == .line, let next = chain.next[index] else { return false }
      return test.isDoubtful(test.placed(chain.nodes[index]), test.placed(chain.nodes[next]))
    }
    guard !doubtful.isEmpty, let certainty = trace.certainty?(false) else { return }
    for index in doubtful {
      guard let next = chain.next[index] else { continue }
      let cell = chain.nodes[index].x...chain.nodes[next].x
      if certainty.over(cell).isTame { continue }
      let breaks = certainty.breaks(in: cell, budget: 256).found.filter(\.interrupts)
      guard let first = breaks.first else { continue }
      chain.links[index] = .gap
      if breaks.count == 1, first.kind == .jump {
        lead(from: index, to: first.place)
      } else {
        givenBreaks[index] = first
      }
    }
  }

  /// Leads the lines on both sides of a gap up to a place in it.
  private mutating func lead(from index: Int, to place: ClosedRange<Double>) {
    guard let next = chain.next[index] else { return }
    var left = index
    for node in evaluate([place.lowerBound, place.upperBound])
    where node.x > chain.nodes[index].x && node.x < chain.nodes[next].x && node.y.isFinite {
      let inserted = chain.insert(node, after: left, passed: 0)
      chain.links[left] = node.x == place.lowerBound ? .line : .gap
      chain.links[inserted] = node.x == place.lowerBound ? .gap : .line
      left = inserted
    }
  }
}

extension Break {
  /// Whether a line ends there.
  fileprivate var interrupts: Bool {
    switch kind {
    case .pole, .jump, .edge: true
    case .removable, .undecided: false
    }
  }
}

extension LinkTest {
  /// Whether a trace may do what it likes between two points: their slopes do not lead along the line between them.
  fileprivate func isDoubtful(_ a: Placed, _ b: Placed) -> Bool {
    let (width, height) = (b.u - a.u, b.v - a.v)
    guard height.isFinite else { return false }
    return ![a.slope, b.slope].allSatisfy { abs($0 * width - height) * 4 / 27 <= tolerance }
  }
}
