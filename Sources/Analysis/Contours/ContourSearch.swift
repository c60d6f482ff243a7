/// Where a line meets the side of a cell.
struct Meeting: Hashable {
  let edge: LatticeEdge
  /// The index of the level.
  let level: Int
}

/// A piece of a line within a cell; higher values lie to its left.
struct Link: Hashable {
  let from: Meeting
  let to: Meeting
}

/// Finds the pieces of level lines: marching squares over a lattice whose cells are halved where more than a line passes through.
///
/// A node is above a level, or it is not: a field that stays on a level is below it. Where the sides of a cell are met twice a piece
/// joins both places. Where a field leaps on one of them, has no value at a corner, or meets a level more often, as at a saddle,
/// the cell is divided; a cell beside it sees the halves of their common side, so that pieces always fit.
struct ContourSearch {
  private(set) var lattice: Lattice
  private let peek: GridPeek?
  /// Rising.
  let levels: [Double]
  private var divided: Set<LatticeCell> = []
  private var halved: Set<LatticeEdge> = []
  private var budget: ValueBudget
  /// Cells that are taken as they are, since the budget does not reach for them.
  private var settled: Set<LatticeCell> = []
  private(set) var crossings: [Meeting: Crossing] = [:]
  /// The pieces in each cell.
  private(set) var links: [LatticeCell: [Link]] = [:]
  private(set) var paths: [Link: LevelPath] = [:]

  /// Cells without values at some corners are not divided further; a quarter of a pixel.
  private static let maskSize = 2
  /// What is about a pixel wide.
  private static let pixelSize = 4
  /// About how many values a meeting on the outline of a divided cell takes, those within the cell among them, and the corners.
  private static let price = (meeting: 30, corners: 5)

  /// - Parameter grid: the field's pixels, where they are known: what they show between nodes is looked for.
  init(_ plane: PixelPlane, levels: [Double], beside grid: FieldGrid?) {
    lattice = Lattice(plane)
    peek = grid.map { GridPeek($0, over: plane) }
    self.levels = levels
    budget = ValueBudget(cells: lattice.columns * lattice.rows)
    var work = coarse
    while !work.isEmpty { work = examine(work) }
  }

  /// The coarse cells that lines may pass through.
  private var coarse: [LatticeCell] {
    var found: [LatticeCell] = []
    for row in 0..<lattice.rows {
      for column in 0..<lattice.columns {
        guard let (range, isWhole) = lattice.span(column: column, row: row) else { continue }
        let cell = lattice.cell(column: column, row: row)
        if !isWhole || !levels(between: range.lowerBound, range.upperBound).isEmpty
          || hides(cell, range)
        {
          found.append(cell)
        }
      }
    }
    return found
  }

  /// Looks at cells, and says which ones are to be looked at then.
  private mutating func examine(_ cells: [LatticeCell]) -> [LatticeCell] {
    let outlines = cells.map(outline)
    locate(outlines)
    let middles = middles(of: cells)
    var (toDivide, traced) = ([Int](), [Int]())
    for (index, cell) in cells.enumerated() {
      if let found = judge(cell, outlines[index], middles[index]) {
        links[cell] = found
        if !found.isEmpty { traced.append(index) }
      } else {
        toDivide.append(index)
      }
    }
    trace(traced.flatMap { links[cells[$0]] ?? [] }.filter { paths[$0] == nil })
    for index in traced where canDivide(cells[index]) {
      if links[cells[index]]?.contains(where: { paths[$0]?.isBroken == true }) == true {
        toDivide.append(index)
      }
    }
    let (now, never) = budget.affordable(toDivide.map { (cells[$0], price(of: outlines[$0])) })
    settled.formUnion(never)
    return divide(now, besides: never)
  }

  /// About how many values a cell takes when it is divided.
  private func price(of outline: [Stretch]) -> Int {
    Self.price.corners
      + Self.price.meeting * outline.map { levels(between: $0.from, $0.to).count }.reduce(0, +)
  }

  /// Whether pixels within a cell are above a level, or below one, and what is around it is not.
  private func hides(_ cell: LatticeCell, _ outline: ClosedRange<Double>) -> Bool {
    guard cell.size >= Self.pixelSize, let peek else { return false }
    let side = 1 << cell.size
    let far = lattice.pixel(at: cell.node + side + side * lattice.stride)
    guard let seen = peek.range(from: lattice.pixel(at: cell.node), to: far) else { return false }
    guard seen.lowerBound < outline.lowerBound || seen.upperBound > outline.upperBound else {
      return false
    }
    return levels.contains { level in
      (level >= outline.upperBound && level < seen.upperBound)
        || (level < outline.lowerBound && level > seen.lowerBound)
    }
  }

  private func canDivide(_ cell: LatticeCell) -> Bool { cell.size > 0 && !settled.contains(cell) }

  /// The edges around a cell, counter-clockwise.
  private func outline(of cell: LatticeCell) -> [Stretch] {
    var found: [Stretch] = []
    func add(_ edge: LatticeEdge, _ isForward: Bool) {
      guard halved.contains(edge) else {
        let (start, end) = (lattice.value(at: edge.node), lattice.value(at: lattice.end(of: edge)))
        found.append(
          Stretch(edge: edge, from: isForward ? start : end, to: isForward ? end : start))
        return
      }
      let halves = lattice.halves(of: edge)
      for half in isForward ? halves : halves.reversed() { add(half, isForward) }
    }
    for (side, isForward) in zip(lattice.sides(of: cell), [true, true, false, false]) {
      add(side, isForward)
    }
    return found
  }

  /// Finds out where levels are met on edges; of several on one edge the middle one first, since a leap over it may be over all.
  private mutating func locate(_ outlines: [[Stretch]]) {
    var wanted: [LatticeEdge: Range<Int>] = [:]
    for stretch in outlines.joined() {
      let range = levels(between: stretch.from, stretch.to)
      guard !range.isEmpty, wanted[stretch.edge] == nil else { continue }
      let middle = Meeting(edge: stretch.edge, level: (range.lowerBound + range.upperBound) / 2)
      if crossings[middle] == nil { wanted[stretch.edge] = range }
    }
    let edges = wanted.sorted { ($0.key.node, $0.key.size) < ($1.key.node, $1.key.size) }
    locate(
      edges.map { Meeting(edge: $0.key, level: ($0.value.lowerBound + $0.value.upperBound) / 2) })
    var others: [Meeting] = []
    for (edge, range) in edges where range.count > 1 {
      let first = Meeting(edge: edge, level: (range.lowerBound + range.upperBound) / 2)
      for level in range where level != first.level {
        let meeting = Meeting(edge: edge, level: level)
        if case .jump(let low, let high) = crossings[first], low <= levels[level],
          levels[level] < high
        {
          crossings[meeting] = crossings[first]
        } else {
          others.append(meeting)
        }
      }
    }
    locate(others)
  }

  private mutating func locate(_ meetings: [Meeting]) {
    let found = lattice.plane.crossings(
      in: meetings.map { meeting in
        var ends = [meeting.edge.node, lattice.end(of: meeting.edge)]
          .map { (place: lattice.pixel(at: $0), value: lattice.value(at: $0)) }
        if ends[0].value > ends[1].value { ends.swapAt(0, 1) }
        return Bracket(
          level: levels[meeting.level], low: ends[0].place, lowValue: ends[0].value,
          high: ends[1].place, highValue: ends[1].value)
      }, budget: &budget)
    for (meeting, crossing) in zip(meetings, found) { crossings[meeting] = crossing }
  }

  /// The levels that one value is above and the other is not.
  private func levels(between a: Double, _ b: Double) -> Range<Int> {
    guard !a.isNaN, !b.isNaN, a != b else { return 0..<0 }
    let (low, high) = (min(a, b), max(a, b))
    var start = 0
    while start < levels.count, levels[start] < low { start += 1 }
    var end = start
    while end < levels.count, levels[end] < high { end += 1 }
    return start..<end
  }

  /// The values in the middle of those cells that cannot be divided; NaN for others.
  private mutating func middles(of cells: [LatticeCell]) -> [Double] {
    let last = cells.indices.filter { !canDivide(cells[$0]) }
    budget.spend(last.count)
    let values = lattice.plane.values(at: last.map { lattice.middle(of: cells[$0]) })
    var middles = Array(repeating: Double.nan, count: cells.count)
    for (index, value) in zip(last, values) { middles[index] = value }
    return middles
  }

  /// The pieces of lines in a cell; nil for a cell that is to be divided.
  private func judge(_ cell: LatticeCell, _ outline: [Stretch], _ middle: Double) -> [Link]? {
    let canDivide = canDivide(cell)
    let isMasked = outline.contains { $0.from.isNaN }
    if isMasked {
      if outline.allSatisfy({ $0.from.isNaN }) { return [] }
      if canDivide, cell.size > Self.maskSize { return nil }
    }
    let values = outline.map(\.from).filter { !$0.isNaN }
    if canDivide, let least = values.min(), let most = values.max(), hides(cell, least...most) {
      return nil
    }
    var found: [Link] = []
    let all = outline.map { levels(between: $0.from, $0.to) }
    guard let low = all.filter({ !$0.isEmpty }).map(\.lowerBound).min(),
      let high = all.filter({ !$0.isEmpty }).map(\.upperBound).max()
    else { return [] }
    for level in low..<high {
      let met = outline.indices.filter { all[$0].contains(level) }.map { outline[$0] }
      let meetings = met.map { Meeting(edge: $0.edge, level: level) }
      let lines = meetings.indices.filter { isLine(meetings[$0]) }
      if lines.isEmpty { continue }
      // Where nothing is below it the level is touched from above: that has no saddles.
      let isTouched = lines.count == met.count && !outline.contains { $0.from < levels[level] }
      if canDivide, !isTouched, met.count != 2 || lines.count != 2 { return nil }
      // An odd number of meetings has its other ones where there are no values.
      guard met.count.isMultiple(of: 2) else { continue }
      let isHigh = met.count > 2 && middle > levels[level]
      for index in meetings.indices where met[index].from > met[index].to {
        // Towards the rise behind this fall, or around what is high between the rise before it and this.
        let step = isHigh || met.count == 2 ? 1 : meetings.count - 1
        let other = (index + step) % meetings.count
        guard met[other].from < met[other].to else { continue }
        let link = Link(from: meetings[index], to: meetings[other])
        if isLine(link.from), isLine(link.to) { found.append(link) }
      }
    }
    return found
  }

  private func isLine(_ meeting: Meeting) -> Bool {
    crossings[meeting]?.place != nil
  }

  /// Follows pieces from end to end; those whose ends are not known well stay straight.
  private mutating func trace(_ links: [Link]) {
    var followed: [Link] = []
    for link in links {
      guard let from = crossings[link.from], let to = crossings[link.to], let start = from.place,
        let end = to.place
      else { continue }
      paths[link] = LevelPath(level: levels[link.from.level], from: start, to: end)
      if from == .at(start), to == .at(end) { followed.append(link) }
    }
    let pieces = followed.compactMap { paths[$0] }
    for (link, path) in zip(followed, lattice.plane.traced(pieces, budget: &budget)) {
      paths[link] = path
    }
  }

  /// Divides cells; the new ones, those beside them that now see more of a side, and others that are to be looked at too.
  private mutating func divide(_ cells: [LatticeCell], besides others: [LatticeCell])
    -> [LatticeCell]
  {
    lattice.divide(cells)
    budget.spend(Self.price.corners * cells.count)
    var next = Set(others)
    for cell in cells {
      divided.insert(cell)
      links[cell] = nil
    }
    for cell in cells {
      next.formUnion(lattice.quarters(of: cell))
      for (side, neighbour) in zip(lattice.sides(of: cell), lattice.neighbours(of: cell)) {
        guard halved.insert(side).inserted, var other = neighbour else { continue }
        while other.size < Lattice.coarsest, !divided.contains(lattice.whole(of: other)) {
          other = lattice.whole(of: other)
        }
        if !divided.contains(other) { next.insert(other) }
      }
    }
    return next.sorted { ($0.node, $0.size) < ($1.node, $1.size) }
  }
}

/// An edge as it is passed on the way around a cell.
struct Stretch {
  let edge: LatticeEdge
  /// The value where the way comes from.
  let from: Double
  let to: Double
}
