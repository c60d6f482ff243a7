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
    for index in new.xs.indices {
      if seen % stride == 0 {
        if answers.count == Self.capacity { halve() }
        if seen % stride == 0 { answers.append(new, index) }
      }
      seen += 1
    }
  }

  private mutating func halve() {
    answers = answers.picked(Swift.stride(from: 0, to: answers.count, by: 2))
    stride *= 2
  }
}
