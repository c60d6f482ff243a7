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
  let status = metadata.withTexts { list, count in
    actviz_write_png(image, list, count, metadata.date.map(Int64.init) ?? -1, &bytes)
  }
  guard status == 0 else { throw CairoError(status: .pngError, operation: "compressing the PNG") }
  return Array(UnsafeBufferPointer(start: bytes.data, count: bytes.count))
}

/// Compresses a raster with its colours.
func encodePNG(_ raster: Raster) throws -> [UInt8] {
  var bytes = actviz_bytes()
  defer { free(bytes.data) }
  let status = actviz_write_indexed_png(
    raster.cells, Int32(raster.columns), Int32(raster.rows), raster.words, &bytes)
  guard status == 0 else { throw CairoError(status: .pngError, operation: "compressing an image") }
  return Array(UnsafeBufferPointer(start: bytes.data, count: bytes.count))
}

extension Metadata {
  /// Lends the texts that a PNG carries to a function of C: those of the PNG specification under its keywords, and
  /// what the picture was drawn from under our own.
  fileprivate func withTexts<Result>(
    _ body: (UnsafePointer<actviz_text>?, Int32) -> Result
  ) -> Result {
    let texts = [
      ("Title", title), ("Description", description), ("Software", software), ("actviz", source),
    ].filter { !$0.1.isEmpty }
    let list = texts.map { key, text in actviz_text(key: strdup(key), text: strdup(text)) }
    // Here and not by an owner's `deinit`, which may run as soon as its pointers were read.
    defer {
      for text in list {
        free(text.key)
        free(text.text)
      }
    }
    return list.withUnsafeBufferPointer { body($0.baseAddress, Int32($0.count)) }
  }
}
