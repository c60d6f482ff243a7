import Activations
import Formulas

// Finds poles, jumps and edges by halving what is not certain.

extension Certainty {
  /// What a search has found.
  package struct Breaks: Equatable, Sendable {
    /// The places, from left to right, those too where the graph goes on.
    package var found: [Break] = []
    /// Stretches of which nothing could be told within the limits of the search.
    package var undecided: [ClosedRange<Double>] = []
  }

  /// The breaks in a stretch of x, each between doubles that are neighbours or nearly so.
  ///
  /// What is certain to be continuous and bounded is left out, the rest is halved, however wide or narrow the stretch
  /// is. A place where the graph is continuous without its being provable is found too: its kind is `removable`. Breaks
  /// less than 2⁻³⁶ of the stretch apart are one.
  ///
  /// - Parameters:
  ///   - cell: Where to search, in data units.
  ///   - budget: How many cells may be looked at; about 1 µs each.
  package func breaks(in cell: ClosedRange<Double>, budget: Int = 2048) -> Breaks {
    let (places, undecided) = doubts(in: cell, budget: budget, isCertain)
    // Of so many the proofs would take seconds, and tell nothing that anybody reads.
    let judge = places.count > Self.many ? unproved : self
    return Breaks(found: places.map { judge.classified($0) }, undecided: undecided)
  }

  /// The breaks out to a distance from 0: near it by themselves, so that what is open far out takes nothing from them.
  func breaks(upTo reach: Double) -> Breaks {
    Self.parts(upTo: reach).reduce(into: Breaks()) { all, part in
      let breaks = breaks(in: part.cell, budget: part.budget)
      all.found += breaks.found
      all.undecided += breaks.undecided
    }
  }

  /// The line out to a distance, and how many cells of each part may be looked at.
  static func parts(upTo reach: Double) -> [(cell: ClosedRange<Double>, budget: Int)] {
    let near = 40.1
    guard reach > near else { return [(-reach...reach, 8192)] }
    return [(-reach...(-near), 1536), (-near...near, 4096), (near...reach, 1536)]
  }

  /// The places at which the graph is not sure to have derivatives of every order, each between doubles that are neighbours or
  /// nearly so, and the stretches of which nothing could be told.
  func roughPlaces(in cell: ClosedRange<Double>, budget: Int) -> (
    places: [ClosedRange<Double>], undecided: [ClosedRange<Double>]
  ) {
    doubts(in: cell, budget: budget) { part in
      let enclosure = over(part)
      return enclosure.isNowhereDefined || enclosure.isSmooth
    }
  }

  /// Halves a stretch where something is not certain of it, down to places between doubles.
  ///
  /// All of it at once as long as little is open, then what hangs together by itself, the narrowest first: of a wide stretch of which
  /// nothing can be told, as where two powers overflow, the others lose nothing.
  private func doubts(
    in cell: ClosedRange<Double>, budget: Int, _ isCertain: (ClosedRange<Double>) -> Bool
  ) -> (places: [ClosedRange<Double>], undecided: [ClosedRange<Double>]) {
    let least = 0x1p-36 * cell.upperBound - 0x1p-36 * cell.lowerBound
    var (doubtful, rest) = ([ClosedRange<Double>](), budget)
    /// The halves of a cell that is open; none of one that is certain, or a place.
    func halves(_ cell: ClosedRange<Double>) -> [ClosedRange<Double>] {
      if isCertain(cell) { return [] }
      rest -= 1
      guard cell.upperBound - cell.lowerBound > least, let middle = Self.middle(of: cell) else {
        doubtful.append(cell)
        return []
      }
      return [cell.lowerBound...middle, middle...cell.upperBound]
    }
    var level = [cell]
    while !level.isEmpty, level.count <= Self.many { level = level.flatMap(halves) }
    let groups = Self.joined(level).map { group in level.filter { group.overlaps($0) } }
      .sorted { $0.count < $1.count }
    var undecided: [ClosedRange<Double>] = []
    for group in groups {
      var open = Array(group.reversed())
      while rest > 0, let cell = open.popLast() { open += halves(cell).reversed() }
      undecided += open
    }
    return (Self.joined(doubtful).map { narrowed($0, isCertain) }, Self.joined(undecided))
  }

  /// From how many breaks on they are those of a wave.
  package static let many = 64

  /// The break nearest to the left end of a stretch; nil where there is none or it could not be told.
  package func firstBreak(in cell: ClosedRange<Double>, budget: Int = 2048) -> Break? {
    let breaks = breaks(in: cell, budget: budget)
    guard let first = breaks.found.first else { return nil }
    return breaks.undecided.contains { $0.lowerBound < first.x } ? nil : first
  }

  /// Whether a stretch holds no break for certain: it has no values, or is continuous, with bounds or too large for any
  /// picture, as beside a pole.
  private func isCertain(_ cell: ClosedRange<Double>) -> Bool {
    let enclosure = over(cell)
    let isHuge = enclosure.range.low > 0x1p1000 || enclosure.range.high < -0x1p1000
    return enclosure.isNowhereDefined || enclosure.isTame || (enclosure.isContinuous && isHuge)
  }

  /// A stretch without its ends, as far as they are certain.
  private func narrowed(
    _ place: ClosedRange<Double>, _ isCertain: (ClosedRange<Double>) -> Bool
  ) -> ClosedRange<Double> {
    var (low, high) = (place.lowerBound, place.upperBound)
    while let middle = Self.middle(of: low...high) {
      if isCertain(low...middle) {
        low = middle
      } else if isCertain(middle...high) {
        high = middle
      } else {
        // The doubt is on both sides: what is certain beyond it is peeled off at each end.
        var (left, right) = (middle, middle)
        while let next = Self.middle(of: low...left) {
          if isCertain(low...next) { low = next } else { left = next }
        }
        while let next = Self.middle(of: right...high) {
          if isCertain(next...high) { high = next } else { right = next }
        }
        break
      }
    }
    return low...high
  }

  /// A double within a cell: the mean, or of numbers of very different size the one in the middle of the doubles; nil
  /// for neighbours.
  static func middle(of cell: ClosedRange<Double>) -> Double? {
    let (low, high) = (cell.lowerBound, cell.upperBound)
    guard low.nextUp < high else { return nil }
    if low < 0, high > 0 { return 0 }
    let (small, large) = (min(low.magnitude, high.magnitude), max(low.magnitude, high.magnitude))
    guard small < large / 4 else { return low / 2 + high / 2 }
    let middle = Double(bitPattern: small.bitPattern / 2 + large.bitPattern / 2)
    return low < 0 || high < 0 ? -middle : middle
  }

  /// Cells that touch, as one.
  static func joined(_ cells: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    cells.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, cell in
      if let last = joined.last, last.upperBound >= cell.lowerBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, cell.upperBound)
      } else {
        joined.append(cell)
      }
    }
  }
}
