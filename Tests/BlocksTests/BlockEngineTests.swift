import Testing

@testable import Blocks

/// Counts what is asked of it, from any thread.
private final class Counter: @unchecked Sendable {
  private let lock = Lock()
  private var (count, most) = (0, 0)

  func begin() {
    lock.changing {
      count += 1
      most = max(most, count)
    }
  }
  func end() { lock.changing { count -= 1 } }
  var now: Int { lock.waiting { count } }
  var mostAtOnce: Int { lock.waiting { most } }
}

private struct Stop: Error, Equatable {}

@Suite struct BlockEngineTests {
  /// The blocks 0, 1, 2, …, so many.
  private static func blocks(_ count: Int) -> () -> Int? {
    var next = 0
    return {
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  @Test(arguments: [1, 2, 3, 16])
  func resultsComeInTheOrderOfTheBlocks(workers: Int) throws {
    var taken: [Int] = []
    try BlockEngine(workers: workers).run(Self.blocks(1000), with: { 0 }) { _, block in
      // Of neighbours the first is done last.
      var sum = block
      for step in 0..<(block % 2 == 0 ? 20_000 : 10) { sum = (sum &* 31 &+ step) & 0xFFFF }
      return sum < 0 ? -1 : block * block
    } take: {
      taken.append($0)
    }
    #expect(taken == (0..<1000).map { $0 * $0 })
  }

  @Test(arguments: [1, 4])
  func fewBlocksAreUnderWay(workers: Int) throws {
    let underWay = Counter()
    let blocks = Self.blocks(500)
    try BlockEngine(workers: workers).run {
      let block = blocks()
      if block != nil { underWay.begin() }
      return block
    } with: {
      0
    } work: { _, block in
      block
    } take: { _ in
      underWay.end()
    }
    #expect(underWay.now == 0)
    #expect(underWay.mostAtOnce <= 3 * workers)
  }

  @Test(arguments: [0, 1, 2])
  func fewBlocksAreDoneToo(count: Int) throws {
    var taken: [Int] = []
    try BlockEngine(workers: 8).run(Self.blocks(count), with: { 7 }) { seven, block in
      seven + block
    } take: {
      taken.append($0)
    }
    #expect(taken == Array([7, 8].prefix(count)))
  }

  @Test func everyWorkerHasAStateOfItsOwn() throws {
    let states = Counter()
    var blocks = 0
    try BlockEngine(workers: 3).run(Self.blocks(300)) {
      states.begin()
      return 0
    } work: { (count: inout Int, _) in
      count += 1
      return count
    } take: { count in
      #expect(count > 0)
      blocks += 1
    }
    #expect(blocks == 300)
    #expect((1...3).contains(states.mostAtOnce))
  }

  @Test func anErrorOfWhoTakesEndsTheWork() {
    let work = Counter()
    #expect(throws: Stop()) {
      try BlockEngine(workers: 2).run(Self.blocks(.max), with: { 0 }) { _, block in
        work.begin()
        return block
      } take: {
        if $0 == 10 { throw Stop() }
      }
    }
    #expect((11...20).contains(work.mostAtOnce))
  }

  @Test func anErrorOfWhoGivesEndsTheWork() {
    var taken = 0
    #expect(throws: Stop()) {
      var given = 0
      try BlockEngine(workers: 2).run(
        { () throws -> Int? in
          given += 1
          if given > 20 { throw Stop() }
          return given
        }, with: { 0 }
      ) { _, block in
        block
      } take: { _ in
        taken += 1
      }
    }
    #expect(taken < 20)
  }

  @Test func noBlocksAreNoWork() throws {
    try BlockEngine().run({ nil as Int? }, with: { 0 }) { _, block in
      block
    } take: { _ in
      Issue.record("Something was taken.")
    }
  }
}
