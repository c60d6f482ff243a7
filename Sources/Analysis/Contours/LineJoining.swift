import Activations

/// Joins the pieces of level lines: open lines first, then closed ones.
struct LineJoining {
  private let search: ContourSearch
  /// Where each place of a line is left from.
  private var nextOf: [Meeting: Link] = [:]
  private var arrivedAt: Set<Meeting> = []

  /// How far a line may be moved to spare a point, in pixels.
  private static let tolerance = 0.02
  /// What is smaller in both directions cannot be seen, in pixels.
  private static let least = 0.25

  init(_ search: ContourSearch) {
    self.search = search
    for link in search.links.values.joined() {
      nextOf[link.from] = link
      arrivedAt.insert(link.to)
    }
  }

  /// All lines, those of the lowest level first.
  func lines() -> [LevelLine] {
    let starts = nextOf.keys.sorted {
      ($0.level, $0.edge.node, $0.edge.size, $0.edge.isUpright ? 1 : 0)
        < ($1.level, $1.edge.node, $1.edge.size, $1.edge.isUpright ? 1 : 0)
    }
    var (open, closed, seen) = ([LevelLine](), [LevelLine](), Set<Meeting>())
    for start in starts where !arrivedAt.contains(start) {
      open += lines(from: start, &seen)
    }
    for start in starts where !seen.contains(start) {
      for line in lines(from: start, &seen) {
        if line.isClosed { closed.append(line) } else { open.append(line) }
      }
    }
    let order = Dictionary(
      uniqueKeysWithValues: search.levels.enumerated().map { ($1, $0) })
    return (open + closed).enumerated()
      .sorted { a, b in
        (order[a.element.level] ?? 0, a.offset) < (order[b.element.level] ?? 0, b.offset)
      }
      .map(\.element)
  }

  /// What is drawn of the pieces that follow one another from a place on.
  private func lines(from start: Meeting, _ seen: inout Set<Meeting>) -> [LevelLine] {
    var (places, isDrawn, place) = ([Pixel](), [Bool](), start)
    while let link = nextOf[place], seen.insert(place).inserted, let path = search.paths[link] {
      if places.isEmpty { places.append(path.places[0]) }
      places += path.places.dropFirst()
      isDrawn += path.isDrawn
      place = link.to
    }
    let isClosed = place == start && !places.isEmpty
    let level = search.levels[start.level]
    if isClosed, isDrawn.allSatisfy({ $0 }) {
      return line(level, places.dropLast(), isClosed: true).map { [$0] } ?? []
    }
    if isClosed, let gap = isDrawn.firstIndex(of: false) {
      // It begins behind a gap.
      let round = Array(places.dropLast())
      let first = (gap + 1) % round.count
      places = Array(round[first...] + round[..<first]) + [round[first]]
      isDrawn = Array(isDrawn[(gap + 1)...] + isDrawn[...gap])
    }
    var (found, run) = ([LevelLine](), [Pixel]())
    for (index, place) in places.enumerated() {
      run.append(place)
      if index == isDrawn.count || !isDrawn[index] {
        if let line = line(level, run[...], isClosed: false) { found.append(line) }
        run = []
      }
    }
    return found
  }

  /// A line through places, in data units and with no more points than it needs; nil for one that cannot be seen.
  private func line(_ level: Double, _ places: ArraySlice<Pixel>, isClosed: Bool) -> LevelLine? {
    var points: [Point] = []
    for place in places where points.last != Point(x: place.u, y: place.v) {
      points.append(Point(x: place.u, y: place.v))
    }
    if isClosed, let first = points.first, points.last == first, points.count > 1 {
      points.removeLast()
    }
    guard let first = points.first, points.count > 1 else { return nil }
    let reach = points.map { max(abs($0.x - first.x), abs($0.y - first.y)) }
    guard let far = reach.indices.max(by: { reach[$0] < reach[$1] }), reach[far] >= Self.least
    else { return nil }
    let round = isClosed ? points + [first] : points
    let kept = thinned(round, keeping: isClosed ? [far] : [], tolerance: Self.tolerance)
    let plane = search.lattice.plane
    let data = (isClosed ? kept.dropLast() : kept[...]).map {
      plane.point(at: Pixel(u: round[$0].x, v: round[$0].y))
    }
    return LevelLine(level: level, points: data, isClosed: isClosed)
  }
}
