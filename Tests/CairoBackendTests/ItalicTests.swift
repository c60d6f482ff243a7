import Figures
import Foundation
import Testing

@testable import CairoBackend

@Suite("Italic text")
struct ItalicTests {
  private let size = 200.0

  private func drawing(_ styles: [Bool], text: String = "l") throws -> Drawing {
    let labels = styles.enumerated().map { index, isItalic in
      Label(
        text, at: Point(x: 60 + 150 * Double(index), y: 220),
        style: TextStyle(size: size, color: Color(0), isItalic: isItalic))
    }
    return Drawing(
      size: try Size(width: 400, height: 300),
      commands: [.fill(Rect(minX: 0, minY: 0, maxX: 400, maxY: 300), Color(0xffffff))]
        + labels.map(DrawCommand.text))
  }

  /// How far the ink of a row is to the right of that of a row 100 pixels below.
  private func lean(_ measurer: CairoTextMeasurer, isItalic: Bool) throws -> Int {
    let image = try DecodedPNG(render(drawing([isItalic]), as: .png, measurer: measurer))
    let starts = try [100, 200].map { row in
      try #require(try (0..<image.width).first { try image.pixel($0, row) < 0x808080 })
    }
    return starts[0] - starts[1]
  }

  @Test("Letters lean by about a fifth of their height, upright ones do not")
  func leaning() throws {
    let measurer = CairoTextMeasurer()
    #expect(try lean(measurer, isItalic: false) == 0)
    #expect(try (15...25).contains(lean(measurer, isItalic: true)))
  }

  @Test("A family without a leaning face is slanted by a fifth, and as wide as upright")
  func slanted() throws {
    let collection = try #require(FontCollection.usual() ?? FontCollection.configured())
    let font = try #require(collection.preferred() ?? collection.match("sans-serif"))
    let options = Typefaces()
    let face = try #require(
      Typeface(font, of: collection, slanted: true, options: options.options))
    let matrix = face.matrix(size: 100)
    #expect(matrix.xx == 100 && matrix.yy == 100)
    #expect(matrix.xy == -20 && matrix.yx == 0)
    let upright = try #require(
      Typeface(font, of: collection, slanted: false, options: options.options))
    let advances = try [face, upright].map { face in
      let font = try #require(face.scaledFont(size: 100))
      return GlyphRun.extents([.init(index: 70, x: 0, y: 0)], in: font).x_advance
    }
    #expect(abs(advances[0] - advances[1]) < 1e-9)
  }

  @Test("Upright and italic letters of an SVG have outlines of their own")
  func outlines() throws {
    let svg = String(decoding: try render(drawing([false, true, true]), as: .svg), as: UTF8.self)
    #expect(svg.components(separatedBy: "<path id=\"").count == 3)
    #expect(svg.matches(of: /<path id="[a-z0-9]+-g1-/).count == 1)
    #expect(svg.components(separatedBy: "<use ").count == 4)
  }

  @Test("Italic text keeps its face at every size")
  func faces() throws {
    let measurer = CairoTextMeasurer()
    let faces = try [10.0, 20, 40].map { size in
      try measurer.run("x", style: TextStyle(size: size, color: Color(0), isItalic: true))
        .pieces[0].typeface
    }
    #expect(faces.allSatisfy { $0 === faces[0] && $0.isItalic })
  }
}

@Suite("Letters of formulas")
struct MathLetterTests {
  @Test("Heavy letters are wider, in their own face, and lean where they are asked to")
  func bold() throws {
    let measurer = CairoTextMeasurer()
    func width(_ style: TextStyle) -> Double { measurer.measure("x", style: style).width }
    let (regular, bold) = (
      TextStyle(size: 20, color: Color(0)), TextStyle(size: 20, color: Color(0), isBold: true)
    )
    #expect(width(bold) > width(regular))
    let both = TextStyle(size: 20, color: Color(0), isItalic: true, isBold: true)
    #expect(try measurer.run("x", style: both).pieces[0].typeface.isItalic)
  }

  @Test("A letter of a mathematical alphabet has a plain one to stand in for it")
  func standIns() {
    let letters: [(Unicode.Scalar, Unicode.Scalar, Bool)] = [
      ("𝒩", "N", true), ("ℒ", "L", true), ("𝔼", "E", false), ("ℝ", "R", false), ("𝟙", "1", false),
      ("𝔣", "f", false), ("𝚣", "z", false), ("𝐀", "A", false),
    ]
    for (letter, plain, isItalic) in letters {
      #expect(MathLetter.plain(letter)?.letter == plain)
      #expect(MathLetter.plain(letter)?.isItalic == isItalic)
    }
    #expect(MathLetter.plain("A") == nil && MathLetter.plain("漢") == nil)
  }
}
