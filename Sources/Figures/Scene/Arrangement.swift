extension Scene {
  /// How many panels stand side by side, and how many above one another.
  package struct Arrangement: Equatable, Sendable {
    /// Panels side by side.
    package let columns: Int
    /// Panels above one another.
    package let rows: Int

    /// The arrangement of so many panels: as asked, or that whose panels come nearest to a shape, their width over
    /// their height; to 16:9 where nil.
    init(panels: Int, columns: Int?, size: Size, shape: Double? = nil) {
      let count = max(1, panels)
      let chosen = columns ?? Arrangement.bestColumns(count, size: size, shape: shape)
      self.columns = min(max(1, chosen), count)
      rows = (count + self.columns - 1) / self.columns
    }

    private static func bestColumns(_ count: Int, size: Size, shape: Double?) -> Int {
      // Up to three panels share their x-axis in one column, unless that would make ribbons of them.
      let candidates = (1...count).filter {
        shape != nil || count > 3 || $0 == 1 || size.width > 3 * size.height
      }
      let wanted = shape ?? 1.78
      func badness(_ columns: Int) -> Double {
        let rows = (count + columns - 1) / columns
        let aspect =
          Double(size.width) / Double(columns) / (Double(size.height) / Double(rows))
        let vacant = Double(rows * columns - count) / Double(count)
        return max(aspect / wanted, wanted / aspect) + vacant
      }
      return candidates.min { badness($0) < badness($1) } ?? 1
    }
  }
}
