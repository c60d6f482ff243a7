import Foundation
import Testing

@Suite struct LibraryExampleTests {
  @Test func thePageShowsTheExampleThatCompiles() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let source = try String(
      contentsOf: folder.appendingPathComponent("LibraryExample.swift"), encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(lines.firstIndex { $0.hasSuffix("// The page begins") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// The page ends") })
    let example = lines[begin + 1..<end].map { $0.dropFirst(2) }.joined(separator: "\n")
    let page = try String(
      contentsOf: folder.appendingPathComponent("../../Documentation/library.md"), encoding: .utf8)
    let imports = "import Activations\nimport Analysis\nimport Formulas"
    #expect(page.contains("```swift\n\(imports)\n\n\(example)\n```"))
  }

  @Test func theExampleRuns() throws {
    let lines = try libraryExample()
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("mish(alpha=1.5): -0.19873316"))
    #expect(lines[1] == "0.6")
  }
}
