import Foundation
import Testing

/// Every spelling of an option, and every sentence about a wrong one, as `CommandLines.txt` holds them.
///
/// An entry is a command behind `$ `, what it prints to both streams, the names of the files that it leaves behind
/// `> `, and its exit status behind `? `.
@Suite struct CommandLinesTests {
  private static let entries: [String] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("CommandLines.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return ("\n" + text).components(separatedBy: "\n$ actviz ").dropFirst().map { $0 }
  }()

  @Test func manyAreHeld() {
    #expect(Self.entries.count > 100)
  }

  @Test(arguments: entries.indices)
  func aCommandLineIsAnswered(index: Int) throws {
    let entry = Self.entries[index]
    let line = try #require(entry.components(separatedBy: "\n").first)
    let folder = try TemporaryFolder()
    let run = try Binary.shell("{ \"$actviz\" \(line); } 2>&1 </dev/null", in: folder.path)
    let files = try folder.names().map { "> \($0)\n" }.joined()
    let answer = "\(line)\n\(run.text)\(files)? \(run.status)"
    #expect(answer == entry.trimmingCharacters(in: .newlines))
  }
}
