import Foundation
import Synchronization
import Tables
import Testing

@testable import actviz

@Suite("Output to devices and pipes")
struct OutputDeviceTests {
  @Test("A dash and /dev/stdout are standard output, anything else is a file")
  func names() {
    #expect(Output("-") == .standardOutput)
    #expect(Output("/dev/stdout") == .standardOutput)
    #expect(Output("./-").destination == .file("./-"))
  }

  @Test("A device is written directly and stays a device")
  func device() throws {
    try Output("/dev/null").write("gone\n")
    #expect(try Platform.status(of: "/dev/null").kind == .characterDevice)
    #expect(!Output("/dev/null").isTerminal)
  }

  @Test(
    "A terminal is given text alone",
    // A pseudo-terminal's multiplexer is a terminal to those who ask.
    .enabled(if: Output("/dev/ptmx").isTerminal))
  func terminal() throws {
    let terminal = Output("/dev/ptmx")
    let table = try #require(throws: Failure.self) { try TableFormat.npy.check(terminal) }
    #expect(table.status == .usage)
    #expect(table.sentence.contains("A table in npy is no text for a terminal"))
    #expect(throws: Failure.self) { try PictureFormat.png.check(terminal) }
    try PictureFormat.svg.check(terminal)
    try TableFormat.csv.check(terminal)
    try TableFormat.npy.check(Output("/dev/null"))
  }

  @Test(
    "A full disk is a failure to write",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func full() throws {
    let failure = try #require(throws: Failure.self) { try Output("/dev/full").write("text\n") }
    #expect(failure.status == .ioError)
    #expect(failure.sentence.contains("'/dev/full'"))
    #expect(failure.sentence.contains("No space left on device"))
  }

  @Test("A pipe gets the bytes as they come")
  func pipe() throws {
    let pipe = Pipe()
    try Output("/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)").write("through\n")
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("through\n".utf8))
  }

  @Test("A reader that has left ends the run quietly")
  func closedReader() throws {
    let pipe = Pipe()
    Platform.makeFailedWritesErrors()
    try pipe.fileHandleForReading.close()
    let sink = ByteSink(
      descriptor: pipe.fileHandleForWriting.fileDescriptor, name: "standard output")
    let failure = try #require(throws: Failure.self) {
      try Array("text".utf8).withUnsafeBytes(sink.write)
    }
    #expect(failure == .readerHasLeft)
    #expect(failure.isQuiet)
    #expect(failure.status == .done)
  }

  @Test("A pipe that does not block is still written whole")
  func nonBlockingPipe() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    // A thread of its own: a task would wait behind all other tests, and this one for it.
    let count = Mutex(0)
    let isRead = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      let read = try? pipe.fileHandleForReading.readToEnd()
      count.withLock { $0 = read?.count ?? 0 }
      isRead.signal()
    }
    let bytes = [UInt8](repeating: 7, count: 1 << 20)
    try bytes.withUnsafeBytes(ByteSink(descriptor: descriptor, name: "the pipe").write)
    try pipe.fileHandleForWriting.close()
    isRead.wait()
    #expect(count.withLock { $0 } == bytes.count)
  }

  @Test("A closed descriptor is a failure to write")
  func closed() throws {
    let sink = ByteSink(descriptor: 10_000, name: "standard output")
    let failure = try #require(throws: Failure.self) {
      try Array("text".utf8).withUnsafeBytes(sink.write)
    }
    #expect(failure.status == .ioError)
  }
}
