import CCairo
import Figures

/// A text as glyphs: their numbers in their typefaces, and where each stands, in pixels from the text's start.
struct GlyphRun {
  /// Glyphs of one typeface.
  struct Piece {
    /// The characters.
    let text: String
    /// Whose glyphs they are.
    let typeface: Typeface
    /// Where the pen is before the first of them.
    let start: Double
    /// How far they move the pen.
    let width: Double
    /// The glyphs from left to right.
    let glyphs: [cairo_glyph_t]
    /// Which bytes of the text are which glyphs.
    let clusters: [cairo_text_cluster_t]
  }

  /// The glyphs from left to right, divided by typefaces.
  let pieces: [Piece]
  /// The room that the text takes.
  let extent: TextExtent
  /// The characters that no installed font has.
  let missing: [Unicode.Scalar]

  /// Sets a text; throws where Cairo has no such font.
  init(_ text: String, size: Double, shape: LetterShape, typefaces: Typefaces) throws {
    let division = TextPieces(text, shape: shape, typefaces: typefaces)
    missing = division.missing
    var pieces: [Piece] = []
    var pen = 0.0
    var metrics = cairo_font_extents_t()
    var (ascent, descent) = (0.0, 0.0)
    var ink = TextExtent.Ink(top: 0, bottom: 0, right: 0)
    var base = MarkBase()
    for part in division.pieces {
      guard let font = part.typeface.scaledFont(size: size) else {
        throw CairoError(status: .noMemory, operation: "reading the font")
      }
      try CairoError.check(cairo_scaled_font_status(font), "reading the font")
      var (glyphs, clusters) = try GlyphRun.glyphs(part.text, at: pen, in: font)
      var width = 0.0
      if part.isMark { base.place(&glyphs, in: font) }
      let extents = GlyphRun.extents(glyphs, in: font)
      if !part.isMark {
        width = extents.x_advance
        base = MarkBase(glyphs.last, in: font)
      }
      let (top, bottom) = (-extents.y_bearing, extents.y_bearing + extents.height)
      ink.top = pieces.isEmpty ? top : max(ink.top, top)
      ink.bottom = pieces.isEmpty ? bottom : max(ink.bottom, bottom)
      ink.right = max(ink.right, pen + extents.x_bearing + extents.width)
      cairo_scaled_font_extents(font, &metrics)
      ascent = max(ascent, metrics.ascent)
      descent = max(descent, metrics.descent)
      pieces.append(
        Piece(
          text: part.text, typeface: part.typeface, start: pen, width: width, glyphs: glyphs,
          clusters: clusters))
      pen += width
    }
    self.pieces = pieces
    extent = TextExtent(width: pen, ascent: ascent, descent: descent, ink: ink)
  }

  private static func glyphs(_ text: String, at x: Double, in font: OpaquePointer) throws
    -> ([cairo_glyph_t], [cairo_text_cluster_t])
  {
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var clusters: UnsafeMutablePointer<cairo_text_cluster_t>?
    var (count, clusterCount): (Int32, Int32) = (0, 0)
    var flags = cairo_text_cluster_flags_t(rawValue: 0)
    let status = cairo_scaled_font_text_to_glyphs(
      font, x, 0, text, -1, &glyphs, &count, &clusters, &clusterCount, &flags)
    defer {
      cairo_glyph_free(glyphs)
      cairo_text_cluster_free(clusters)
    }
    try CairoError.check(status, "setting a text")
    return (
      Array(UnsafeBufferPointer(start: glyphs, count: Int(count))),
      Array(UnsafeBufferPointer(start: clusters, count: Int(clusterCount)))
    )
  }

  /// The ink of glyphs, and how far they move the pen.
  static func extents(_ glyphs: [cairo_glyph_t], in font: OpaquePointer) -> cairo_text_extents_t {
    var extents = cairo_text_extents_t()
    cairo_scaled_font_glyph_extents(font, glyphs, Int32(glyphs.count), &extents)
    return extents
  }
}
