import Foundation
import Testing

@testable import actviz

/// The pages of the documentation, README first: what they print is what the command prints, what they show is what it draws,
/// and where they point there is something.
@Suite struct DocumentationTests {
  /// README in its languages and all of Documentation, as paths from the root of the repository.
  static let pages: [String] = {
    let below = FileManager.default.enumerator(atPath: Repository.path("Documentation"))
    let found = (below?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".md") }.sorted()
    return ["README.md", "README.zh.md"] + found.map { "Documentation/" + $0 }
  }()

  /// The blocks of a language on a page, such as `console`.
  private static func blocks(_ language: String, of page: String) throws -> [String] {
    try Repository.text(page).components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  /// What links and pictures on a page point to, addresses elsewhere left out.
  private static func links(of page: String) throws -> [String] {
    let text = try Repository.text(page).replacing(/```.*?\n```/.dotMatchesNewlines(), with: "")
      .replacing(/`[^`\n]*`/, with: "")
    return text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
      .filter { !$0.contains("://") }
  }

  @Test func thereAreManyPages() { #expect(Self.pages.count > 25) }

  @Test(arguments: pages) func everyCommandPrintsWhatIsShown(page: String) throws {
    let folder = try TemporaryFolder()
    for session in try Self.blocks("console", of: page) {
      for entry in ("\n" + session).components(separatedBy: "\n$ ").dropFirst() {
        let lines = entry.components(separatedBy: "\n")
        let run = try Binary.shell(
          "actviz() { \"$actviz\" \"$@\"; }; { \(lines[0]); } 2>&1", in: folder.path)
        #expect(run.text == lines.dropFirst().map { $0 + "\n" }.joined(), "\(lines[0])")
      }
    }
    try picturesAreWhatCommandsDraw(on: page, in: folder)
  }

  /// A picture in Documentation/pictures carries the figure file that a command of its page draws under its name.
  private func picturesAreWhatCommandsDraw(on page: String, in folder: TemporaryFolder) throws {
    for link in try Self.links(of: page) where link.contains("pictures/") && link.hasSuffix(".svg")
    {
      let name = URL(fileURLWithPath: link).lastPathComponent
      let shown = try Repository.data("Documentation/pictures/\(name)")
      let drawn = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      let files = try [shown, drawn].map {
        try #require(ProvenanceReader.provenance(in: Array($0))).figureFile
      }
      #expect(files[0] == files[1], "\(page) shows \(name), which its commands do not draw")
    }
  }

  @Test(arguments: pages) func everyLinkLeadsSomewhere(page: String) throws {
    let folder = URL(fileURLWithPath: "/" + page).deletingLastPathComponent()
    for link in try Self.links(of: page) {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target =
        parts[0].isEmpty
        ? page
        : String(folder.appendingPathComponent(String(parts[0])).standardized.path.dropFirst())
      #expect(
        FileManager.default.fileExists(atPath: Repository.path(target)), "\(page) points to \(link)"
      )
      guard parts.count == 2, target.hasSuffix(".md") else { continue }
      #expect(try Self.anchors(of: target).contains(String(parts[1])), "\(page) points to \(link)")
    }
  }

  /// The anchors that a page's headings have where it is shown: in small letters, blanks as hyphens, without punctuation.
  private static func anchors(of page: String) throws -> Set<String> {
    let headings = try Repository.text(page).split(separator: "\n").filter { $0.hasPrefix("#") }
    return Set(
      headings.map { heading in
        let words = heading.drop { $0 == "#" }.dropFirst().lowercased()
        return String(
          words.map { $0 == " " ? "-" : $0 }.filter {
            $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
          })
      })
  }

  @Test func everyFigureFileIsDrawn() throws {
    let folder = try TemporaryFolder()
    let blocks = try Self.blocks("yaml", of: "Documentation/figure-files.md")
    #expect(blocks.count >= 2)
    for block in blocks {
      let run = try Binary.run(["render", "-", "-o", "a.svg"], in: folder.path, input: block)
      #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    }
  }

  /// Commands that print nothing worth showing; those of the pages on languages are run by check-pages, training's by .ci/torch.
  @Test(arguments: ["recipes": 22, "export": 3])
  func everyScriptRuns(page: String, count: Int) throws {
    let folder = try TemporaryFolder()
    let blocks = try Self.blocks("sh", of: "Documentation/\(page).md")
    #expect(blocks.count == count)
    for block in blocks {
      let run = try Binary.shell(
        "set -e\nactviz() { \"$actviz\" \"$@\"; }\n" + block, in: folder.path)
      #expect(run.status == 0, "\(block)\(run.error)")
      // Code may hold for some values of a parameter alone, and says so.
      #expect(page == "export" || !run.error.contains("Warning"), "\(block)\(run.error)")
    }
  }

  /// README in another language shows the same commands.
  @Test func bothReadmesRunTheSameCommands() throws {
    #expect(
      try Self.blocks("console", of: "README.md") == Self.blocks("console", of: "README.zh.md"))
    #expect(try Self.blocks("sh", of: "README.md") == Self.blocks("sh", of: "README.zh.md"))
  }
}
