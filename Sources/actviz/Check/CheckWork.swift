import Activations
import Blocks
import CProcess
import Exact

/// An implementation's values held against the truth: block by block, on all cores.
///
/// What is found does not depend on the number of threads: every block is counted by itself, and the counts are added in the
/// order of the blocks.
struct CheckWork {
  /// The counts of all blocks, finished.
  private(set) var tally: Tally
  /// Some of all answers.
  private(set) var sample = RowSample()
  /// How many of the true values could not be decided, where proof was asked for.
  private(set) var undecided = 0

  /// So many rows of a file make a block.
  static let rows = 1 << 14

  /// Gives the answers of a block.
  typealias Block = @Sendable () throws(Failure) -> Answers

  private struct Part: Sendable {
    let tally: Tally
    let answers: Answers
    let undecided: Int
  }

  /// Does the work for blocks of answers, which are made on the threads that look at them.
  ///
  /// Throws what the first block throws that does.
  init(
    _ request: CheckRequest, _ rules: TallyRules, telling progress: WorkProgress,
    on engine: BlockEngine, _ next: () throws -> Block?
  ) throws {
    process_keep_memory()
    let empty = Tally(rules)
    let type = rules.type
    let (function, quantity) = (request.function, request.quantity)
    let extent = request.isExact ? ProvedColumns.Extent.all : .roundings
    var (sum, sample, undecided) = (empty, RowSample(), 0)
    try engine.run(next) {
      Truths(of: function, quantity, extent, telling: progress)
    } work: { truths, block in
      Result { () throws(Failure) in
        let (answers, before) = (try block(), truths.undecided)
        var tally = empty
        tally.add(answers, truths: truths.values(at: answers, as: type))
        return Part(tally: tally, answers: answers, undecided: truths.undecided - before)
      }
    } take: { result in
      let part = try result.get()
      let worst = sum.worst?.error ?? 0
      sum.add(part.tally)
      if let now = sum.worst?.error, now > worst {
        ProgressLine.remark("worst so far \(CheckResult.ulps(now))")
      }
      sample.add(part.answers)
      undecided += part.undecided
    }
    sum.finish()
    (tally, self.sample, self.undecided) = (sum, sample, undecided)
  }
}
