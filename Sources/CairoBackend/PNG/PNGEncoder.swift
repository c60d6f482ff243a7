import CCairo
import Figures

/// Compresses the pixels of an image surface, which are `dpi` to an inch where that is known.
///
/// zlib's level 3 without PNG filters, measured on plots: every filter takes a fifth longer for a larger file, as
/// a plot is runs of one colour; run lengths alone are a tenth faster for a quarter more bytes; the default
/// (level 6, adaptive filters) takes about four times as long.
func encodePNG(_ surface: Surface, dpi: Double?, _ metadata: Metadata) throws -> [UInt8] {
  cairo_surface_flush(surface.handle)
  guard let pixels = cairo_image_surface_get_data(surface.handle) else {
    throw CairoError(status: .noMemory, operation: "reading the pixels")
  }
  var bytes = actviz_bytes()
  defer { free(bytes.data) }
  let image = actviz_image(
    pixels: pixels, width: cairo_image_surface_get_width(surface.handle),
    height: cairo_image_surface_get_height(surface.handle),
    stride: cairo_image_surface_get_stride(surface.handle),
    has_alpha: cairo_image_surface_get_format(surface.handle) == CAIRO_FORMAT_ARGB32 ? 1 : 0,
    pixels_per_metre: dpi.map { UInt32(($0 / 0.0254).rounded()) } ?? 0)
  let texts = PNGTexts(metadata)
  let status = actviz_write_png(
    image, texts.list, texts.count, metadata.date.map(Int64.init) ?? -1, &bytes)
  guard status == 0 else { throw CairoError(status: .pngError, operation: "compressing the PNG") }
  return Array(UnsafeBufferPointer(start: bytes.data, count: bytes.count))
}

/// The texts that a PNG carries, as C has them.
private final class PNGTexts {
  /// The key and text of each.
  let list: UnsafeMutablePointer<actviz_text>
  let count: Int32

  /// The metadata under the keywords of the PNG specification, and what it was drawn from under our own.
  init(_ metadata: Metadata) {
    let texts = [
      ("Title", metadata.title), ("Description", metadata.description),
      ("Software", metadata.software), ("actviz", metadata.source),
    ].filter { !$0.1.isEmpty }
    list = .allocate(capacity: texts.count)
    count = Int32(texts.count)
    for (index, (key, text)) in texts.enumerated() {
      list[index] = actviz_text(key: strdup(key), text: strdup(text))
    }
  }

  deinit {
    for index in 0..<Int(count) {
      free(list[index].key)
      free(list[index].text)
    }
    list.deallocate()
  }
}
