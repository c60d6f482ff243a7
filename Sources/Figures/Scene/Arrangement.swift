extension Scene {
  /// How many panels stand side by side, and how many above one another.
  package struct Arrangement: Equatable, Sendable {
    /// Panels side by side.
    package let columns: Int
    /// Panels above one another.
    package let rows: Int

    /// The arrangement of so many panels: as asked, or that whose panels come nearest to a shape, their width over
    /// their height; to 16:9 where nil.
    init(panels: Int, columns: Int?, size: Size, shape: Double? = nil, around: Surroundings? = nil)
    {
      let count = max(1, panels)
      let chosen =
        columns ?? around.map {
          Arrangement.largest(count, size: size, shape: shape ?? 1.3, around: $0)
        } ?? Arrangement.bestColumns(count, size: size, shape: shape)
      self.columns = min(max(1, chosen), count)
      rows = (count + self.columns - 1) / self.columns
    }

    /// What panels have around them, about, in pixels.
    struct Surroundings {
      /// Beside each: labels, and a colour bar.
      let width: Double
      /// Above and below each: titles and labels.
      let height: Double
    }

    /// The number of columns with which panels of a shape come out largest; of those nearly as large, the one that leaves
    /// no place vacant.
    private static func largest(_ count: Int, size: Size, shape: Double, around: Surroundings)
      -> Int
    {
      func height(_ columns: Int) -> Double {
        let rows = (count + columns - 1) / columns
        let width = size.width / Double(columns) - around.width
        let height = size.height / Double(rows) - around.height
        let vacant = Double(rows * columns - count) / Double(count)
        return max(0, min(width / shape, height)) * (1 - 0.1 * vacant)
      }
      return (1...count).max { height($0) < height($1) } ?? 1
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
