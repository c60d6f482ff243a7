import CCairo
import Testing

@testable import CairoBackend

@Suite("Choice of fonts")
struct FallbackTests {
  /// The families, sorted as they would be asked for a character.
  private func order(_ families: [String], for language: CJKLanguage?) throws -> [String] {
    let patterns = try families.map { family in
      let pattern = try #require(FcPatternCreate())
      FcPatternAddString(pattern, FC_FAMILY, family)
      return FontPattern(handle: pattern)
    }
    defer { for pattern in patterns { FcPatternDestroy(pattern.handle) } }
    return patterns.sorted {
      FallbackRank($0, language: language) < FallbackRank($1, language: language)
    }
    .map(\.family)
  }

  @Test("Sans-serif comes before serif, and fixed width last")
  func kinds() throws {
    let families = ["Noto Sans Mono CJK SC", "Noto Serif CJK SC", "Symbola", "Noto Sans CJK SC"]
    let expected = ["Noto Sans CJK SC", "Symbola", "Noto Serif CJK SC", "Noto Sans Mono CJK SC"]
    #expect(try order(families, for: .chinese) == expected)
  }

  @Test("The families that figures prefer come first")
  func preferred() throws {
    let families = ["Aaa Sans", "Liberation Sans", "DejaVu Sans"]
    #expect(try order(families, for: nil) == ["DejaVu Sans", "Liberation Sans", "Aaa Sans"])
  }

  @Test(
    "Han characters have the shapes of their language",
    arguments: [(.chinese, "SC"), (.japanese, "JP"), (.korean, "KR")] as [(CJKLanguage, String)])
  func languages(language: CJKLanguage, suffix: String) throws {
    let families = ["HK", "JP", "KR", "SC", "TC"].map { "Noto Sans CJK \($0)" }
    #expect(try order(families, for: language).first == "Noto Sans CJK \(suffix)")
  }

  @Test("A word's language is told by kana and Hangul")
  func words() {
    #expect(CJKLanguage(of: "激活函数".unicodeScalars) == .chinese)
    #expect(CJKLanguage(of: "活性化かん数".unicodeScalars) == .japanese)
    #expect(CJKLanguage(of: "函數를".unicodeScalars) == .korean)
    #expect(CJKLanguage(of: "gelu".unicodeScalars) == nil)
  }

  @Test("What is missing is named with its code point and a package")
  func sentences() {
    #expect(
      MissingCharacters(["激"]).description
        == "No installed font has '激' (U+6FC0), drawn as an empty box; "
        + "Debian's fonts-noto-cjk would show it.")
    #expect(
      MissingCharacters(["✓", "ह"]).description
        == "No installed font has '✓' (U+2713) or 'ह' (U+0939), drawn as empty boxes; "
        + "Debian's fonts-symbola and fonts-noto-core would show them.")
    #expect(
      MissingCharacters(["\u{e000}"]).description.hasSuffix("; install a font that has it."))
    let many = MissingCharacters(Array("激活函数图像曲".unicodeScalars)).description
    #expect(many.contains("'像' (U+50CF)") == false)
    #expect(many.contains("'图' (U+56FE) or 2 more, drawn"))
  }
}
