/// Blocks of inputs in memory that the runner sees too, some of them at a time, with room for their answers.
///
/// Through pipes go no numbers then, but tasks: where the inputs of a block stand, and the same again once its answers stand beside
/// them.
struct SharedBlocks {
  /// So many blocks wait for the runner, or for us, so that neither waits for the other.
  static let places = 8

  /// The inputs of all places, then their answers.
  private let memory: UnsafeMutableRawBufferPointer

  /// How much memory blocks of so many bytes need.
  static func size(forBlocksOf bytes: Int) -> Int { 2 * places * bytes }

  init(_ memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

  private func start(_ block: Int) -> Int { block % Self.places * (memory.count / 2 / Self.places) }

  /// Puts down the inputs of a block, and returns what the runner is told of it.
  func put(block: Int, of inputs: Inputs) -> [UInt8] {
    let (start, width) = (start(block), inputs.type.bitWidth / 8)
    inputs.write(block: block, to: UnsafeMutableRawBufferPointer(rebasing: memory[start...]))
    return [start / width, inputs.size(ofBlock: block)].flatMap { count in
      withUnsafeBytes(of: UInt32(count), Array.init)
    }
  }

  /// How many bytes the runner is told of a block of so many, and tells of it.
  static func taskSize(ofBytes count: Int) -> Int { count > 0 ? 2 * MemoryLayout<UInt32>.size : 0 }

  /// The answers to a block, of so many bytes.
  func answers(toBlock block: Int, count: Int) -> [UInt8] {
    let start = memory.count / 2 + start(block)
    return Array(memory[start..<start + count])
  }
}
