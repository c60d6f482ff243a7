import CCairo
import Figures

/// A text as glyphs: their numbers in the font, and where each stands on the baseline, in pixels.
struct GlyphRun {
  /// The glyphs from left to right.
  let glyphs: [(index: UInt, x: Double)]
  /// How far the text moves the pen, in pixels.
  let width: Double

  /// Sets a text; throws where Cairo has no such font.
  init(_ text: String, style: TextStyle, measurer: CairoTextMeasurer) throws {
    guard let font = measurer.scaledFont(size: style.size) else {
      throw CairoError(status: .noMemory, operation: "reading the font")
    }
    try CairoError.check(cairo_scaled_font_status(font), "reading the font")
    var found: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    let status = cairo_scaled_font_text_to_glyphs(
      font, 0, 0, text, -1, &found, &count, nil, nil, nil)
    defer { cairo_glyph_free(found) }
    try CairoError.check(status, "setting a text")
    var extents = cairo_text_extents_t()
    cairo_scaled_font_glyph_extents(font, found, count, &extents)
    width = extents.x_advance
    glyphs = UnsafeBufferPointer(start: found, count: Int(count)).map { ($0.index, $0.x) }
  }
}
