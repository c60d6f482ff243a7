import CCairo
import Figures
import Foundation
import Testing

@testable import CairoBackend

/// Whether this machine has a font for Chinese and Japanese.
let hasCJKFont = "激活函数ひら".unicodeScalars.allSatisfy {
  Typefaces().face(for: $0, language: .chinese) != nil
}

/// Whether nothing may be skipped for what is not installed: `Scripts/bootstrap tests` has run.
let isCI = ProcessInfo.processInfo.environment["CI"] != nil

/// Whether the base face has accents that stand alone, as DejaVu Sans does.
let hasAccents = "\u{302}\u{30c}".unicodeScalars.allSatisfy(Typefaces().base.has)

@Suite("Fonts")
struct FontTests {
  private let measurer = CairoTextMeasurer()
  private let style = TextStyle(size: 100, color: Color(0))

  private func width(_ text: String) -> Double { measurer.measure(text, style: style).width }

  private func drawing(_ text: String) throws -> Drawing {
    let label = Label(text, at: Point(x: 10, y: 150), style: style)
    let white = DrawCommand.fill(Rect(minX: 0, minY: 0, maxX: 800, maxY: 200), Color(0xffffff))
    return Drawing(size: try Size(width: 800, height: 200), commands: [white, .text(label)])
  }

  @Test("Latin and Greek letters, minus and prime are one piece in the base face")
  func plain() throws {
    let run = try measurer.run("gelu (α = −0.5), f′(x)", style: style)
    #expect(run.pieces.count == 1)
    #expect(run.pieces[0].typeface === measurer.typefaces.base)
    #expect(run.missing.isEmpty)
  }

  @Test("An accent after its letter is set as the letter with the accent")
  func composition() throws {
    #expect(Composition.composed("e\u{301}") == ["é"])
    #expect(Composition.composed("ΐ") == ["ΐ"])
    #expect(Composition.composed("か\u{3099}") == ["が"])
    #expect(Composition.composed("\u{1100}\u{1161}\u{11a8}") == ["각"])
    #expect(Composition.composed("u\u{308}\u{338}") == ["ü", "\u{338}"])
    #expect(Composition.composed("x\u{302}") == ["x", "\u{302}"])
    #expect(width("e\u{301}") == width("é"))
  }

  @Test(
    "An accent without a letter of its own stands in the middle of its letter, and moves nothing",
    .enabled(if: hasAccents || isCI))
  func marks() throws {
    let run = try measurer.run("x\u{302}y", style: style)
    #expect(abs(run.extent.width - width("xy")) < 1e-9)
    let middles = try run.pieces.prefix(2).map { piece in
      let font = try #require(piece.typeface.scaledFont(size: 100))
      let ink = GlyphRun.extents(Array(piece.glyphs.prefix(1)), in: font)
      return piece.glyphs[0].x + ink.x_bearing + ink.width / 2
    }
    #expect(abs(middles[0] - middles[1]) < 1e-6)
  }

  @Test("A second accent stands on the first", .enabled(if: hasAccents || isCI))
  func raised() throws {
    let low = try measurer.run("x\u{30c}\u{302}", style: style).pieces
    #expect(low[0].glyphs[0].y == 0)
    #expect(low[2].glyphs[0].y < low[1].glyphs[0].y)
  }

  @Test(
    "Joiners and selectors of variants take no room",
    arguments: ["\u{200d}", "\u{fe0f}", "\u{202e}"])
  func invisible(character: String) throws {
    #expect(width("a\(character)b") == width("ab"))
    #expect(try measurer.missingCharacters(in: drawing("a\(character)b")) == nil)
  }

  @Test("A character of no font is told once and drawn as the base's box")
  func missing() throws {
    let text = "a\u{10fff0}b\u{10fff1}\u{10fff0}"
    let missing = try measurer.missingCharacters(in: drawing(text))
    #expect(missing?.characters == ["\u{10fff0}", "\u{10fff1}"])
    #expect(width("\u{10fff0}") > 10)
    for format in ImageFormat.allCases {
      #expect(try !render(drawing(text), as: format, measurer: measurer).isEmpty)
    }
  }

  @Test("A space of any width is a space")
  func spaces() throws {
    #expect(try measurer.missingCharacters(in: drawing("a\u{3000}b\u{2009}c\u{a0}d")) == nil)
  }

  @Test("Chinese and Japanese are drawn where a font has them", .enabled(if: hasCJKFont || isCI))
  func cjk() throws {
    let text = "gelu 激活函数 ひら"
    let run = try measurer.run(text, style: style)
    #expect(run.missing.isEmpty)
    #expect(run.pieces.count >= 3)
    #expect(run.pieces[0].typeface === measurer.typefaces.base)
    #expect(run.pieces[1].typeface !== measurer.typefaces.base)
    // Han characters and kana are as wide as high.
    #expect(abs(width("激活函数") - 400) < 30)
    let image = try DecodedPNG(render(drawing(text), as: .png, measurer: measurer))
    let right = 10 + Int(width("gelu 激"))
    let ink = try (right..<right + 100).count { x in
      try (60..<160).contains { try image.pixel(x, $0) < 0x808080 }
    }
    #expect(ink > 60)
  }

  @Test(
    "The family's files, taken from their folder, are the faces that fontconfig lists",
    .enabled(if: FamilyFolder() != nil || isCI))
  func folder() throws {
    let taken = Typefaces()
    let listed = try Typefaces(family: FamilyFolder.family)
    let text = "gelu (α = −0.5), f′(x) = Ĝ"
    for (isItalic, isBold) in [(false, false), (true, false), (false, true), (true, true)] {
      let shape = LetterShape(isItalic: isItalic, isBold: isBold)
      let faces = (taken.base(shape), listed.base(shape))
      #expect(faces.0.family == faces.1.family)
      #expect(faces.0.isItalic == faces.1.isItalic)
      let scalars = (UInt32(0)...0x1ffff).compactMap(Unicode.Scalar.init)
      let differing = scalars.filter { faces.0.has($0) != faces.1.has($0) }
      #expect(differing.isEmpty, "\(shape)")
      let runs = try [taken, listed].map {
        try GlyphRun(text, size: 20, shape: shape, typefaces: $0)
      }
      #expect(runs[0].extent == runs[1].extent)
      #expect(
        runs[0].pieces.flatMap(\.glyphs).map(\.index)
          == runs[1].pieces.flatMap(\.glyphs).map(\.index))
    }
  }

  @Test("A family is found by its name in whatever case")
  func family() throws {
    let name = measurer.typefaces.base.family
    let named = try CairoTextMeasurer(family: name.uppercased())
    #expect(named.typefaces.base.family == name)
  }

  @Test("A family that is not installed is an error that knows the installed ones")
  func unknownFamily() throws {
    let error = #expect(throws: UnknownFontFamily.self) {
      try CairoTextMeasurer(family: "No Such Family")
    }
    #expect(error?.name == "No Such Family")
    #expect(error?.installed.contains(measurer.typefaces.base.family) == true)
  }

  @Test(
    "Text that is not set as it is written is told, once",
    arguments: [
      ("gelu", nil), ("αβγ 激活 ĝ e\u{301}", nil), ("gelu שלום", "שלום"), ("دالة التنشيط", "دالة"),
      ("नमस्ते", "नमस्ते"),
    ] as [(String, String?)])
  func unshaped(text: String, word: String?) throws {
    let style = TextStyle(size: 20, color: Color(0))
    let label = DrawCommand.text(Label(text, at: Point(x: 0, y: 20), style: style))
    let drawing = Drawing(size: .standard, commands: [label, label])
    #expect(CairoTextMeasurer().unshapedText(in: drawing)?.word == word)
  }
}
