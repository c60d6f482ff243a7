import CCairo
import Figures

/// Measures text with the font that the renderer draws with, and owns that font.
///
/// The first use of a font in a process costs more than laying out the whole figure, so hand the same
/// measurer to the layout and to ``render(_:as:measurer:)``. Hinting is off: a text is as wide in a PNG as in a PDF.
public final class CairoTextMeasurer: TextMeasurer {
  /// The face that figures are set in.
  let face: OpaquePointer
  /// How glyphs are drawn.
  let options: OpaquePointer
  private var fonts: [Double: OpaquePointer] = [:]

  /// Makes a measurer for the font that figures are set in.
  public init() {
    face = FontFace.load()
    options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
  }

  deinit {
    for font in fonts.values { cairo_scaled_font_destroy(font) }
    cairo_font_options_destroy(options)
    cairo_font_face_destroy(face)
  }

  /// The room of one line of text, in pixels; nothing of it where Cairo cannot measure.
  public func measure(_ text: String, style: TextStyle) -> TextExtent {
    let font = scaledFont(size: style.size)
    var extents = cairo_text_extents_t()
    cairo_scaled_font_text_extents(font, text, &extents)
    var metrics = cairo_font_extents_t()
    cairo_scaled_font_extents(font, &metrics)
    return TextExtent(
      width: extents.x_advance, ascent: metrics.ascent, descent: metrics.descent,
      ink: TextExtent.Ink(
        top: -extents.y_bearing, bottom: extents.y_bearing + extents.height,
        right: extents.x_bearing + extents.width))
  }

  /// The font at a size in pixels, kept so that a glyph is loaded once.
  func scaledFont(size: Double) -> OpaquePointer? {
    if let font = fonts[size] { return font }
    var scale = cairo_matrix_t()
    cairo_matrix_init_scale(&scale, size, size)
    var identity = cairo_matrix_t()
    cairo_matrix_init_identity(&identity)
    guard let font = cairo_scaled_font_create(face, &scale, &identity, options) else { return nil }
    fonts[size] = font
    return font
  }
}
