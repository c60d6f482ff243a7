import Analysis
import Exact

/// Why a run ends early: one sentence for the user, one number for scripts.
struct Failure: Error, Equatable, CustomStringConvertible {
  var status: ExitStatus
  /// Names the wrong thing and what would be right, in one sentence with its full stop.
  ///
  /// Empty for a failure that nobody wants to hear of.
  var sentence: String
  /// Lines to be printed before the sentence: a formula, and a caret under what is wrong.
  var excerpt: String?

  init(_ status: ExitStatus, _ sentence: String, excerpt: String? = nil) {
    self.status = status
    self.sentence = sentence
    self.excerpt = excerpt
  }

  /// The reader of a pipe has seen enough (`actviz table gelu | head`): end quietly.
  static let readerHasLeft = Failure(.done, "")

  /// The report, which is printed by now, tells which value is beyond which limit.
  static let beyondLimit = Failure(.beyondLimit, "")

  /// The numbers are written by now, and some of them are not proved.
  static func unproved(_ undecided: Int, of count: Int) -> Failure {
    Failure(
      .beyondLimit,
      """
      \(undecided) of \(count) values could not be decided with \(ProvedColumns.mostBits) bits; they stand as they are \
      without proof, or as the middle of what they may be.
      """)
  }

  /// Whether nothing is to be printed.
  var isQuiet: Bool { sentence.isEmpty }

  var description: String { sentence }
}

extension ProofCount {
  /// Throws a `Failure` where some values could not be decided.
  func check() throws(Failure) {
    guard undecided > 0 else { return }
    throw .unproved(undecided, of: all)
  }
}
