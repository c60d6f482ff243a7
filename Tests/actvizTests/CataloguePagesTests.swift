import Activations
import FigureSpecification
import Formulas
import Foundation
import Testing

@testable import actviz

/// What pages say of the catalogue and of the examples is what there is.
@Suite struct CataloguePagesTests {
  @Test func theCatalogueIsCurrent() throws {
    let page = try Repository.text("Documentation/catalogue.md")
    #expect(
      page.contains(
        "<!-- catalogue -->\n\(List.catalogue(as: .markdown))<!-- end of catalogue -->"),
      "Documentation/catalogue.md is not the catalogue: run Scripts/update-catalogue.")
  }

  /// The words between a comment of the page on formulas and the end of its list, without their arguments.
  private static func words(_ list: String) throws -> [String] {
    let page = try Repository.text("Documentation/formulas.md")
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

  @Test func everyPictureOfTheExamplesHasItsFigureFile() throws {
    let page = try Repository.text("Examples/README.md")
    let pictures = page.components(separatedBy: "](").dropFirst().compactMap {
      $0.components(separatedBy: ")").first
    }.filter { $0.hasSuffix(".png") }
    #expect(pictures.count == 15)
    for picture in pictures {
      #expect(page.contains("\nactviz render \(picture.dropLast(4)).yaml\n"), "\(picture)")
    }
  }

  @Test func everyExampleCommandIsUnderstood() throws {
    let folder = try TemporaryFolder()
    let page = try Repository.text("Examples/README.md")
    let commands = page.split(separator: "\n").filter { $0.hasPrefix("actviz ") }
    let files = commands.filter { $0.hasPrefix("actviz render ") }.map { String($0.dropFirst(14)) }
    for file in files { try folder.write(try Repository.text("Examples/\(file)"), to: file) }
    let script = commands.enumerated().map { "\($1) >/dev/null 2>&1 || echo 'command \($0 + 1)'" }
    let run = try Binary.shell(
      "actviz() { \"$actviz\" \"$@\"; }\n" + script.joined(separator: "\n"), in: folder.path)
    #expect(run.text.isEmpty && run.error.isEmpty, "\(run.text)\(run.error)")
    #expect(try folder.names().count == commands.count + files.count)
  }

  @Test func theSheetOfTheCatalogueShowsAllOfIt() throws {
    let sheet = try SpecificationReader(file: "").specification(
      Repository.text("Examples/catalogue.yaml"))
    let shown = try sheet.settings.values(Keys.functions)
    #expect(
      shown == Catalogue.all.map(\.name),
      "Examples/catalogue.yaml does not show the catalogue: run Scripts/update-catalogue.")
    let picture = try Repository.data("Examples/catalogue.png")
    let drawn = try #require(ProvenanceReader.provenance(in: Array(picture))).figureFile
    for name in Catalogue.all.map(\.name) {
      #expect(
        drawn.contains("\n- \(name)\n"),
        "Examples/catalogue.png does not show \(name): run Scripts/update-catalogue.")
    }
  }
}
