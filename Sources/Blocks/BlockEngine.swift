/// Long work cut into blocks: done on all cores, its results taken in the order of the blocks.
///
/// At most a few blocks for each core are under way, so that work of any length takes the same memory. What is taken, and in which
/// order, does not depend on how many cores there are, nor on which is done first.
///
///     try BlockEngine().run { blocks.next() } with: { Truths() } work: { truths, block in
///       truths.values(at: block)
///     } take: { values in sum.add(values) }
package struct BlockEngine: Sendable {
  /// How many blocks are worked on at the same time.
  private let workers: Int
  /// How many blocks wait, are worked on, or are done and not yet taken, for each worker: one more of each kind keeps all busy.
  private static let ahead = 3

  /// An engine with a worker for every core, unless another number is given.
  package init(workers: Int = Thread.cores) {
    self.workers = max(1, workers)
  }

  /// Has every block worked on, until there is none; ends early where `next` or `take` throws, once the blocks under way are done.
  ///
  /// - Parameters:
  ///   - next: The next block, nil behind the last; called where the engine runs.
  ///   - state: What each worker keeps from block to block. A result must not depend on it.
  ///   - work: What is done with a block; called on any thread.
  ///   - take: Gets the results in the order of the blocks; called where the engine runs.
  package func run<Block: Sendable, State, Result: Sendable>(
    _ next: () throws -> Block?, with state: @escaping @Sendable () -> State,
    work: @escaping @Sendable (inout State, Block) -> Result, take: (Result) throws -> Void
  ) throws {
    guard let first = try next() else { return }
    guard let second = try next() else {
      // One alone needs no thread, whose start takes longer than a small block.
      var own = state()
      return try take(work(&own, first))
    }
    let queue = BlockQueue<Block, Result>()
    for block in [first, second] { queue.add(block) }
    let threads = (0..<workers).compactMap { _ in
      Thread {
        var own = state()
        while let (number, block) = queue.nextBlock() {
          queue.finish(number, work(&own, block))
        }
      }
    }
    defer {
      queue.close()
      for thread in threads { thread.join() }
    }
    guard !threads.isEmpty else {
      // The system has no thread to give: the work is done here.
      var own = state()
      for block in [first, second] { try take(work(&own, block)) }
      while let block = try next() { try take(work(&own, block)) }
      return
    }
    var (underWay, isOver) = (2, false)
    while true {
      while !isOver, underWay < workers * Self.ahead {
        guard let block = try next() else {
          isOver = true
          break
        }
        queue.add(block)
        underWay += 1
      }
      guard underWay > 0 else { return }
      try take(queue.nextResult())
      underWay -= 1
    }
  }
}
