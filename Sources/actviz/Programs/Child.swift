import CProcess

/// A program that runs beside this one, its three streams in our hands; it ends with its owner at the latest.
final class Child {
  private var child = process_child()
  /// What it has said on standard error, the last of it.
  private(set) var said: [UInt8] = []
  /// No more of that is kept.
  private static let mostSaid = 1 << 12

  /// Starts a program, looked for along PATH, with so many bytes of memory that both see; throws where the system cannot.
  init(_ arguments: [String], sharing size: Int = 0) throws(SystemError) {
    // It may leave before it has read all.
    Platform.makeFailedWritesErrors()
    let words = arguments.map { Array($0.utf8CString) }
    let status = Self.withPointers(to: words[...], []) { process_child_start(&child, $0, size) }
    guard status == 0 else { throw .last }
  }

  deinit { process_child_end(&child) }

  /// Starts a program that outlives this one, without any of its streams, and looks at it for some milliseconds.
  ///
  /// - Returns: Its exit status, or 0 where it still runs; negative where the system could not start it.
  static func startDetached(_ arguments: [String], lookingFor milliseconds: Int) -> Int {
    let words = arguments.map { Array($0.utf8CString) }
    return Int(withPointers(to: words[...], []) { process_start_detached($0, Int32(milliseconds)) })
  }

  private static func withPointers(
    to words: ArraySlice<[CChar]>, _ pointers: [UnsafePointer<CChar>?],
    _ body: ([UnsafePointer<CChar>?]) -> Int32
  ) -> Int32 {
    guard let first = words.first else { return body(pointers + [nil]) }
    return first.withUnsafeBufferPointer {
      withPointers(to: words.dropFirst(), pointers + [$0.baseAddress], body)
    }
  }

  /// The memory that both see; empty where there is none.
  var memory: UnsafeMutableRawBufferPointer {
    .init(start: child.memory, count: child.memory_size)
  }

  /// Whether it has closed its standard output, so that nothing more can come.
  var isSilent: Bool { child.output < 0 }

  /// How it ended: its exit status, or 256 and the signal that ended it; nil while it runs.
  var end: Int? { child.status < 0 ? nil : Int(child.status) }

  /// Gives it bytes and takes its answers into a part of a buffer, as far as can be done now.
  ///
  /// Waits some milliseconds at most, and returns how many bytes were given and taken.
  func exchange(
    _ given: ArraySlice<UInt8>, _ answers: inout [UInt8], at part: Range<Int>, wait: Int
  ) -> (given: Int, taken: Int) {
    var counts = (given: given.count, taken: part.count, said: 1 << 10)
    let said = withUnsafeTemporaryAllocation(byteCount: counts.said, alignment: 1) { words in
      given.withUnsafeBytes { bytes in
        answers.withUnsafeMutableBytes { room in
          _ = process_child_exchange(
            &child, bytes.baseAddress, &counts.given, room.baseAddress.map { $0 + part.lowerBound },
            &counts.taken, words.baseAddress, &counts.said, Int32(wait))
        }
      }
      return Array(words.prefix(counts.said))
    }
    self.said = Array((self.said + said).suffix(Self.mostSaid))
    return (counts.given, counts.taken)
  }

  /// Tells it that nothing more comes.
  func closeInput() { process_child_close_input(&child) }

  /// Waits until it has ended, some milliseconds at most.
  func wait(_ milliseconds: Int) { process_child_wait(&child, Int32(milliseconds)) }
}
