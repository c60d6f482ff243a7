extension Scene {
  /// How many panels stand side by side, and how many above one another.
  package struct Arrangement: Equatable, Sendable {
    /// Panels side by side.
    package let columns: Int
    /// Panels above one another.
    package let rows: Int

    /// The arrangement of so many panels: as asked, or that whose panels come nearest to 16:9.
    init(panels: Int, columns: Int?, size: Size) {
      let count = max(1, panels)
      let chosen = columns ?? Arrangement.bestColumns(count, size: size)
      self.columns = min(max(1, chosen), count)
      rows = (count + self.columns - 1) / self.columns
    }

    private static func bestColumns(_ count: Int, size: Size) -> Int {
      // Up to three panels share their x-axis in one column, unless that would make ribbons of them.
      let candidates = (1...count).filter { count > 3 || $0 == 1 || size.width > 3 * size.height }
      func badness(_ columns: Int) -> Double {
        let rows = (count + columns - 1) / columns
        let aspect =
          Double(size.width) / Double(columns) / (Double(size.height) / Double(rows))
        let vacant = Double(rows * columns - count) / Double(count)
        return max(aspect / 1.78, 1.78 / aspect) + vacant
      }
      return candidates.min { badness($0) < badness($1) } ?? 1
    }
  }
}
