/// Some of a file's rows, evenly spread over it, so that they can be looked at once more.
///
/// All rows where there are few; of many, every second, fourth and so on.
struct RowSample {
  /// More than there are finite values of a 16-bit type, so that files of all of them stay whole.
  private static let capacity = 1 << 16

  private(set) var answers = Answers()
  private var stride = 1
  private var seen = 0

  mutating func add(_ new: Answers) {
    var index = stepsToNext(from: seen)
    while index < new.count {
      if answers.count == Self.capacity { halve() }
      let rest = stepsToNext(from: seen + index)
      if rest == 0 { answers.append(new, index) }
      index += rest == 0 ? stride : rest
    }
    seen += new.count
  }

  /// How far it is from a row to the next that is kept.
  private func stepsToNext(from row: Int) -> Int { (stride - row % stride) % stride }

  private mutating func halve() {
    answers = answers.picked(Swift.stride(from: 0, to: answers.count, by: 2))
    stride *= 2
  }
}
