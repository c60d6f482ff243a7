import Foundation

/// A curve that is known: what is asked of the command, and what must then be seen; see Scripts/make-truth.
///
/// Coordinates are thousandths of a pixel of a panel of 1600 by 1000, y upward.
struct TrustCase: Decodable {
  /// A place where the curve breaks, or may be cut where nobody sees it.
  struct Break: Decodable {
    enum Kind: String, Decodable {
      /// The two sides do not meet.
      case must
      /// Both sides leave the window in one direction.
      case may
    }

    let x: Int
    let kind: Kind
    /// Towards it from the left, from the right, and at it; nil where there is no curve.
    let heights: [Int?]
  }

  /// A stretch of the panel, and the whole curve over it; of no width where it holds points of the curve alone.
  struct Window: Decodable {
    let from: Int
    let to: Int
    /// x, y, x, y and so on.
    let pieces: [[Int]]
  }

  let index: Int
  let kind: String
  let arguments: [String]
  let breaks: [Break]
  let windows: [Window]
  /// Columns in which the curve turns faster than pixels: which, its least and greatest height in it, and the same in
  /// a column half a pixel wider on both sides.
  let columns: [[Int]]

  /// The cases of a file, or those that are committed.
  static func all(in path: String?) throws -> [TrustCase] {
    let committed = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Truth/truth.jsonl")
    let data = try Data(contentsOf: path.map { URL(filePath: $0) } ?? committed)
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(TrustCase.self, from: $0)
    }
  }
}
