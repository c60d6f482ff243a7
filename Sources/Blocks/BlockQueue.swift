/// The blocks under way: numbered as they come, handed to whoever asks, and taken back in the order of their numbers.
final class BlockQueue<Block: Sendable, Result: Sendable>: @unchecked Sendable {
  private let lock = Lock()
  /// Blocks that nobody works on yet.
  private var waiting: [(number: Int, block: Block)] = []
  /// Results that are not yet taken, by the numbers of their blocks.
  private var done: [Int: Result] = [:]
  private var addedCount = 0
  private var takenCount = 0
  private var isClosed = false

  /// Adds a block behind all others.
  func add(_ block: Block) {
    lock.changing {
      waiting.append((addedCount, block))
      addedCount += 1
    }
  }

  /// The block that has waited longest, once there is one; nil where the queue is closed.
  func nextBlock() -> (number: Int, block: Block)? {
    lock.waiting {
      if isClosed { return .some(nil) }
      return waiting.isEmpty ? nil : .some(waiting.removeFirst())
    }
  }

  /// Puts down what was made of a block.
  func finish(_ number: Int, _ result: Result) {
    lock.changing { done[number] = result }
  }

  /// The result of the earliest block that is not yet taken, once it is done.
  func nextResult() -> Result {
    lock.waiting {
      let result = done.removeValue(forKey: takenCount)
      if result != nil { takenCount += 1 }
      return result
    }
  }

  /// Ends the work: whoever asks for a block gets none.
  func close() {
    lock.changing { isClosed = true }
  }
}
