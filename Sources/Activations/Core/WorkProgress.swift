/// How far long work has come, told to whoever waits for it.
///
/// The work says what it does and counts what is done; of terminals and clocks it knows nothing.
///
///     progress.begin(.init(counting: "rows", total: 1000))
///     for batch in batches { progress.advance(batch.count) }
package struct WorkProgress: Sendable {
  /// A stretch of work.
  package struct Stage: Sendable {
    /// What is done, such as `Gaussian moments`; empty where the whole work's name says it.
    package var name: String
    /// What is counted, such as `rows`; empty where nothing is.
    package var unit: String
    /// How many of them there are; nil where that is not known.
    package var total: Int?
    /// How many steps make one of them: a row of three functions is done after three.
    package var steps: Int

    package init(
      _ name: String = "", counting unit: String = "", total: Int? = nil, steps: Int = 1
    ) {
      self.name = name
      self.unit = unit
      self.total = total
      self.steps = steps
    }

    /// Rows of so many functions; of more than can be counted, no total.
    package static func rows(_ count: Int?, of functions: Int) -> Stage {
      let total = count.map { $0.multipliedReportingOverflow(by: functions) }
      return Stage(
        counting: "rows", total: total.flatMap { $0.overflow ? nil : $0.partialValue },
        steps: functions)
    }
  }

  /// Says what is done from now on.
  package let begin: @Sendable (Stage) -> Void
  /// Counts steps that are done.
  package let advance: @Sendable (_ steps: Int) -> Void

  package init(
    begin: @escaping @Sendable (Stage) -> Void, advance: @escaping @Sendable (Int) -> Void
  ) {
    self.begin = begin
    self.advance = advance
  }

  /// Nobody waits.
  package static let untold = WorkProgress(begin: { _ in }, advance: { _ in })
}
