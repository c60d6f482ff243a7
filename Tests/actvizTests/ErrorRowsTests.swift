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

  @Test func ninetyNineInAHundredAreExactUntilThereAreTooManyErrors() {
    var few = ErrorCounts()
    for index in 0..<1000 { few.add(Double(index) / 2) }
    #expect(few.percentile99 == 494.5)
    var many = ErrorCounts()
    for index in 0..<200_000 { many.add(1 + Double(index) * 0x1p-40) }
    #expect(abs(many.percentile99 / (1 + 198_000 * 0x1p-40) - 1) < 1e-9)
    #expect(ErrorCounts().percentile99 == 0)
  }
}
