import Blocks

extension BlockEngine {
  /// As many threads as one may ask for.
  private static let most = 1024

  /// An engine with so many threads as the variable ACTVIZ_THREADS says, one for each core where it says nothing.
  ///
  /// Throws a `Failure` (64) where it is no such number.
  static func asked() throws(Failure) -> BlockEngine {
    guard let text = Platform.environment("ACTVIZ_THREADS"), !text.isEmpty else {
      return BlockEngine()
    }
    guard let count = Int(text), (1...most).contains(count) else {
      throw Failure(
        .usage,
        "ACTVIZ_THREADS must be a whole number from 1 to \(most), not '\(Printable.excerpt(text.utf8))'."
      )
    }
    return BlockEngine(workers: count)
  }
}
