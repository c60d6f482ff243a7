import Activations
import CProcess
import FigureSpecification

/// The line on standard error that tells how far long work is, from the second second on.
///
/// It stands on a terminal only, rewrites itself, and is gone before anything else is printed and when the run ends,
/// by a signal too. A terminal that knows no control sequences (`TERM` is `dumb` or not set) shows none.
enum ProgressLine {
  /// Begins the count of seconds for a command.
  static func begin(_ command: Command) {
    guard Platform.isTerminal(2), let kind = Platform.environment("TERM"), !kind.isEmpty,
      kind != "dumb"
    else { return }
    process_progress_begin(command.rawValue)
  }

  /// Where work tells how far it is.
  static let progress = WorkProgress(
    begin: { stage in
      process_progress_stage(
        nil, Printable.line(stage.name), stage.unit, Int64(stage.total ?? 0), Int64(stage.steps))
    }, advance: { process_progress_advance(Int64($0)) })

  /// Says what is done from now on.
  static func begin(_ stage: WorkProgress.Stage) { progress.begin(stage) }

  /// Says what was found so far.
  static func remark(_ text: String) { process_progress_remark(Printable.line(text)) }

  /// Lets `body` write where the line may stand.
  static func givingWay<Result>(to body: () -> Result) -> Result {
    process_progress_pause()
    defer { process_progress_resume() }
    return body()
  }

  /// Takes the line away for good: the run ends, or the terminal shows something else from now on.
  static func end() { process_progress_end() }
}
