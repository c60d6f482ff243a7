import Activations

/// A way within a cell on which a field has one value; higher values lie to its left.
struct LevelPath {
  let level: Double
  private(set) var places: [Pixel]
  /// Whether there is a line from each place to the next.
  private(set) var isDrawn: [Bool]
  /// Whether it could not be followed from end to end.
  private(set) var isBroken = false

  init(level: Double, from start: Pixel, to end: Pixel) {
    self.level = level
    places = [start, end]
    isDrawn = [true]
  }

  fileprivate init(level: Double, places: [Pixel], isDrawn: [Bool], isBroken: Bool) {
    self.level = level
    self.places = places
    self.isDrawn = isDrawn
    self.isBroken = isBroken
  }
}

extension PixelPlane {
  /// Straight ways with as many places added as keep them on their levels, all of them evaluated side by side; those that
  /// need more when the budget is spent stay straight from there.
  func traced(_ paths: [LevelPath], budget: inout ValueBudget) -> [LevelPath] {
    var tracing = PathTracing(self, paths)
    // What cannot be followed is not to spend what dividing needs.
    let reserve = budget.left / 3
    while !tracing.isDone, budget.left - tracing.price > reserve { tracing.step(&budget) }
    tracing.end()
    return tracing.paths
  }
}

/// Adds places to ways until every one of their segments lies on its level.
///
/// A segment does where, at three and at seven tenths of it, the level lies between the two places a little to its sides: a bow is at most
/// a fifth farther away, an S a seventh. Otherwise the level is looked for across its middle.
private struct PathTracing {
  private enum State { case open, drawn, empty }

  private let plane: PixelPlane
  private let levels: [Double]
  /// Of all ways; where each begins is its own index.
  private var places: [Pixel]
  private var next: [Int]
  private var owner: [Int]
  /// What is known of the segment after each place.
  private var state: [State]
  private var counts: [Int]
  private var isBroken: [Bool]
  private var open: [Int]

  /// How far to the sides of a segment its level may lie, in pixels.
  private static let reach = 0.08
  /// What is shorter cannot be farther away from its level than that by much.
  private static let short = 0.125
  /// How many places a way within a cell has at most.
  private static let most = 64
  /// Where the level is looked for across a segment, in its lengths.
  private static let ladder = [-1, -0.5, -0.125, -0.03125, 0, 0.03125, 0.125, 0.5, 1]
  /// How often the way to the edge of a domain is halved.
  private static let edgeSteps = 20
  /// Sixteen directions.
  private static let ring = (0..<16).map { index -> Pixel in
    let turn = (Double(index) + 0.3) * .pi / 8
    return Pixel(u: Libm.cos(turn), v: Libm.sin(turn))
  }
  /// Where on a segment it is looked at.
  private static let shares = [0.3, 0.7]

  init(_ plane: PixelPlane, _ paths: [LevelPath]) {
    self.plane = plane
    levels = paths.map(\.level)
    let count = paths.count
    places = paths.map { $0.places[0] } + paths.map { $0.places[1] }
    next = (0..<count).map { count + $0 } + Array(repeating: -1, count: count)
    owner = Array(0..<count) + Array(0..<count)
    state = Array(repeating: .open, count: 2 * count)
    counts = Array(repeating: 2, count: count)
    isBroken = Array(repeating: false, count: count)
    open = Array(0..<count)
  }

  var isDone: Bool { open.isEmpty }

  /// About how many values a step takes.
  var price: Int { 8 * open.count }

  /// Takes what is open as it is.
  mutating func end() {
    for segment in open { state[segment] = .drawn }
    open = []
  }

  var paths: [LevelPath] {
    levels.indices.map { path in
      var (found, isDrawn, place) = ([places[path]], [Bool](), path)
      while next[place] >= 0 {
        isDrawn.append(state[place] == .drawn)
        place = next[place]
        found.append(places[place])
      }
      return LevelPath(
        level: levels[path], places: found, isDrawn: isDrawn, isBroken: isBroken[path])
    }
  }

  /// Looks at all open segments once.
  mutating func step(_ budget: inout ValueBudget) {
    let probes = open.flatMap { segment in
      Self.shares.flatMap { share in
        [-Self.reach, Self.reach].map { place(across: segment, share, $0) }
      }
    }
    budget.spend(probes.count)
    let values = plane.values(at: probes)
    var (stray, masked) = ([Int](), [(segment: Int, places: [Pixel], values: [Double])]())
    for (index, segment) in open.enumerated() {
      let range = 4 * index..<4 * index + 4
      state[segment] = judged(segment, values[range])
      if state[segment] == .open { stray.append(segment) }
      let isMasked = [range.lowerBound, range.lowerBound + 2].allSatisfy {
        values[$0].isNaN || values[$0 + 1].isNaN
      }
      if state[segment] == .drawn, isMasked {
        masked.append((segment, Array(probes[range]), Array(values[range])))
      }
    }
    open = []
    let isPassed = masked.map { isPassedAtEdge(levels[owner[$0.segment]], $0.places, $0.values) }
    budget.spend(2 * Self.edgeSteps * masked.count)
    for (index, isLine) in isPassed.enumerated() where !isLine {
      state[masked[index].segment] = .empty
    }
    let short = stray.filter { length(of: $0) < Self.short }
    for (segment, isLine) in zip(short, passes(short, &budget)) {
      state[segment] = isLine ? .drawn : .empty
    }
    bend(stray.filter { state[$0] == .open }, &budget)
  }

  /// A place beside a segment, to its left where the distance is above 0.
  private func place(across segment: Int, _ share: Double, _ distance: Double) -> Pixel {
    let (a, b) = (places[segment], places[next[segment]])
    let length = a.distance(to: b)
    let middle = a.toward(b, share)
    guard length > 0 else { return middle }
    return Pixel(
      u: middle.u - (b.v - a.v) / length * distance, v: middle.v + (b.u - a.u) / length * distance)
  }

  private func length(of segment: Int) -> Double {
    places[segment].distance(to: places[next[segment]])
  }

  /// What is known of a segment by the values to its right and left at two places.
  private func judged(_ segment: Int, _ values: ArraySlice<Double>) -> State {
    let level = levels[owner[segment]]
    let pairs = stride(from: values.startIndex, to: values.endIndex, by: 2)
      .map { (right: values[$0], left: values[$0 + 1]) }
    // Where there are no values to one side, the line lies between these and the other side.
    let isOn = pairs.allSatisfy { pair in
      !(pair.right >= level) && !(pair.left <= level) && !(pair.right.isNaN && pair.left.isNaN)
    }
    if isOn { return .drawn }
    let isShort = length(of: segment) < Self.short
    // The field stays on the level there: that is no line, but a plain.
    if pairs.allSatisfy({ $0.right == level && ($0.left > level || isShort) }) {
      return length(of: segment) > 0 ? .empty : .drawn
    }
    return .open
  }

  /// Whether a field is on both sides of a level between places with a value and places without one: at the edge of its domain
  /// it may be on the level and go no farther.
  private func isPassedAtEdge(_ level: Double, _ places: [Pixel], _ values: [Double]) -> Bool {
    var inside = [0, 2].map { values[$0].isNaN ? places[$0 + 1] : places[$0] }
    var outside = [0, 2].map { values[$0].isNaN ? places[$0] : places[$0 + 1] }
    let isAbove = [0, 2].map { values[$0].isNaN }
    for _ in 0..<Self.edgeSteps {
      let middles = zip(inside, outside).map { $0.toward($1, 0.5) }
      for (index, value) in plane.values(at: middles).enumerated() {
        if isAbove[index] ? value < level : value > level { return true }
        if value.isNaN { outside[index] = middles[index] } else { inside[index] = middles[index] }
      }
    }
    return false
  }

  /// Whether the field passes from below a level to above it around the middles of segments.
  private func passes(_ segments: [Int], _ budget: inout ValueBudget) -> [Bool] {
    let probes = segments.flatMap { segment -> [Pixel] in
      let middle = places[segment].toward(places[next[segment]], 0.5)
      let far = max(length(of: segment), 2 * Self.reach)
      return Self.ring.map { Pixel(u: middle.u + $0.u * far, v: middle.v + $0.v * far) }
    }
    budget.spend(probes.count)
    let values = plane.values(at: probes)
    return segments.indices.map { index in
      let around = values[index * Self.ring.count..<(index + 1) * Self.ring.count]
      let level = levels[owner[segments[index]]]
      return around.contains { $0 < level } && around.contains { $0 > level }
    }
  }

  /// Looks for the level across the middles of segments, and bends these there.
  private mutating func bend(_ segments: [Int], _ budget: inout ValueBudget) {
    let probes = segments.flatMap { segment in
      Self.ladder.map { place(across: segment, 0.5, $0 * length(of: segment)) }
    }
    budget.spend(probes.count)
    let values = plane.values(at: probes)
    var (bent, brackets, lost) = ([Int](), [Bracket](), [Int]())
    for (index, segment) in segments.enumerated() {
      let range = index * Self.ladder.count..<(index + 1) * Self.ladder.count
      let level = levels[owner[segment]]
      if let bracket = bracket(level, probes[range], values[range]) {
        bent.append(segment)
        brackets.append(bracket)
      } else {
        state[segment] = .empty
        lost.append(segment)
      }
    }
    // What touches the level from above is no line of it.
    for (segment, isLine) in zip(lost, passes(lost, &budget)) where isLine {
      isBroken[owner[segment]] = true
    }
    for (segment, crossing) in zip(bent, plane.crossings(in: brackets, budget: &budget)) {
      if let place = crossing.place, counts[owner[segment]] < Self.most {
        insert(place, after: segment)
      } else {
        state[segment] = .empty
        isBroken[owner[segment]] = true
      }
    }
  }

  /// The bracket nearest to the middle of a ladder; one single place on the level between higher ones is none.
  private func bracket(
    _ level: Double, _ places: ArraySlice<Pixel>, _ values: ArraySlice<Double>
  ) -> Bracket? {
    let found = values.indices.dropLast().filter { index in
      guard values[index] <= level, values[index + 1] > level else { return false }
      return values[index] < level || (index > values.startIndex && values[index - 1] <= level)
    }
    let middle = values.startIndex + Self.ladder.count / 2
    guard let index = found.min(by: { abs(2 * ($0 - middle) + 1) < abs(2 * ($1 - middle) + 1) })
    else { return nil }
    return Bracket(
      level: level, low: places[index], lowValue: values[index], high: places[index + 1],
      highValue: values[index + 1])
  }

  private mutating func insert(_ place: Pixel, after segment: Int) {
    let new = places.count
    places.append(place)
    next.append(next[segment])
    owner.append(owner[segment])
    state.append(.open)
    next[segment] = new
    state[segment] = .open
    counts[owner[segment]] += 1
    open += [segment, new]
  }
}
