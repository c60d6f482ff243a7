import CProcess

/// One run of a program over inputs, its answers taken block by block.
///
/// Inputs go in as fast as the program takes them, however large the pieces are in which it reads; answers come out in the same
/// order. Neither is kept: what was given can be made again. Our own runner finds them in memory that it shares.
final class ProgramRun {
  private let program: Program
  private let inputs: Inputs
  private let child: Child
  /// Nil where numbers go through pipes.
  private let shared: SharedBlocks?
  private var outgoing: ArraySlice<UInt8> = []
  /// The next block to give, and the next to be answered.
  private var (givenBlocks, answeredBlocks) = (0, 0)
  private var (givenBytes, answeredBytes) = (0, 0)
  /// What came of a block before the program failed, and how it failed.
  private var failure: ProgramFailure?
  /// When it last took or gave a byte.
  private var lastMoved = process_seconds()
  /// How long the first answer took, in seconds; nil before it.
  private(set) var secondsToFirst: Double?
  private let start = process_seconds()

  /// Starts the program; throws a `ProgramFailure`.
  init(_ program: Program, _ inputs: Inputs) throws(ProgramFailure) {
    (self.program, self.inputs) = (program, inputs)
    do {
      let size = inputs.mostPerBlock * program.type.bitWidth / 8
      child = try Child(
        program.arguments,
        sharing: program.isLibrary ? SharedBlocks.size(forBlocksOf: size) : 0)
      shared = program.isLibrary ? SharedBlocks(child.memory) : nil
    } catch {
      throw ProgramFailure(
        cause: .notStarted(error.message), answered: 0, given: 0, said: "", secondsToFirst: nil)
    }
  }

  private var width: Int { program.type.bitWidth / 8 }

  /// The answers to the next block, in its order, fewer where the program fails on the way; nil behind the last block.
  func next() throws(ProgramFailure) -> [UInt8]? {
    if let failure { throw failure }
    guard answeredBlocks < inputs.blockCount else {
      try finish()
      return nil
    }
    let size = inputs.byteCount(ofBlock: answeredBlocks)
    let expected = shared == nil ? size : SharedBlocks.taskSize(ofBytes: size)
    var answers = [UInt8](repeating: 0, count: expected)
    var count = 0
    while count < answers.count {
      give()
      if let cause = step(&answers, &count) {
        let failure = failed(cause)
        self.failure = failure
        count -= count % width
        // What comes of a task in part is no answer.
        guard count > 0, shared == nil else { throw failure }
        return Array(answers[..<count])
      }
    }
    defer { answeredBlocks += 1 }
    guard let shared else { return answers }
    answeredBytes += size
    return shared.answers(toBlock: answeredBlocks, count: size)
  }

  /// Sees to it that there is something to give, or that the program knows that there is not.
  private func give() {
    // A block may be without inputs, between the two signs of a range.
    while outgoing.isEmpty, givenBlocks < inputs.blockCount {
      guard let shared else {
        outgoing = inputs.bytes(ofBlock: givenBlocks)[...]
        givenBlocks += 1
        continue
      }
      guard givenBlocks < answeredBlocks + SharedBlocks.places else { return }
      let count = inputs.byteCount(ofBlock: givenBlocks)
      if count > 0 { outgoing = shared.put(block: givenBlocks, of: inputs)[...] }
      givenBytes += count
      givenBlocks += 1
    }
    if outgoing.isEmpty { child.closeInput() }
  }

  /// Gives and takes what can be; returns why nothing more will come, if so.
  private func step(_ answers: inout [UInt8], _ count: inout Int) -> ProgramFailure.Cause? {
    let (given, taken) = child.exchange(outgoing, &answers, at: count..<answers.count, wait: 100)
    outgoing = outgoing.dropFirst(given)
    count += taken
    if shared == nil {
      givenBytes += given
      answeredBytes += taken
    }
    if given + taken > 0 { lastMoved = process_seconds() }
    if Interrupt.isAsked { return .interrupted }
    if taken > 0 {
      if secondsToFirst == nil { secondsToFirst = lastMoved - start }
      return nil
    }
    if child.isSilent { return endCause }
    return given == 0 && isOutOfPatience ? .hung(program.patience) : nil
  }

  private var isOutOfPatience: Bool {
    process_seconds() - lastMoved > program.patience
  }

  /// How it ended, now that nothing more comes from it.
  private var endCause: ProgramFailure.Cause {
    child.wait(1000)
    guard let end = child.end else { return .closed }
    // A shell says so of a signal that ended what it ran.
    return end > 128 ? .killed(end - (end >= 256 ? 256 : 128)) : .ended(end)
  }

  /// Sees that nothing comes behind the last value, and that the program ends well.
  private func finish() throws(ProgramFailure) {
    var (spare, count) = ([UInt8](repeating: 0, count: 1), 0)
    lastMoved = process_seconds()
    give()
    while !child.isSilent {
      (_, count) = child.exchange([], &spare, at: 0..<1, wait: 100)
      if count > 0 { throw failed(.talked) }
      // Values are all there: that it does not end is its own affair.
      if isOutOfPatience || Interrupt.isAsked { return }
    }
    child.wait(1000)
    if let end = child.end, end != 0 { throw failed(.failedLate(end)) }
  }

  private func failed(_ cause: ProgramFailure.Cause) -> ProgramFailure {
    ProgramFailure(
      cause: cause, answered: answeredBytes / width, given: (givenBytes + width - 1) / width,
      said: String(decoding: child.said, as: UTF8.self), secondsToFirst: secondsToFirst)
  }
}
