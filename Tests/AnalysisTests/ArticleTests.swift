import Foundation
import Testing

@Suite struct ArticleTests {
  /// A file of the repository, by its path from the folder of this one.
  private func text(_ path: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  @Test(arguments: ["Evaluating", "Inventing"])
  func theCodeOfAnArticleIsTheCodeThatCompiles(article: String) throws {
    let source = try text("ArticleExamples.swift").components(separatedBy: "\n")
    let begin = try #require(source.firstIndex { $0.hasSuffix("// \(article) begins") })
    let end = try #require(source.firstIndex { $0.hasSuffix("// \(article) ends") })
    let compiled = source[begin + 1..<end].map { $0.dropFirst(2) }.joined(separator: "\n")
    let page = try text("../../Sources/Activations/Activations.docc/\(article).md")
    let blocks = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    #expect(blocks.joined(separator: "\n\n") == compiled)
  }

  @Test func theExamplesRun() throws {
    let evaluated = try evaluatingExample()
    #expect(evaluated.count == 4)
    #expect(evaluated[0].hasPrefix("-0.19873316"))
    // f′ at 0 is the gate there: tanh(ln 2) = 0.6.
    #expect(evaluated[3].hasPrefix("0.6"))
    let invented = try inventingExample()
    #expect(invented[3] == "bell(a=2)")
    #expect(invented.allSatisfy { $0 != "nan" })
  }
}
