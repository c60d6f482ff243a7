import Activations
import FigureSpecification
import Formulas
import Foundation
import Testing

@testable import actviz

/// What README prints of the command is what the command prints.
@Suite struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func page(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func theCatalogueIsCurrent() throws {
    let readme = try Self.page("README.md")
    #expect(
      readme.contains(
        "<!-- catalogue -->\n\(List.catalogue(as: .markdown))<!-- end of catalogue -->"),
      "README's table is not that of the catalogue: run Scripts/update-catalogue.")
  }

  /// The words between a comment of README and the end of its list, without their arguments.
  private static func words(_ list: String) throws -> [String] {
    let page = try page("README.md")
    let text = try #require(page.components(separatedBy: "<!-- \(list) -->\n").dropFirst().first)
    let body = try #require(text.components(separatedBy: "\n<!-- end of functions -->").first)
    let words = body.trimmingCharacters(in: ["`"]).replacingOccurrences(of: "\n", with: " ")
    return words.replacing(/\([^)]*\)/, with: "").split(separator: " ").map(String.init)
  }

  @Test func theFunctionsOfTheLanguageAreAllThere() throws {
    let (one, several) = (
      try Self.words("functions of one argument"), try Self.words("functions of several arguments")
    )
    #expect(Set(one + several) == Set(Vocabulary.ofTheLanguage))
    #expect(one.count + several.count == Vocabulary.ofTheLanguage.count)
    for name in one {
      _ = try FunctionReference(parsing: "\(name)(x) + 0*x").functions()
    }
  }

  @Test func everyCommandPrintsWhatIsShown() throws {
    let folder = try TemporaryFolder()
    var commands = 0
    for block in try Self.page("README.md").components(separatedBy: "```console\n").dropFirst() {
      let session = try #require(block.components(separatedBy: "\n```").first)
      for entry in ("\n" + session).components(separatedBy: "\n$ ").dropFirst() {
        let lines = entry.components(separatedBy: "\n")
        let run = try Binary.shell(
          "actviz() { \"$actviz\" \"$@\"; }; { \(lines[0]); } 2>&1", in: folder.path)
        #expect(run.text == lines.dropFirst().joined(separator: "\n") + "\n", "\(lines[0])")
        commands += 1
      }
    }
    #expect(commands >= 5)
  }

  @Test func everyFigureFileIsDrawn() throws {
    let folder = try TemporaryFolder()
    let blocks = try Self.page("README.md").components(separatedBy: "```yaml\n").dropFirst()
    #expect(blocks.count >= 1)
    for block in blocks {
      let text = try #require(block.components(separatedBy: "```").first)
      let run = try Binary.run(["render", "-", "-o", "a.svg"], in: folder.path, input: text)
      #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    }
  }

  @Test func everyPictureOfTheExamplesHasItsFigureFile() throws {
    let page = try Self.page("Examples/README.md")
    let pictures = page.components(separatedBy: "](").dropFirst().compactMap {
      $0.components(separatedBy: ")").first
    }
    #expect(pictures.count == 15)
    for picture in pictures {
      #expect(page.contains("\nactviz render \(picture.dropLast(4)).yaml\n"), "\(picture)")
    }
  }

  @Test func everyExampleCommandIsUnderstood() throws {
    let folder = try TemporaryFolder()
    let page = try Self.page("Examples/README.md")
    let commands = page.split(separator: "\n").filter { $0.hasPrefix("actviz ") }
    let files = commands.filter { $0.hasPrefix("actviz render ") }.map { String($0.dropFirst(14)) }
    for file in files { try folder.write(try Self.page("Examples/\(file)"), to: file) }
    let script = commands.enumerated().map { "\($1) >/dev/null 2>&1 || echo 'command \($0 + 1)'" }
    let run = try Binary.shell(
      "actviz() { \"$actviz\" \"$@\"; }\n" + script.joined(separator: "\n"), in: folder.path)
    #expect(run.text.isEmpty && run.error.isEmpty, "\(run.text)\(run.error)")
    #expect(try folder.names().count == commands.count + files.count)
  }

  @Test func everyRecipeIsDrawn() throws {
    let folder = try TemporaryFolder()
    let blocks = try Self.page("Documentation/recipes.md").components(separatedBy: "```sh\n")
      .dropFirst()
    #expect(blocks.count == 22)
    for block in blocks {
      let script = try #require(block.components(separatedBy: "```").first)
      let run = try Binary.shell(
        "set -e\nactviz() { \"$actviz\" \"$@\"; }\n" + script, in: folder.path)
      #expect(run.status == 0, "\(script)\(run.error)")
      #expect(!run.error.contains("Warning"), "\(script)\(run.error)")
    }
  }

  @Test func theSheetOfTheCatalogueShowsAllOfIt() throws {
    let sheet = try SpecificationReader(file: "").specification(
      Self.page("Examples/catalogue.yaml"))
    let shown = try sheet.settings.values(Keys.functions)
    #expect(
      shown == Catalogue.all.map(\.name),
      "Examples/catalogue.yaml does not show the catalogue: run Scripts/update-catalogue.")
    let picture = try Data(contentsOf: Self.root.appendingPathComponent("Examples/catalogue.png"))
    let drawn = try #require(ProvenanceReader.provenance(in: Array(picture))).figureFile
    for name in Catalogue.all.map(\.name) {
      #expect(
        drawn.contains("\n- \(name)\n"),
        "Examples/catalogue.png does not show \(name): run Scripts/update-catalogue.")
    }
  }
}
