/// The segments of many lines by where they lie, so that those near a place are found without looking at all.
struct SegmentHash {
  /// A segment of a line.
  struct Segment {
    let from: Point
    let to: Point
    /// Which level its line has, and which of the level's pieces it is.
    let level: Int
    let piece: Int
    /// How far along the piece its middle lies, in pixels.
    let place: Double
    let length: Double
  }

  private let segments: [Segment]
  private var cells: [[Int]]
  private let columns: Int
  private let rows: Int
  private let corner: Point
  private let size: Double

  /// Sorts the segments of lines into square cells of a size.
  init(_ levels: [[ArcPath]], in panel: Rect, cell size: Double) {
    let size = max(size, max(panel.width, panel.height) / 500, 1e-9)
    self.size = size
    corner = Point(x: panel.minX, y: panel.minY)
    columns = max(1, Int((panel.width / size).rounded(.up)))
    rows = max(1, Int((panel.height / size).rounded(.up)))
    cells = Array(repeating: [], count: columns * rows)
    segments = levels.enumerated().flatMap { level, pieces in
      pieces.enumerated().flatMap { piece, path in
        path.points.indices.dropLast().map { index in
          Segment(
            from: path.points[index], to: path.points[index + 1], level: level, piece: piece,
            place: (path.places[index] + path.places[index + 1]) / 2,
            length: path.places[index + 1] - path.places[index])
        }
      }
    }
    for (index, segment) in segments.enumerated() {
      let (from, to) = (segment.from, segment.to)
      let bounds = Rect(
        minX: min(from.x, to.x), minY: min(from.y, to.y), maxX: max(from.x, to.x),
        maxY: max(from.y, to.y))
      for cell in numbers(of: bounds) { cells[cell].append(index) }
    }
  }

  /// The numbers of the cells that a rectangle touches.
  private func numbers(of rect: Rect) -> [Int] {
    func range(_ low: Double, _ high: Double, _ count: Int) -> ClosedRange<Int> {
      let first = min(max(Int((low / size).rounded(.down)), 0), count - 1)
      return first...min(max(Int((high / size).rounded(.down)), first), count - 1)
    }
    let across = range(rect.minX - corner.x, rect.maxX - corner.x, columns)
    return range(rect.minY - corner.y, rect.maxY - corner.y, rows).flatMap { row in
      across.map { row * columns + $0 }
    }
  }

  /// Whether a segment has a part in a rectangle, beside those that are left out.
  func hasSegment(in rect: TurnedRect, besides isLeftOut: (Segment) -> Bool) -> Bool {
    numbers(of: rect.bounds).contains { cell in
      cells[cell].contains { index in
        let segment = segments[index]
        return !isLeftOut(segment) && rect.meets(segment.from, segment.to)
      }
    }
  }
}
