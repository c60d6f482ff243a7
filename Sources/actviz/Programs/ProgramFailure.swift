import Activations
import Tables

/// Why a program gave no values, or not all of them.
struct ProgramFailure: Error {
  enum Cause: Equatable {
    /// The system could not start it.
    case notStarted(String)
    /// It ended with this exit status before all values were written.
    case ended(Int)
    /// This signal ended it.
    case killed(Int)
    /// It closed its standard output before all values were written.
    case closed
    /// For so many seconds nothing came.
    case hung(Double)
    /// It wrote more values than it was given.
    case talked
    /// All values came, and then it ended with this exit status, or by 256 and a signal.
    case failedLate(Int)
    /// The user wants the report of what was seen.
    case interrupted
  }

  let cause: Cause
  /// How many values had come whole.
  let answered: Int
  /// How many it had been given.
  let given: Int
  /// The last that it said on standard error.
  let said: String
  /// How long its first answer took, in seconds; nil where none came.
  let secondsToFirst: Double?

  /// Whether there is no such program, library or function, as the shell or the runner tells.
  func isMissing(of program: Program) -> Bool {
    switch cause {
    case .notStarted: true
    case .ended(let status):
      answered == 0 && (program.isLibrary ? [66] : [126, 127]).contains(status)
        || isOfOtherRunner(program)
    case .killed, .closed, .hung, .talked, .failedLate, .interrupted: false
    }
  }

  /// Whether the runner of another version of actviz stood in for ours: it does not know what it is told.
  private func isOfOtherRunner(_ program: Program) -> Bool {
    program.isLibrary && cause == .ended(64) && answered == 0
      && ["usage: actviz-runner", "there is no "].contains { said.hasPrefix($0) }
  }

  /// Whether a run over some of the inputs can tell at which one it fails.
  var hasPlace: Bool {
    switch cause {
    case .ended, .killed, .closed, .hung: true
    case .notStarted, .talked, .failedLate, .interrupted: false
    }
  }
}

// What happened and where.
extension ProgramFailure {
  /// The same in a sentence; `count` is how many values were wanted.
  func sentence(of program: Program, at place: FailureSearch.Place, count: Int) -> String {
    if isMissing(of: program), program.isLibrary {
      if case .notStarted(let why) = cause {
        return
          "'\(program.name)' cannot be called: actviz-runner, which belongs beside actviz, could not be started: \(why)."
      }
      if isOfOtherRunner(program) {
        return
          "'\(program.name)' cannot be called: \(program.arguments[0]) is of another version than actviz; install both from one release."
      }
      return "'\(program.name)' cannot be called\(remark)."
    }
    return
      "'\(program.name)' \(event)\(Self.words(place, program.type))\(amount(of: count))\(remark)."
  }

  private var event: String {
    switch cause {
    case .notStarted(let why): "could not be started: \(why)"
    case .ended(let status): "ended with status \(status)"
    case .killed(let signal): "was ended by \(Self.name(ofSignal: signal))"
    case .closed: "closed its standard output"
    case .hung(let seconds): "did nothing for \(DecimalText.shortest(seconds)) s"
    case .talked: "wrote more values than it was given"
    case .failedLate(let end) where end < 256: "ended with status \(end), though with all values"
    case .failedLate(let end):
      "was ended by \(Self.name(ofSignal: end - 256)), though with all values"
    case .interrupted: "was interrupted"
    }
  }

  private func amount(of count: Int) -> String {
    switch cause {
    case .notStarted, .talked, .failedLate: ""
    case .ended, .killed, .closed, .hung, .interrupted: ", after \(answered) of \(count) values"
    }
  }

  private static func words(_ place: FailureSearch.Place, _ type: FloatType) -> String {
    switch place {
    case .one(let bits): return " at x = \(named(bits, type))"
    case .several(let bits):
      guard let first = bits.first, let last = bits.last else { return "" }
      return " between x = \(named(first, type)) and \(named(last, type)), at none of them alone"
    case .none: return ""
    }
  }

  /// A value with its bits.
  private static func named(_ bits: UInt64, _ type: FloatType) -> String {
    "\(DecimalText.shortest(type.value(bitPattern: bits))) (bits \(type.text(ofBits: bits)))"
  }

  /// The last line that it said.
  private var remark: String {
    let line = said.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }
    return line.map { "; it said: \(Printable.line(String($0.prefix(300))))" } ?? ""
  }

  private static func name(ofSignal number: Int) -> String {
    // Their numbers are the same wherever this runs.
    let known = [
      4: "illegal instruction", 6: "abort", 8: "arithmetic fault", 9: "kill",
      11: "segmentation fault", 15: "termination",
    ]
    return "signal \(number)" + (known[number].map { " (\($0))" } ?? "")
  }
}
