import Foundation
import Testing

@testable import actviz

@Suite("Output to files")
struct OutputFileTests {
  @Test("A new file holds what was written, with the mode that the umask gives")
  func newFile() throws {
    let folder = try TemporaryFolder()
    try Output(folder.path("new.txt")).write("new\n")
    #expect(try folder.text(of: "new.txt") == "new\n")
    #expect(try folder.names() == ["new.txt"])
    #expect(FileManager.default.createFile(atPath: folder.path("plain"), contents: nil))
    #expect(try folder.mode(of: "new.txt") == folder.mode(of: "plain"))
  }

  @Test("A file is replaced whole and keeps its mode")
  func replacement() throws {
    let folder = try TemporaryFolder()
    try folder.write("something longer than what follows\n", to: "file.txt", mode: 0o640)
    try Output(folder.path("file.txt")).stream { sink in
      try Array("new ".utf8).withUnsafeBytes(sink.write)
      #expect(try folder.text(of: "file.txt").hasPrefix("something"))
      try Array("text\n".utf8).withUnsafeBytes(sink.write)
    }
    #expect(try folder.text(of: "file.txt") == "new text\n")
    #expect(try folder.mode(of: "file.txt") == 0o640)
    #expect(try folder.names() == ["file.txt"])
  }

  @Test("A failure half-way leaves the old file and no litter")
  func failure() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "file.txt")
    for name in ["file.txt", "other.txt"] {
      #expect(throws: Stop.self) {
        try Output(folder.path(name)).stream { sink in
          try Array("half".utf8).withUnsafeBytes(sink.write)
          throw Stop()
        }
      }
    }
    #expect(try folder.text(of: "file.txt") == "old\n")
    #expect(try folder.names() == ["file.txt"])
  }

  @Test("A symbolic link stays, and what it points to is replaced")
  func link() throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "target.txt")
    try folder.link("first", to: "target.txt")
    try folder.link("second", to: folder.path("first"))
    try folder.link("dangling", to: "made.txt")
    try Output(folder.path("second")).write("new\n")
    try Output(folder.path("dangling")).write("made\n")
    #expect(try folder.text(of: "target.txt") == "new\n")
    #expect(try folder.text(of: "made.txt") == "made\n")
    #expect(
      try folder.names() == ["dangling", "first", "made.txt", "second", "target.txt"])
    #expect(try Platform.statusOfEntry(folder.path("second")).kind == .link)
    #expect(try Platform.statusOfEntry(folder.path("dangling")).kind == .link)
  }

  @Test("A missing folder is named")
  func missingFolder() throws {
    let folder = try TemporaryFolder()
    let failure = try failure(writingTo: folder.path("no/such.png"))
    #expect(failure.status == .cannotCreate)
    #expect(failure.sentence.contains("there is no folder '\(folder.path("no"))'"))
  }

  @Test("A folder, a file in the way of one, an empty name and a link to itself are refused")
  func impossible() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    try folder.link("loop", to: "loop")
    let paths = [folder.path, folder.path("file/x.png"), "", folder.path("loop")]
    for path in paths + [folder.path(String(repeating: "n", count: 300))] {
      #expect(try failure(writingTo: path).status == .cannotCreate)
    }
    #expect(try folder.names() == ["file", "loop"])
  }

  @Test("A read-only file is refused, even to root, and stays")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write("old\n", to: "file.txt", mode: 0o444)
    let failure = try failure(writingTo: folder.path("file.txt"))
    #expect(failure.status == .cannotCreate)
    #expect(try folder.text(of: "file.txt") == "old\n")
    #expect(try folder.names() == ["file.txt"])
  }

  @Test("A name as long as names can be is written")
  func longName() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "n", count: 255)
    try Output(folder.path(name)).write("x")
    #expect(try folder.names() == [name])
  }

  private func failure(writingTo path: String) throws -> Failure {
    try #require(throws: Failure.self) { try Output(path).write("text\n") }
  }
}
