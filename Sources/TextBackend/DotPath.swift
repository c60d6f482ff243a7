import Figures

/// The dots of a polyline: one after another, without the corners of stairs.
struct DotPath {
  /// A dot of braille, counted from the upper left.
  struct Dot: Equatable {
    var column: Int
    var row: Int
  }

  private(set) var dots: [Dot] = []

  /// The dots that a line goes over; those in the gaps of a dash, in pixels, are left out.
  init(_ line: [Point], dash: [Double]) {
    let period = dash.reduce(0, +)
    var walked = 0.0
    var path: [(dot: Dot, isSeen: Bool)] = []
    for (from, to) in zip(line, line.dropFirst()) {
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = (dx * dx + dy * dy).squareRoot()
      // Lines are clipped to the canvas, so that there are a few thousand steps at most.
      let steps = max(1, Int(min(max(abs(dx), abs(dy)) / Cells.dot * 2, 1e5).rounded(.up)))
      for step in 0...steps {
        let part = Double(step) / Double(steps)
        let dot = Dot(
          column: Int(((from.x + part * dx) / Cells.dot).rounded(.down)),
          row: Int(((from.y + part * dy) / Cells.dot).rounded(.down)))
        guard path.last?.dot != dot else { continue }
        // Of a stair that goes on diagonally, the corner goes.
        if path.count > 1, let corner = path.last?.dot {
          let before = path[path.count - 2].dot
          let isCorner = abs(before.column - dot.column) == 1 && abs(before.row - dot.row) == 1
          if isCorner, before != corner { path.removeLast() }
        }
        let isSeen = period <= 0 || Self.isSeen(walked + part * length, dash, period)
        path.append((dot, isSeen))
      }
      walked += length
    }
    dots = path.filter(\.isSeen).map(\.dot)
  }

  private static func isSeen(_ length: Double, _ dash: [Double], _ period: Double) -> Bool {
    var rest = length.truncatingRemainder(dividingBy: period)
    for (index, part) in dash.enumerated() {
      if rest < part { return index.isMultiple(of: 2) }
      rest -= part
    }
    return true
  }
}
