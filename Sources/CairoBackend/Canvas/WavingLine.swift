import Figures

// A line that waves about as often as there are pixels crosses its own stroke everywhere, and Cairo's time
// for a path grows with its crossings: 1.4 s for sin(10⁶·x), of which 0.16 are left in pieces.

extension [Point] {
  /// The most turns of a line that is stroked as one path; no figure that can be read has so many.
  private static let most = 256
  /// The points of a piece.
  private static let length = 64

  /// Whether it goes up and down too often for one path.
  var isWaving: Bool {
    guard count > Self.most else { return false }
    var (turns, last) = (0, 0.0)
    for (a, b) in zip(self, dropFirst()) where a.y != b.y {
      let step = b.y - a.y
      if step * last < 0 { turns += 1 }
      last = step > 0 ? 1 : -1
    }
    return turns > Self.most
  }

  /// Pieces that overlap by one stretch, so that joins are drawn between them.
  var pieces: [[Point]] {
    stride(from: 0, to: count - 2, by: Self.length).map { start in
      Array(self[start..<Swift.min(start + Self.length + 2, count)])
    }
  }
}
