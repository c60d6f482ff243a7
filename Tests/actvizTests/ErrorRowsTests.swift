import Testing

@testable import actviz

/// What is kept of the errors of more rows than are kept.
@Suite struct ErrorRowsTests {
  @Test(arguments: [true, false])
  func ofManyRowsTheCountsAndTheWorstAreKept(isAscending: Bool) throws {
    let count = 600_000
    var rows = ErrorRows()
    var place = 0
    for _ in 0..<count {
      // 7919 has no divisor in common with the count: every place once.
      place = isAscending ? place + 1 : (place + 7919) % count
      let isBad = (100_000...200_000).contains(place)
      rows.append(
        .init(
          x: Double(place), y: .nan, error: isBad ? 2 + Double(place % 5) : 0, bad: isBad ? 1 : 0))
    }
    rows.append(.init(x: 250_000.5, y: .nan, error: .infinity, bad: 1))
    rows.append(.init(x: .nan, y: .nan, error: 9, bad: 1))
    rows.settle()
    #expect(rows.sorted.count <= 1 << 18)
    #expect(rows.sorted.reduce(0) { $0 + Int($1.weight) } == count + 1)
    #expect(rows.sorted.reduce(0) { $0 + Int($1.bad) } == 100_002)
    let ranges = BadRange.ranges(of: rows.sorted)
    try #require(ranges.count == 2)
    #expect(abs(ranges[0].from - 100_000) < 40 && abs(ranges[0].to - 200_000) < 40)
    #expect(ranges[0].bad == 100_001 && ranges[0].worst == 6)
    #expect(ranges[1].from == 250_000.5 && ranges[1].worst == .infinity)
  }

  @Test func ninetyNineInAHundredAreExactWhereErrorsAreApart() {
    var few = ErrorCounts()
    for index in 0..<1000 { few.add(Double(index) / 2) }
    #expect(few.percentile99 == 494.5)
    // Of those that are too near to one another, the least that begins alike; parts in any order give the same.
    var parts = [ErrorCounts(), ErrorCounts(), ErrorCounts()]
    for index in 0..<200_000 { parts[index % 3].add(Double(index) * 1e-5) }
    var (many, again) = (parts[0], parts[2])
    for part in [parts[1], parts[2]] { many.add(part) }
    for part in [parts[0], parts[1]] { again.add(part) }
    #expect(many.percentile99 <= 1.97999 && many.percentile99 > 1.97999 * (1 - 0x1p-12))
    #expect(many.percentile99 == again.percentile99)
    #expect(ErrorCounts().percentile99 == 0)
  }
}
