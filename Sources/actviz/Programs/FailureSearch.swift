import Activations

/// Where a program fails: the one input, if it fails by that alone.
struct FailureSearch {
  enum Place {
    /// It fails at this input alone.
    case one(UInt64)
    /// It fails at these together, but not at one of them alone.
    case several([UInt64])
    /// It did not fail again.
    case none
  }

  private let program: Program
  /// The longest that a run without a failure took before its first answer, in seconds.
  private var longest: Double
  private let type: FloatType

  /// A search for a program whose first answer took so long; nil where none came.
  init(_ program: Program, firstAnswer seconds: Double?) {
    (self.program, type) = (program, program.type)
    longest = seconds ?? 0.5
  }

  /// Halves the inputs that were given and not answered until one is left.
  mutating func place(among suspects: [UInt64]) -> Place {
    guard !suspects.isEmpty, fails(suspects) else { return .none }
    var suspects = suspects
    while suspects.count > 1, !Interrupt.isAsked {
      let (first, second) = (
        suspects[..<(suspects.count / 2)], suspects[(suspects.count / 2)...]
      )
      if fails(Array(first)) {
        suspects = Array(first)
      } else if fails(Array(second)) {
        suspects = Array(second)
      } else {
        return .several(suspects)
      }
    }
    return suspects.count == 1 ? .one(suspects[0]) : .several(suspects)
  }

  /// Whether a run over some inputs fails; it hangs sooner than in earnest, in many times what good runs take.
  private mutating func fails(_ bits: [UInt64]) -> Bool {
    do {
      let run = try ProgramRun(program.waiting(max(1, 10 * longest)), Inputs(bits, type))
      while try run.next() != nil {}
      longest = max(longest, run.secondsToFirst ?? 0)
      return false
    } catch {
      return true
    }
  }
}
