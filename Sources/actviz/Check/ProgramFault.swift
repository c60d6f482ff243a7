import Activations
import FigureSpecification

/// What is told of a program that failed: the sentence, and the inputs at which it does.
struct ProgramFault {
  /// How the run ends.
  let failure: Failure
  /// The input at which it fails by that alone, as bits; nil where there is none.
  let bits: UInt64?

  /// Looks for the input, by runs over some of those that were not answered.
  init(
    _ failed: ProgramFailure, of program: Program, at inputs: Inputs, telling progress: WorkProgress
  ) {
    var place = FailureSearch.Place.none
    if failed.hasPlace, failed.answered < inputs.count, !failed.isMissing(of: program) {
      progress.begin(.init("looking for the input"))
      let suspects = inputs.bits(failed.firstSuspect..<max(failed.given, failed.answered + 1))
      var search = FailureSearch(program, firstAnswer: failed.secondsToFirst)
      place = search.place(among: suspects)
    }
    bits = if case .one(let bits) = place { bits } else { nil }
    let sentence = failed.sentence(of: program, at: place, count: inputs.count)
    failure = Failure(failed.status(of: program), sentence)
  }
}

extension ProgramFailure {
  /// The first input that may be the cause: that behind the last answer, or any where the program ended well and an answer may be
  /// missing anywhere.
  fileprivate var firstSuspect: Int {
    cause == .ended(0) && given <= 1 << 20 ? 0 : answered
  }

  fileprivate func status(of program: Program) -> ExitStatus {
    switch cause {
    case .interrupted: .interrupted
    case .notStarted, .ended, .killed, .closed, .hung, .talked, .failedLate:
      isMissing(of: program) ? .noInput : .data
    }
  }
}
