import CCairo

/// The ink that an accent stands on, in pixels from the text's start; y grows downwards.
struct MarkBase {
  private var middle = 0.0
  private var top = 0.0
  private var bottom = 0.0
  private var gap = 0.0

  /// Nothing: an accent at the beginning of a text.
  init() {}

  /// The last glyph of what was set.
  init(_ glyph: cairo_glyph_t?, in font: OpaquePointer) {
    guard let glyph else { return }
    let ink = GlyphRun.extents([glyph], in: font)
    middle = glyph.x + ink.x_bearing + ink.width / 2
    top = glyph.y + ink.y_bearing
    bottom = top + ink.height
    var metrics = cairo_font_extents_t()
    cairo_scaled_font_extents(font, &metrics)
    // About what DejaVu Sans keeps between a letter and its accent.
    gap = 0.06 * metrics.height
  }

  /// Moves an accent to its place: in the middle, and off the ink where it would run into it.
  ///
  /// Fonts place accents by tables that only a shaping engine reads; this does for letters of formulas such as x̂.
  mutating func place(_ glyphs: inout [cairo_glyph_t], in font: OpaquePointer) {
    guard let mark = glyphs.first else { return }
    let ink = GlyphRun.extents([mark], in: font)
    let (markTop, markBottom) = (mark.y + ink.y_bearing, mark.y + ink.y_bearing + ink.height)
    var rise = 0.0
    if markBottom <= 0, markBottom > top - gap {
      rise = top - gap - markBottom
    } else if markTop >= 0, markTop < bottom + gap {
      rise = bottom + gap - markTop
    }
    for index in glyphs.indices {
      glyphs[index].x += middle - (mark.x + ink.x_bearing + ink.width / 2)
      glyphs[index].y += rise
    }
    if markBottom <= 0 { top = markTop + rise }
    if markTop >= 0 { bottom = markBottom + rise }
  }
}
