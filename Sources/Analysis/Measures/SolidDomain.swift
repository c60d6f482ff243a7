import Activations

extension Bounds {
  /// A domain of any size cut where a graph breaks.
  struct Solid {
    /// The pieces between the breaks, from left to right.
    private(set) var pieces: [SolidPiece] = []
    /// Where the graph breaks.
    private(set) var breaks: [Break] = []

    /// Cuts where the graph is proved to break, or not known to go on.
    init(_ trace: Trace, over domain: ClosedRange<Double>) {
      let isWhole = trace.certainty?(false).over(domain).isTame ?? true
      for window in isWhole ? [domain] : Self.windows(of: domain) {
        let solid = SolidPieces(trace, over: window, isProved: true)
        pieces += solid.pieces
        breaks += solid.breaks
        // What intervals cannot tell, as where they overflow, has values all the same.
        pieces += solid.doubtful.filter(Self.isWide).map { SolidPiece(range: $0) }
      }
      pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Cuts where the graph says itself that it breaks.
    init(plain trace: Trace, over domain: ClosedRange<Double>) {
      pieces = trace.pieces(of: domain).map { SolidPiece(range: $0) }
    }

    private static func isWide(_ range: ClosedRange<Double>) -> Bool {
      let size = max(range.lowerBound.magnitude, range.upperBound.magnitude)
      return range.upperBound / 2 - range.lowerBound / 2 > 0x1p-20 * size
    }

    /// A wide domain in parts: breaks are told apart by a share of the part that they are in.
    private static func windows(of domain: ClosedRange<Double>) -> [ClosedRange<Double>] {
      let ends = [40, 0x1p20, 0x1p40, 0x1p80, 0x1p160, 0x1p320, 0x1p640]
      let cuts = (ends.map { -$0 } + ends).filter {
        $0 > domain.lowerBound && $0 < domain.upperBound
      }
      let all = [domain.lowerBound] + cuts.sorted() + [domain.upperBound]
      return zip(all, all.dropFirst()).map { $0...$1 }
    }
  }
}
