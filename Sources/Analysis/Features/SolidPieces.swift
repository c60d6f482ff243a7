import Activations

/// A stretch over which a trace goes on without a break, as far as can be told.
struct SolidPiece {
  /// From the first to the last double.
  var range: ClosedRange<Double>
  /// What it breaks at on the left; nil at an end of the domain, and beside what cannot be told.
  var left: Break?
  /// What it breaks at on the right.
  var right: Break?
}

/// A domain cut at the places at which a trace has poles, jumps, edges, or does what cannot be told.
struct SolidPieces {
  /// The pieces between the breaks, from left to right.
  private(set) var pieces: [SolidPiece] = []
  /// The breaks, those left out where the trace goes on.
  private(set) var breaks: [Break] = []
  /// Where nothing can be told, as of sin(1/x) at 0.
  private(set) var doubtful: [ClosedRange<Double>] = []
  /// What was asked; nil where nothing is certain of a trace.
  let certainty: Certainty?

  /// Cuts a domain; what is between doubles is told by doubles, or proved.
  init(_ trace: Trace, over domain: ClosedRange<Double>, isProved: Bool = false) {
    certainty = trace.certainty?(isProved)
    var gaps: [Gap] = []
    for piece in trace.pieces(of: domain) {
      guard let certainty, !certainty.over(piece).isTame else { continue }
      let found = certainty.breaks(in: piece)
      gaps += found.found.filter { $0.kind != .removable }.map { Gap(range: $0.place, place: $0) }
      gaps += found.undecided.map { Gap(range: $0, place: nil) }
    }
    // What the trace tells of itself.
    for x in trace.jumps where domain.contains(x) {
      let range = max(x.nextDown, domain.lowerBound)...min(x.nextUp, domain.upperBound)
      gaps.append(Gap(range: range, place: certainty?.classified(x.nextDown...x.nextUp)))
    }
    gaps.sort { $0.range.lowerBound < $1.range.lowerBound }
    breaks = gaps.compactMap(\.place)
    doubtful = gaps.filter { $0.isDoubtful(of: trace) }.map(\.range)
    cut(domain, at: gaps)
  }

  /// What lies between two pieces.
  private struct Gap {
    let range: ClosedRange<Double>
    let place: Break?

    func isDoubtful(of trace: Trace) -> Bool {
      if let place { return place.kind == .undecided }
      return !trace.jumps.contains { range.contains($0) }
    }
  }

  private mutating func cut(_ domain: ClosedRange<Double>, at gaps: [Gap]) {
    var (start, left) = (domain.lowerBound, Break?.none)
    for gap in gaps {
      if start <= gap.range.lowerBound, gap.place?.left != .undefined {
        pieces.append(
          SolidPiece(range: start...gap.range.lowerBound, left: left, right: gap.place))
      }
      (start, left) = (max(start, gap.range.upperBound), gap.place)
    }
    if start <= domain.upperBound, left?.right != .undefined {
      pieces.append(SolidPiece(range: start...domain.upperBound, left: left, right: nil))
    }
  }

  /// Whether a trace breaks at a place, or within neighbouring doubles of it.
  func breaks(at x: Double) -> Bool {
    breaks.contains { $0.kind != .removable && $0.place.contains(x) }
  }

  /// Whether it leaves all bounds at a place.
  func hasPole(at x: Double) -> Bool {
    breaks.contains { $0.kind == .pole && $0.place.contains(x) }
  }
}
